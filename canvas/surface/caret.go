package surface

import "strings"

// AtCaret returns what stands before and after the caret in the text that is
// being edited, without the blanks between.
func (s *Surface) AtCaret() (before, after string) {
	f := s.editor.field
	if f == nil {
		return "", ""
	}
	text := []rune(f.Text)
	at := max(0, min(f.CursorTextOffset(), len(text)))
	return strings.TrimSpace(string(text[:at])), strings.TrimSpace(string(text[at:]))
}
