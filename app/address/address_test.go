package address

import (
	"errors"
	"net/url"
	"strings"
	"testing"
)

func TestWhatMayBeOpened(t *testing.T) {
	for _, c := range []struct{ raw, whole, host, written string }{
		{"https://example.org", "https://example.org", "example.org", ""},
		{"HTTPS://Example.ORG/A?b=C&d=e#F", "https://example.org/A?b=C&d=e#F", "example.org", ""},
		{"http://example.org:8080/", "http://example.org:8080/", "example.org", ""},
		{"https://example.org/a%20b", "https://example.org/a%20b", "example.org", ""},
		{"https://example.org?q=@name", "https://example.org?q=@name", "example.org", ""},
		{"https://example.org/Россия?я=“да”", "https://example.org/%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F?%D1%8F=%E2%80%9C%D0%B4%D0%B0%E2%80%9D", "example.org", ""},
		{"https://example.org/'onmouseover=\"x\"<b>", "https://example.org/%27onmouseover=%22x%22%3Cb%3E", "example.org", ""},
		{"https://example.org/$(id);`id`|id", "https://example.org/$(id);%60id%60%7Cid", "example.org", ""},
		{"https://example.org/#", "https://example.org/", "example.org", ""}, // an empty part is none
		{"https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/", "xn--e1afmkfd.xn--p1ai", "пример.рф"},
		{"https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com", "аррӏе.com"},
		{"https://ｅｘａｍｐｌｅ.org/", "https://example.org/", "example.org", "ｅｘａｍｐｌｅ.org"},
		{"http://127.0.0.1/", "http://127.0.0.1/", "127.0.0.1", ""},
		{"http://[2001:DB8::1]:80/", "http://[2001:db8::1]:80/", "2001:db8::1", ""},
		{"https://example.org//evil.org", "https://example.org//evil.org", "example.org", ""},
		{"mailto:ann@example.org", "mailto:ann@example.org", "example.org", ""},
		{"MailTo:ann.b+maps@Example.org", "mailto:ann.b+maps@example.org", "example.org", ""},
		{"mailto:ann@пример.рф", "mailto:ann@xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai", "пример.рф"},
	} {
		a, err := Check(c.raw)
		if err != nil || a.Whole != c.whole || a.Host != c.host || a.Written != c.written {
			t.Errorf("Check(%q) = %+v, %v", c.raw, a, err)
		}
		if a.Mail != strings.HasPrefix(a.Whole, "mailto:") || a.Plain != strings.HasPrefix(a.Whole, "http:") {
			t.Errorf("Check(%q) takes it for another kind: %+v", c.raw, a)
		}
	}
}

