package argdown

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// deepest is how deep data may be within data.
const deepest = 16

// value is what data hold: a text, a list or a mapping.
type value struct {
	text string
	list []value
	keys []entry
	is   byte // 't', 'l' or 'm'
}

type entry struct {
	key   string
	value value
}

// mapping reads what stands between braces: the flow form of YAML, or lines of
// "key: value". What it does not understand makes it false.
func mapping(text string) ([]entry, bool) {
	text = strings.TrimRight(text, " \t\r\n")
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.TrimSpace(first) == "" {
		return block(rest)
	}
	p := flow{text: text}
	keys, ok := p.entries(0)
	p.blank()
	return keys, ok && p.at == len(p.text)
}

// block reads lines of "key: value", a value in the flow form, and lists of
// texts below a key.
func block(text string) ([]entry, bool) {
	var keys []entry
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if item, ok := strings.CutPrefix(line, "- "); ok && len(keys) > 0 {
			last := &keys[len(keys)-1].value
			v, ok := whole(item)
			if !ok || last.text != "" || last.is == 'm' {
				return nil, false
			}
			last.is = 'l'
			last.list = append(last.list, v)
			continue
		}
		key, rest, ok := strings.Cut(line, ":")
		if !ok || key == "" || strings.ContainsAny(key, "{}[]\"") {
			return nil, false
		}
		v, ok := whole(rest)
		if !ok {
			return nil, false
		}
		keys = append(keys, entry{strings.TrimSpace(key), v})
	}
	return keys, true
}

// whole reads a value that takes the rest of a line: a plain text may have
// commas and braces in it.
func whole(text string) (value, bool) {
	text = strings.TrimSpace(text)
	if text == "" || strings.IndexByte(`"'[{`, text[0]) < 0 {
		return value{is: 't', text: text}, true
	}
	p := flow{text: text}
	v, ok := p.value(0)
	p.blank()
	return v, ok && p.at == len(p.text)
}

// flow reads the flow form of YAML, of which JSON is a part.
type flow struct {
	text string
	at   int
}

func (p *flow) blank() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

func (p *flow) next(c byte) bool {
	p.blank()
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

// entries reads "key: value, key: value" up to a brace or the end.
func (p *flow) entries(depth int) (keys []entry, ok bool) {
	for {
		p.blank()
		if p.at == len(p.text) || p.text[p.at] == '}' {
			return keys, true
		}
		k, ok := p.scalar(":")
		if !ok || !p.next(':') {
			return nil, false
		}
		v, ok := p.value(depth + 1)
		if !ok {
			return nil, false
		}
		keys = append(keys, entry{k, v})
		if !p.next(',') {
			p.blank()
			return keys, p.at == len(p.text) || p.text[p.at] == '}'
		}
	}
}

func (p *flow) value(depth int) (value, bool) {
	if depth > deepest {
		return value{}, false
	}
	switch {
	case p.next('{'):
		keys, ok := p.entries(depth)
		return value{is: 'm', keys: keys}, ok && p.next('}')
	case p.next('['):
		v := value{is: 'l'}
		for !p.next(']') {
			item, ok := p.value(depth + 1)
			if !ok {
				return value{}, false
			}
			v.list = append(v.list, item)
			if !p.next(',') {
				return v, p.next(']')
			}
		}
		return v, true
	}
	s, ok := p.scalar("")
	return value{is: 't', text: s}, ok
}

// scalar reads a text, in quotes or up to what ends it.
func (p *flow) scalar(stop string) (string, bool) {
	p.blank()
	rest := p.text[p.at:]
	switch {
	case rest == "":
		return "", false
	case rest[0] == '"':
		return p.quoted()
	case rest[0] == '\'':
		var b strings.Builder
		for i := 1; i < len(rest); i++ {
			if rest[i] != '\'' {
				b.WriteByte(rest[i])
			} else if i+1 < len(rest) && rest[i+1] == '\'' {
				i++
				b.WriteByte('\'')
			} else {
				p.at += i + 1
				return b.String(), true
			}
		}
		return "", false
	}
	n := strings.IndexAny(rest, ",{}[]\n"+stop)
	if n < 0 {
		n = len(rest)
	}
	p.at += n
	s := strings.TrimSpace(rest[:n])
	return s, s != ""
}

// escapes are those of one character.
var escapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", '"': `"`, '\\': `\`, '/': "/", '0': "\x00", 'b': "\b", 'f': "\f"}

func (p *flow) quoted() (string, bool) {
	var b strings.Builder
	s := p.text
	for i := p.at + 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			p.at = i + 1
			return b.String(), true
		case c != '\\' || i+1 == len(s):
			b.WriteByte(c)
		default:
			i++
			if e, ok := escapes[s[i]]; ok {
				b.WriteString(e)
				continue
			}
			n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
			if n == 0 || i+n >= len(s) {
				return "", false
			}
			r, err := strconv.ParseUint(s[i+1:i+1+n], 16, 32)
			if err != nil || !utf8.ValidRune(rune(r)) {
				return "", false
			}
			b.WriteRune(rune(r))
			i += n
		}
	}
	return "", false
}

// quote writes a text so that quoted reads it. Whatever could be taken for
// more than a text, or be not seen, is a number.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r != ' ' && !strconv.IsPrint(r) && r > 0xffff:
			b.WriteString(`\U` + hex(uint64(r), 8))
		case r != ' ' && !strconv.IsPrint(r), strings.ContainsRune("{}<>=", r):
			b.WriteString(`\u` + hex(uint64(r), 4))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func hex(n uint64, digits int) string {
	s := strconv.FormatUint(n, 16)
	return strings.Repeat("0", digits-len(s)) + s
}

func decimal(n int) string { return strconv.Itoa(n) }
