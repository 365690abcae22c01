package text

import (
	"strings"
	"testing"
)

// TestLinesRunAsTheirParagraphDoes wraps texts of both directions so that
// lines begin with words of the other one.
func TestLinesRunAsTheirParagraphDoes(t *testing.T) {
	f := Bundled()
	style := Style{Size: 13}
	for _, c := range []struct {
		name, text string
		rtl        bool
	}{
		{"English", "plain words alone", false},
		{"Hebrew", "הגשר בטוח כי המהנדסים בדקו אותו", true},
		{"Hebrew with English", "הגשר report בטוח English כי words המהנדסים", true},
		{"a number first", "2024 בשנת אותו report", true},
		{"English with Hebrew", "then הגשר again בטוח once כי more", false},
		{"neither", "12 + 34 = 46", false},
	} {
		for width := 20.0; width < 300; width += 17 {
			for _, l := range f.Wrap(c.text, style, width) {
				if l.RTL != c.rtl {
					t.Errorf("%s, %v wide: %q runs right to left: %v", c.name, width, l.Text, l.RTL)
				}
				drawn := l.Drawn()
				if strings.TrimLeft(drawn, "\u200e\u200f") != l.Text {
					t.Errorf("%s: %q is drawn as %q", c.name, l.Text, drawn)
				}
				if strings.ContainsAny(l.Text, "abcdefghijklmnopqrstuvwxyzאבגדהוזחטיכלמנסעפצקרשת") && rightToLeft(drawn) != c.rtl {
					t.Errorf("%s, %v wide: %q by itself runs right to left: %v", c.name, width, drawn, !c.rtl)
				}
				if a, b := f.Width(drawn, style), f.Width(l.Text, style); a > b+0.01 || a < b-0.01 {
					t.Errorf("%s: the mark of direction makes %q %.2f wide, not %.2f", c.name, l.Text, a, b)
				}
			}
		}
	}
	for _, l := range f.Wrap("הגשר בטוח\nand this is English", style, 400) {
		if want := !strings.HasPrefix(l.Text, "and"); l.RTL != want {
			t.Errorf("of two paragraphs %q runs right to left: %v", l.Text, l.RTL)
		}
	}
}