// refused is what a stranger's map may hold.
var refused = []string{
	"", " ", ":", "//", "://", "example.org", "//example.org/", "/etc/passwd", "../x", "?q", "#f",
	"javascript:alert(1)", "JavaScript://example.org/%0aalert(1)", "java\nscript:alert(1)", "vbscript:x", "data:text/html,<script>",
	"file:///etc/passwd", "file://host/share", "smb://host/share", "\\\\host\\share", "ms-msdt:/id", "ms-settings:", "search-ms:query=x",
	"ftp://example.org", "ssh://example.org", "tel:112", "about:blank", "view-source:https://example.org", "blob:https://example.org/x",
	"intent://example.org", "steam://run/1", "x-help-script://x", "help:x", "jar:https://example.org!/", "C:\\Windows", "c:/windows",
	" https://example.org", "\thttps://example.org", "https://example.org ", "https://exa mple.org", "https://example.org/a b",
	"https://example.org/\n", "https://example.org/\r\nHost: x", "https://example.org/\x00", "https://example.org/\x1b[2J", "\x00https://example.org",
	"https://example.org/\u009b2J", "https://example.org/\u202egpj.exe", "https://exam\u200bple.org/", "https://exam\u00adple.org/", "https://example.org/\u2066x", "\ufeffhttps://example.org",
	"https://example.org/\u00a0x", "https://example.org/\u3000x", "https://example.org/\xff",
	"https://", "https:", "https:///path", "https:example.org", "https:/example.org", "http://:80/", "https://?q", "https://#f", "https://.", "https://..", "https://a..b/", "https://.org/",
	"https://user@example.org/", "https://user:secret@example.org/", "https://bank.example@evil.org/", "https://@example.org/", "https://example.org\\@evil.org/", "https://example.org%40evil.org/",
	"https://example.org:0/", "https://example.org:99999/", "https://example.org:port/", "https://example.org:-1/", "https://example.org:80:90/",
	"https://[::1%25eth0]/", "https://[::1", "https://[example.org]/", "https://[]/",
	"http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/", "http://0177.0.0.1/", "http://1.2.3.4.5/", "http://example.0x1/", "http://256.1.1.1/",
	"https://exa_mple<.org/", "https://ex%61mple.org/", "https://example.%e0ttps:/", "https://-/", "https://xn--a/",
	"--help", "-x", "--", "-https://example.org", "--new-window https://example.org",
	"mailto:", "mailto:@example.org", "mailto:ann", "mailto:ann@", "mailto:ann@example.org?attach=/etc/passwd", "mailto:ann@example.org?subject=x", "mailto:?to=ann@example.org",
	"mailto:ann@example.org&attach=/etc/passwd", "mailto:ann@example.org,bob@example.org", "mailto:-attach@example.org", "mailto:ann@example.org%0abcc:x@example.org", "mailto:'ann'@example.org", "mailto:\"a,attachment=x\"@example.org", "mailto://ann@example.org", "mailto:ann@bob@example.org", "mailto:ann@[::1]", "mailto:a/../b@example.org",
	"https://example.org/" + strings.Repeat("a", longest), "https://example.org/" + strings.Repeat("я", longest/5), "https://" + strings.Repeat("a", 64) + ".org/",
	"https://" + strings.Repeat("a.", 1000) + "org/",
}

func TestWhatIsNotOpened(t *testing.T) {
	for _, raw := range refused {
		a, err := Check(raw)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Check(%.100q) = %.300v, %v", raw, a, err)
			continue
		}
		if a != (Address{}) {
			t.Errorf("Check(%q) gives an address with its error: %+v", raw, a)
		}
		if said := err.Error(); len(said) > 1000 || strings.ContainsFunc(said, func(r rune) bool { return r < ' ' || r == '\u202e' || r == '\u009b' }) {
			t.Errorf("Check(%q) says %q", raw, said)
		}
	}
}

// What passes is plain ASCII without blanks, begins with a scheme that is
// opened, leads to the host it says to others too, and passes again unchanged.
func FuzzCheck(f *testing.F) {
	for _, raw := range refused {
		f.Add(raw)
	}
	f.Add("https://пример.рф:80/а?б=“в”#г")
	f.Add("mailto:ann@example.org")
	f.Fuzz(func(t *testing.T, raw string) {
		a, err := Check(raw)
		if err != nil {
			return
		}
		if strings.ContainsFunc(a.Whole, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"'<>\\^`{|}", r) }) {
			t.Fatalf("%q from %q", a.Whole, raw)
		}
		u, err := url.Parse(a.Whole)
		if err != nil || u.String() != a.Whole {
			t.Fatalf("%q from %q, and %v, %v when parsed", a.Whole, raw, u, err)
		}
		switch {
		case a.Mail:
			if u.Scheme != "mailto" || u.RawQuery != "" || u.Fragment != "" || strings.Count(u.Opaque, "@") != 1 || !strings.HasSuffix(u.Opaque, "@"+a.Host) {
				t.Fatalf("%q from %q", a.Whole, raw)
			}
		case u.Scheme != "https" && u.Scheme != "http" || u.Hostname() != a.Host || u.User != nil:
			t.Fatalf("%q from %q", a.Whole, raw)
		}
		again, err := Check(a.Whole)
		if err != nil || again.Whole != a.Whole || again.Host != a.Host {
			t.Fatalf("%q from %q, and then %+v, %v", a.Whole, raw, again, err)
		}
	})
}
