// Package address answers whether an address that a map holds may be handed
// to the system's browser or mail program, and what exactly would be handed
// over. It opens nothing itself.
//
// A map is a document from a stranger. What passes is an absolute http or
// https address with a host, or a mailto address with one recipient and
// nothing else; and what is shown to the person is, byte for byte, what would
// be opened.
package address

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"warrant/storage/disk"
)

// longest is how many bytes an address may have: about what a person can
// still look over. Browsers take more.
const longest = 2048

// Address is one that may be opened after asking.
type Address struct {
	// Whole is the address in plain ASCII: host in lower case and punycode,
	// the rest percent-encoded. It is what is shown and what is opened.
	Whole string
	// Host is where it leads: the host without port, or the recipient's.
	Host string
	// Written is the host as the map has it where that is not Host but for
	// case: letters outside ASCII, which can look like others. Else empty.
	Written string
	// Mail tells that a mail program opens it.
	Mail bool
	// Plain tells that it is http: what is sent and read can be overheard.
	Plain bool
}

// Error says why an address is shown as text and not opened.
type Error struct {
	Raw     string
	Problem string // what would be right
}

func (e *Error) Error() string {
	return fmt.Sprintf("“%s” is not opened: %s", e.Shown(), e.Problem)
}

// Shown is as much of the address as one reads, without what would deceive.
func (e *Error) Shown() string {
	shown := disk.Display(e.Raw)
	if runes := []rune(shown); len(runes) > 120 {
		shown = string(runes[:120]) + "…"
	}
	return shown
}

// Check looks at an address from a map. The error is an *Error.
func Check(raw string) (Address, error) {
	fail := func(problem string) (Address, error) { return Address{}, &Error{raw, problem} }
	switch {
	case raw == "":
		return fail("it is empty")
	case len(raw) > longest:
		return fail(fmt.Sprintf("it has %d bytes, and more than %d cannot be looked over", len(raw), longest))
	case !utf8.ValidString(raw):
		return fail("it is not valid UTF-8")
	}
	for _, r := range raw {
		switch {
		case r == '\\':
			return fail("a backslash is read differently by different programs; write /")
		case unicode.IsSpace(r):
			return fail("it has a blank or a line break in it")
		case !unicode.IsGraphic(r):
			return fail(fmt.Sprintf("it has the invisible character %U in it", r))
		}
	}
	scheme, rest, found := strings.Cut(raw, ":")
	if !found {
		return fail("it does not begin with https://, http:// or mailto:")
	}
	var a Address
	var err error
	switch strings.ToLower(scheme) {
	case "http", "https":
		a, err = web(raw)
	case "mailto":
		a, err = mail(rest)
	default:
		return fail("only https, http and mailto addresses are")
	}
	if err != nil {
		return fail(err.Error())
	}
	if len(a.Whole) > longest {
		return fail(fmt.Sprintf("written out it has %d bytes, and more than %d cannot be looked over", len(a.Whole), longest))
	}
	return a, nil
}

func web(raw string) (Address, error) {
	// After the authority all is kept as written, so that nothing of it is
	// read in two ways, and what is not plain is encoded.
	_, authority, _ := strings.Cut(raw, "://")
	tail := ""
	if i := strings.IndexAny(authority, "/?#"); i >= 0 {
		authority, tail = authority[:i], authority[i:]
	}
	// The standard library's parser quotes what it was given; that is said
	// by Error already.
	u, err := url.Parse(raw)
	switch {
	case err != nil:
		return Address{}, fmt.Errorf("it is no sound address")
	case u.Opaque != "" || u.Host == "":
		return Address{}, fmt.Errorf("it names no host; write %s://host/", strings.ToLower(u.Scheme))
	case u.User != nil:
		return Address{}, fmt.Errorf("it has a name before an @, which can pass for the host; leave that out")
	case strings.Contains(authority, "%"):
		return Address{}, fmt.Errorf("its host is written with percent signs; write the letters")
	}
	host, err := hostOf(u.Hostname())
	if err != nil {
		return Address{}, err
	}
	where := host
	if strings.Contains(host, ":") {
		where = "[" + host + "]"
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return Address{}, fmt.Errorf("its port is not one of 1 to 65535")
		}
		where += ":" + port
	}
	written, scheme := u.Hostname(), strings.ToLower(u.Scheme)
	if u, err = url.Parse(scheme + "://" + where + encoded(tail)); err != nil {
		return Address{}, fmt.Errorf("it is no sound address")
	}
	// As the parser writes it: what opens addresses gets it from there.
	return Address{Whole: u.String(), Host: host, Written: differing(written, host), Plain: scheme == "http"}, nil
}

// mail takes what follows "mailto:". One recipient and no header: a header
// can attach files, and mail programs read more into an address than stands
// in its standard.
func mail(rest string) (Address, error) {
	name, domain, found := strings.Cut(rest, "@")
	if strings.ContainsAny(rest, "?#&") {
		return Address{}, fmt.Errorf("it sets more than the recipient; write mailto:name@host")
	}
	if !found || name == "" || strings.Contains(domain, ":") {
		return Address{}, fmt.Errorf("it has no recipient; write mailto:name@host")
	}
	for i, r := range name {
		plain := r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_')
		if !plain && (i == 0 || !strings.ContainsRune(".+-", r)) {
			return Address{}, fmt.Errorf("the recipient has %q in the name; letters, digits and . + - _ are fine", r)
		}
	}
	host, err := hostOf(domain)
	if err != nil {
		return Address{}, err
	}
	return Address{Whole: "mailto:" + name + "@" + host, Host: host, Written: differing(domain, host), Mail: true}, nil
}

// hostOf gives a host the one form in which all programs read it alike.
func hostOf(written string) (string, error) {
	if ip, err := netip.ParseAddr(written); err == nil && ip.Zone() == "" {
		return ip.String(), nil
	}
	host, err := idna.Lookup.ToASCII(written)
	if err != nil || host == "" || len(host) > 253 || strings.ContainsAny(host, ":%[]") {
		return "", fmt.Errorf("its host is not a sound name")
	}
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	for _, l := range labels {
		if l == "" || len(l) > 63 {
			return "", fmt.Errorf("its host is not a sound name")
		}
	}
	// A last label that is a number makes browsers read the whole as an
	// address of the internet, in octal, in hexadecimal or in parts.
	last := labels[len(labels)-1]
	if _, err := strconv.ParseUint(last, 0, 64); err == nil || strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x") {
		return "", fmt.Errorf("its host is a number in an unusual form")
	}
	return host, nil
}

func differing(written, host string) string {
	if strings.EqualFold(written, host) || strings.Contains(host, ":") {
		return ""
	}
	return written
}

// encoded percent-encodes what may not stand in an address, and a quote or
// bracket that might end one elsewhere.
func encoded(tail string) string {
	var b strings.Builder
	for i := 0; i < len(tail); i++ {
		c := tail[i]
		if c < utf8.RuneSelf && c > ' ' && !strings.ContainsRune("\"'<>^`{|}\x7f", rune(c)) {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
