package argdown

import (
	"bytes"
	"strings"

	"warrant/storage/interchange/loss"
)

// mark stands in a line for data, before and after their number.
const mark = "\x01"

// raw is a line without its comments; data within it are a number between
// marks, so that it has no line ends.
type raw struct {
	number int // in the text, from 1
	indent int // in characters
	text   string
	blank  bool
}

// data is what stands between braces.
type data struct {
	line int
	text string // without the braces
}

// scanned is a text taken apart into lines.
type scanned struct {
	lines []raw
	data  []data
	front []raw // the lines of the frontmatter
	lost  loss.Losses
}

// scanner goes through a text character by character.
type scanner struct {
	scanned
	text   []byte
	at     int
	number int
	line   strings.Builder
	begun  int  // the number of the line that is being read
	dry    int  // up to here no address ends
	hidden bool // of the line
	remark bool // the line has a comment
}

func scan(text []byte) (*scanned, error) {
	s := scanner{text: text, number: 1, begun: 1}
	s.frontmatter()
	if s.front != nil && s.at > len(text) {
		return nil, &loss.Fault{Line: s.front[0].number, Column: 1, Problem: "the frontmatter does not end", Hint: "close it with a line of ==="}
	}
	for s.at < len(s.text) {
		if err := s.step(); err != nil {
			return nil, err
		}
	}
	s.end()
	return &s.scanned, nil
}

// frontmatter takes the lines between two lines of "===" at the beginning.
// Where the second is missing, it goes past the end of the text.
func (s *scanner) frontmatter() {
	for rest := s.text; ; {
		line, after, more := bytes.Cut(rest, []byte("\n"))
		trimmed := bytes.TrimSpace(line)
		fence := bytes.HasPrefix(trimmed, []byte("===")) && len(bytes.Trim(trimmed, "=")) == 0
		switch {
		case s.front == nil && len(trimmed) > 0 && !fence:
			return // there is none
		case s.front != nil && fence:
			s.number++
			s.begun, s.at = s.number, len(s.text)-len(after)
			return
		case fence:
			s.front = []raw{{number: s.number}}
		case s.front != nil:
			s.front = append(s.front, raw{number: s.number, indent: len(line) - len(bytes.TrimLeft(line, " \t")), text: string(trimmed)})
		}
		if !more {
			if s.front != nil {
				s.at = len(s.text) + 1
			}
			return
		}
		s.number++
		if s.front == nil {
			s.begun, s.at = s.number, len(s.text)-len(after)
		}
		rest = after
	}
}

// step takes one thing.
func (s *scanner) step() error {
	rest := s.text[s.at:]
	switch c := rest[0]; {
	case c == '\n':
		s.end()
		s.at++
		s.number++
		s.begun = s.number
	case c == '\\' && len(rest) > 1 && rest[1] != '\n' && rest[1] != '\r':
		s.line.Write(rest[:2])
		s.at += 2
	case c == '{':
		return s.braces()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.comment("<!--", "-->")
	case bytes.HasPrefix(rest, []byte("/*")):
		return s.comment("/*", "*/")
	case bytes.HasPrefix(rest, []byte("//")) && (s.at == 0 || s.text[s.at-1] != ':'): // an address is none
		s.remark = true
		s.lost.Add(s.number, "a comment")
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			s.at += i
		} else {
			s.at = len(s.text)
		}
	case c == '[':
		s.address(rest)
	default:
		if c == mark[0] {
			s.hidden = true
		} else {
			s.line.WriteByte(c)
		}
		s.at++
	}
	return nil
}

// address takes "[words](address)" whole, so that the address has no comment.
func (s *scanner) address(rest []byte) {
	rest = rest[:min(len(rest), 4096)]
	n, end := 1, -1
	if s.at >= s.dry {
		if end = bytes.IndexAny(rest, "]\n"); end < 0 {
			s.dry = s.at + len(rest)
		}
	}
	if end > 0 && bytes.HasPrefix(rest[end:], []byte("](")) {
		if i := bytes.IndexAny(rest[end:], ")\n"); i > 0 && rest[end+i] == ')' && bytes.IndexByte(rest[:end+i], mark[0]) < 0 {
			n = end + i + 1
		}
	}
	s.line.Write(rest[:n])
	s.at += n
}

func (s *scanner) comment(open, shut string) error {
	rest := s.text[s.at+len(open):]
	n := bytes.Index(rest, []byte(shut))
	if n < 0 {
		return loss.At(s.text, s.at, "the comment does not end", "close it with "+shut+`, or write \`+open[:1]+" for the character")
	}
	s.remark = true
	s.lost.Add(s.number, "a comment")
	s.number += bytes.Count(rest[:n], []byte("\n"))
	s.line.WriteByte(' ')
	s.at += len(open) + n + len(shut)
	return nil
}

// braces takes data, up to the brace that closes them.
func (s *scanner) braces() error {
	depth, quote := 0, byte(0)
	for i := s.at; i < len(s.text); i++ {
		c := s.text[i]
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' && strings.IndexByte(":[{, ", s.text[i-1]) >= 0:
			quote = c
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
		if depth == 0 {
			s.line.WriteString(mark + decimal(len(s.data)) + mark)
			s.data = append(s.data, data{s.number, string(s.text[s.at+1 : i])})
			s.number += bytes.Count(s.text[s.at:i], []byte("\n"))
			s.at = i + 1
			return nil
		}
	}
	return loss.At(s.text, s.at, "the data that begin here do not end", `close them with }, or write \{ for a brace`)
}

// end ends a line. One that had only a comment in it is none.
func (s *scanner) end() {
	line := strings.TrimSuffix(s.line.String(), "\r")
	s.line.Reset()
	marked := strings.ReplaceAll(line, mark, "")
	if _, dark := loss.Clean(marked); dark || s.hidden {
		s.lost.Add(s.begun, "characters that cannot be seen")
		parts := strings.Split(line, mark)
		for i := range parts {
			parts[i], _ = loss.Clean(parts[i])
		}
		line = strings.Join(parts, mark)
	}
	line = strings.TrimPrefix(line, "\ufeff")
	text := strings.TrimSpace(line)
	if text != "" || !s.remark {
		s.lines = append(s.lines, raw{s.begun, len(line) - len(strings.TrimLeft(line, " \t")), keepEscapedBlank(line, text), text == ""})
	}
	s.hidden, s.remark = false, false
}

// keepEscapedBlank gives a text back a blank at its end that a backslash is
// before.
func keepEscapedBlank(line, text string) string {
	if strings.HasSuffix(text, `\`) && !strings.HasSuffix(text, `\\`) && strings.HasSuffix(strings.TrimRight(line, "\r"), " ") {
		return text + " "
	}
	return text
}
