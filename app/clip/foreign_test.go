package clip_test

import (
	"testing"

	"warrant/app/clip"
)

// A text that is clearly in the language of another mapper is read as that;
// what only looks like it stays an indented text.
func TestPasteForeign(t *testing.T) {
	for _, c := range []struct {
		text   string
		kind   clip.Kind
		claims int
		lost   int
	}{
		{"[Rain]: It rains.\n  + <Dark>: The sky is dark. // so they say\n", clip.Map, 2, 2},
		{"(1) a\n(2) b\n----\n(3) c\n", clip.Map, 3, 0},
		{"Discussion Title: Rain?\n\n1. It rains.\n1.1. Con: The air is dry.\n", clip.Map, 2, 0},
		{"[Rain]: It rains.\n  + [Dark\n", clip.Text, 2, 0},
		{"(1) a\n(2) b\n", clip.Text, 2, 0},
		{"It rains\n  + dark\n  - dry\n", clip.Text, 3, 0},
		{"- [ ] buy milk\n- [x] buy bread\n", clip.Text, 2, 0},
		{"[a]: b\n  + [c]\n\n- [d]\n", clip.Text, 3, 0}, // Argdown, but not sound
	} {
		got, err := clip.Paste(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got.Kind != c.kind || got.NumClaims() != c.claims || c.kind == clip.Map && len(got.Lost("")) != c.lost {
			t.Errorf("%q: kind %v, %d claims, lost %v", c.text, got.Kind, got.NumClaims(), got.Lost(""))
		}
	}
}
