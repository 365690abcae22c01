package argdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// element is what stands in one place: a statement or an argument, defined
// or named.
type element struct {
	line     int
	argument bool
	title    string
	defined  bool // words stand with it
	text     string
	tags     []string
	data     []data
	links    []string // addresses in the text
	styled   bool     // bold or italic words
	spare    string   // words after a title that has no colon
}

// parse takes an element apart.
func (s *scanned) parse(line int, text string) element {
	e := element{line: line}
	rest := strings.TrimLeft(text, " \t")
	if title, after, ok := titled(rest, '[', ']'); ok && !strings.HasPrefix(after, "(") {
		e.title, rest = title, after
	} else if title, after, ok := titled(rest, '<', '>'); ok {
		e.title, rest, e.argument = title, after, true
	}
	named := e.title != ""
	after, colon := strings.CutPrefix(rest, ":")
	if named && colon {
		rest = after
	}
	s.words(&e, rest)
	if named && !colon && e.text != "" {
		e.spare, e.text = e.text, ""
	}
	e.defined = !named || colon && e.text != ""
	return e
}

// near is where the end of a title, a tag or an address is looked for.
func near(s string) string { return s[:min(len(s), 4096)] }

// titled takes "[title]" off the beginning.
func titled(s string, open, shut byte) (title, rest string, ok bool) {
	if s == "" || s[0] != open {
		return "", s, false
	}
	n := strings.IndexByte(near(s), shut)
	if n < 0 || strings.Contains(s[:n], mark) {
		return "", s, false
	}
	title = strings.Join(strings.Fields(s[1:n]), " ")
	return title, s[n+1:], title != ""
}

// words reads the words of an element, with what stands among them.
func (s *scanned) words(e *element, text string) {
	var b strings.Builder
	var closers [4]int    // where the bold and italic words end that are open, by delimiter
	var unclosed [4]bool  // no delimiter closes from here on
	shut := map[int]int{} // the lengths of delimiters that close, by place
	dry := make(map[string]int)
	find := func(i int, what string) bool { // whether it stands near, looked for once
		if i < dry[what] {
			return false
		}
		n := near(text[i:])
		if !strings.Contains(n, what) {
			dry[what] = i + len(n)
			return false
		}
		return true
	}
	for i := 0; i < len(text); {
		c := text[i]
		rest := text[i:]
		switch {
		case shut[i] > 0:
			i += shut[i]
			continue
		case c == '\\' && len(rest) > 1:
			_, n := utf8.DecodeRuneInString(rest[1:])
			b.WriteString(rest[1 : 1+n])
			i += 1 + n
			continue
		case c == mark[0]:
			if n := strings.IndexByte(rest[1:], mark[0]); n >= 0 {
				if k, err := strconv.Atoi(rest[1 : 1+n]); err == nil && k < len(s.data) {
					e.data = append(e.data, s.data[k])
				}
				i += n + 2
				continue
			}
		case c == '#' && (i == 0 || strings.IndexByte(" \t"+mark, text[i-1]) >= 0) && (!strings.HasPrefix(rest, "#(") || find(i, ")")):
			if tag, n := tagged(rest); n > 0 {
				e.tags = append(e.tags, tag)
				i += n
				continue
			}
		case c == '@' && (strings.HasPrefix(rest, "@[") && find(i, "]") || strings.HasPrefix(rest, "@<") && find(i, ">")):
			if title, after, ok := titled(rest[1:], '[', ']'); ok {
				b.WriteString(title)
				i = len(text) - len(after)
				continue
			}
			if title, after, ok := titled(rest[1:], '<', '>'); ok {
				b.WriteString(title)
				i = len(text) - len(after)
				continue
			}
		case c == '[' && find(i, "]("):
			if n := strings.Index(near(rest), "]("); n > 1 {
				if m := strings.IndexByte(near(rest[n:]), ')'); m > 2 && !strings.Contains(rest[:n+m], mark) {
					b.WriteString(rest[1:n])
					e.links = append(e.links, rest[n+2:n+m])
					i += n + m + 1
					continue
				}
			}
		case c == '*' || c == '_':
			n := 1
			if len(rest) > 1 && rest[1] == c {
				n = 2
			}
			which := n - 1
			if c == '_' {
				which += 2
			}
			if i >= closers[which] && !unclosed[which] && opens(text, i, n) {
				if end := closing(text, i+n, rest[:n]); end >= 0 {
					closers[which], shut[end], e.styled = end, n, true
					i += n
					continue
				}
				unclosed[which] = true
			}
			b.WriteString(rest[:n])
			i += n
			continue
		}
		b.WriteByte(c)
		i++
	}
	e.text = strings.Join(strings.Fields(b.String()), " ")
}

// opens reports whether words in bold or italic begin at a delimiter.
func opens(text string, at, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+n:])
	return at+n < len(text) && !unicode.IsSpace(after) && (at == 0 || unicode.IsSpace(before) || unicode.IsPunct(before))
}

// closing returns where the delimiter stands that closes, or -1.
func closing(text string, from int, delimiter string) int {
	for i := from + 1; i <= len(text)-len(delimiter); i++ {
		if text[i] == '\\' {
			i++
			continue
		}
		if !strings.HasPrefix(text[i:], delimiter) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(delimiter):])
		end := i+len(delimiter) == len(text)
		if !unicode.IsSpace(before) && (end || unicode.IsSpace(after) || unicode.IsPunct(after) || after == rune(mark[0])) {
			return i
		}
	}
	return -1
}

// tagged reads "#tag" or "#(a tag)".
func tagged(s string) (tag string, n int) {
	if strings.HasPrefix(s, "#(") {
		if n = strings.IndexByte(near(s), ')'); n > 2 && !strings.Contains(s[:n], mark) {
			return s[2:n], n + 1
		}
		return "", 0
	}
	n = strings.IndexFunc(s[1:], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_'
	})
	if n < 0 {
		n = len(s) - 1
	}
	return s[1 : 1+n], map[bool]int{true: n + 1}[n > 0]
}
