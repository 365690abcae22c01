package text

import (
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

var body = Style{Size: 13}

func TestWidthIsLinearInSize(t *testing.T) {
	f := Bundled()
	for _, line := range []string{"Russia is more likely", "Россия скорее", "Ελλάδα", "a−b → 85 %", "中文"} {
		one := f.Width(line, Style{Size: 1})
		if one <= 0 {
			t.Errorf("%q has the width %v", line, one)
		}
		for _, size := range []float64{0.5, 10.5, 13, 200} {
			if got := f.Width(line, Style{Size: size}); math.Abs(got-one*size) > 1e-9*size {
				t.Errorf("%q at %v: width %v, want %v", line, size, got, one*size)
			}
		}
	}
}

func TestHeavierIsWider(t *testing.T) {
	f, before := Bundled(), 0.0
	for w := Regular; w <= Bold; w++ {
		got := f.Width("Disappointing results show", Style{Size: 13, Weight: w})
		if got <= before {
			t.Errorf("weight %d: width %v, not over the lighter one's %v", w, got, before)
		}
		before = got
	}
}

func TestWrap(t *testing.T) {
	f := Bundled()
	in := func(text string) float64 { return f.Width(text, body) }
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"empty", "", 100, []string{""}},
		{"fits", "one two", in("one two"), []string{"one two"}},
		{"at a space", "one two", in("one two") - 1, []string{"one", "two"}},
		{"spaces at the break belong to no line", "one   two", in("one tw"), []string{"one", "two"}},
		{"newline", "one\n\ntwo\n", 100, []string{"one", "", "two", ""}},
		{"after a hyphen", "well-known", in("well-kno"), []string{"well-", "known"}},
		{"not at a space that must not break", "a b\u00a0c", in("a b c") - 1, []string{"a", "b\u00a0c"}},
		{"long word", "aaaaaaaa", in("aaa"), []string{"aaa", "aaa", "aa"}},
		{"no width", "abc", 0, []string{"a", "b", "c"}},
		{"a grapheme stays whole", "e\u0301e\u0301", 0, []string{"e\u0301", "e\u0301"}},
		{"Chinese", "中文中文", in("中文"), []string{"中文", "中文"}},
		{"Windows", "a\r\nb", 100, []string{"a", "b"}},
	} {
		var got []string
		for _, l := range f.Wrap(c.text, body, c.width) {
			got = append(got, l.Text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// hostile is what people paste and attackers send.
var hostile = map[string]string{
	"marks":        "a" + strings.Repeat("\u0301", 1000),
	"long word":    strings.Repeat("Überlänge", 11_200),
	"invalid":      "a\xed\xa0\x80\xff\xfe" + strings.Repeat("\x80", 5000),
	"controls":     "a\x00b\x1b[31m\u0085\u009b\u2028\u2029\ufeff",
	"bidi":         strings.Repeat("\u202e\u2067a\u05d0(", 300) + "\u2069\u202c",
	"joiners":      strings.Repeat("👩\u200d", 2000),
	"spaces":       strings.Repeat(" ", 50_000) + "x" + strings.Repeat(" ", 50_000),
	"Arabic":       strings.Repeat("العربية", 3000),
	"brackets":     strings.Repeat("א(", 5000) + strings.Repeat(")", 5000),
	"every range":  everyRange(),
	"zero widths":  strings.Repeat("\u200b", 20_000),
	"noncharacter": "\U0010ffff\ufffe\U000e0041",
}

func everyRange() string {
	var b strings.Builder
	for r := rune(0); r < 0x30000; r += 61 {
		b.WriteRune(r)
	}
	return b.String()
}

func TestHostileTextTakesBoundedTime(t *testing.T) {
	f := newFonts()
	for name, text := range hostile {
		for _, width := range []float64{200, 0, 1e9} {
			start := time.Now()
			lines := f.Wrap(text, body, width)
			for _, l := range lines[:min(len(lines), 50)] {
				f.Glyphs(nil, l.Text, body)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%s in %v: %v", name, width, took)
			} else {
				t.Logf("%-12s in %v: %d bytes, %d lines, %v", name, width, len(text), len(lines), took)
			}
			checkLines(t, name, text, lines, width)
		}
	}
	for _, w := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1} {
		f.Wrap("one two three", body, w)
		f.Wrap("one two three", Style{Size: w}, 50)
	}
}

// checkLines holds what Wrap promises of any text.
func checkLines(t *testing.T, name, text string, lines []Line, width float64) {
	t.Helper()
	if len(lines) == 0 {
		t.Errorf("%s: no line", name)
	}
	at := 0
	for i, l := range lines {
		if l.Start < at || l.End < l.Start || l.End > len(text) || text[l.Start:l.End] != l.Text {
			t.Fatalf("%s: line %d is %d–%d after %d", name, i, l.Start, l.End, at)
		}
		if lost := strings.Trim(text[at:l.Start], " \t\r\n\v\f\u0085\u2028\u2029"); lost != "" {
			t.Fatalf("%s: line %d lost %q before it", name, i, lost)
		}
		at = l.End
		if l.Width > width+slack && uniseg.GraphemeClusterCount(l.Text) > 1 {
			t.Errorf("%s: line %d is %v wide", name, i, l.Width)
		}
	}
	if lost := strings.Trim(text[at:], " \t\r\n\v\f\u0085\u2028\u2029"); lost != "" {
		t.Errorf("%s: lost %q at the end", name, lost)
	}
}

func FuzzWrap(f *testing.F) {
	for name, text := range hostile {
		if utf8.RuneCountInString(text) < 3000 {
			f.Add(text, 80.0)
		}
		_ = name
	}
	f.Fuzz(func(t *testing.T, text string, width float64) {
		lines := Bundled().Wrap(text, body, width)
		if !(width > 0) {
			width = 0
		}
		checkLines(t, "fuzz", text, lines, width)
	})
}

// visual returns the characters of a line in the order their glyphs stand.
func visual(line string) string {
	var b strings.Builder
	for _, g := range Bundled().Glyphs(nil, line, body) {
		r, _ := utf8.DecodeRuneInString(line[g.At:])
		b.WriteRune(r)
	}
	return b.String()
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"left to right", "abc", "abc"},
		{"Hebrew", "אבג", "גבא"},
		{"Latin in front", "abc אבג", "abc גבא"},
		{"Hebrew in front", "אבג abc", "abc גבא"},
		{"number in Hebrew", "אב 123 גד", "דג 123 בא"},
		{"comma in a number", "אב 1,5", "1,5 בא"},
		{"Latin, Hebrew, Latin", "ab אב cd", "ab בא cd"},
		{"two words stay in order", "ab אב גד cd", "ab דג בא cd"},
		{"brackets", "ab (אב) cd", "ab (בא) cd"},
		{"brackets around the line's direction", "אב(גד[&ef]!)gh", "gh)!]ef&[דג(בא"},
		{"brackets that nothing decides", "ab (!) אב", "ab (!) בא"},
		{"brackets after the other direction", "אב ab (cd) 1", "ab (cd) 1 בא"},
		{"override", "a\u202ebcd\u202ce", "adcbe"},
		{"isolate", "\u2068אב\u2069 1", "בא 1"},
		{"override ends with the line", "\u202eabc", "cba"},
		{"isolate in the other direction", "ab \u2067cd אב\u2069 ef", "ab בא cd ef"},
		{"isolate in its own", "ab \u2066אב 1\u2069 ef", "ab 1 בא ef"},
		{"isolate by its first letter", "\u2068אב cd\u2069 ef", "cd בא ef"},
		{"an isolate's letters do not decide for the line", "\u2068cd אב\u2069 הו", "וה cd בא"},
		{"Latin isolated in Hebrew", "אב \u2067cd ef\u2069 גד", "דג cd ef בא"},
		{"isolate in an isolate", "ab \u2067אב\u2066cd הו\u2069 1\u2069 ef", "ab 1 cd והבא ef"},
		{"isolate left open", "ab \u2067אב", "ab בא"},
		{"an end without an isolate", "ab \u2069אב", "ab בא"},
		{"embedding", "\u202aאב\u202c 1", "בא 1"},
		{"brackets in Hebrew", "אב (cd) גד", "דג )cd( בא"},
		{"brackets in brackets", "אב [ab (גד) ef] 1", "1 ]ef )דג( ab[ בא"},
		{"brackets that cross", "ab [אב (cd] גד) ef", "ab [בא (cd] דג) ef"},
		{"bracket left open", "אב (ab", "ab( בא"},
		{"angles of either form", "אב \u2329cd\u3009 1", "1 \u3009cd\u2329 בא"},
		{"brackets of mathematics", "אב \u298dcd\u2990 1", "1 \u2990cd\u298d בא"},
		{"number in brackets", "אב (12) גד", "דג )12( בא"},
		{"bracket in an override", "a\u202eb(c)d\u202ce", "ad)c(be"},
		{"span of numbers", "אב, 12–34, גד", "דג ,34–12 ,בא"},
		{"price", "אב $5.00 גד", "דג $5.00 בא"},
		{"mark above a letter", "אב a\u0323b גד", "דג ab בא"},
		{"marks of direction", "ab\u200eאב\u200f!", "abבא!"},
		{"end of a sentence", "שלום (hello)!", "!)hello( םולש"},
	} {
		if got := visual(c.line); got != c.want {
			t.Errorf("%s: %q stands as %q, want %q", c.name, c.line, got, c.want)
		}
	}
}

func TestGlyphsFillTheWidth(t *testing.T) {
	f := Bundled()
	for _, line := range []string{"Disappointing results", "ab אב cd", "中文 and Latin", ""} {
		x := 0.0
		for _, g := range f.Glyphs(nil, line, body) {
			x = math.Max(x, g.X+g.Advance)
		}
		if w := f.Width(line, body); math.Abs(x-w) > 1e-3 {
			t.Errorf("%q: glyphs end at %v, width %v", line, x, w)
		}
	}
}

func TestWords(t *testing.T) {
	plain := map[string]bool{"one": true, "Россия": true, " ": true, "(a)": true,
		"e\u0301": false, "中": false, "אב": false, "a\x01b": false, "->": false}
	for word, want := range plain {
		ws := Bundled().Words(word, body)
		if len(ws) != 1 || ws[0].Plain != want || ws[0].Text != word {
			t.Errorf("%q: %+v, want one word, plain %v", word, ws, want)
		}
	}
	var got []string
	for _, w := range Bundled().Words("one אב גד two", body) {
		got = append(got, w.Text)
	}
	if s := strings.Join(got, "|"); s != "one| |גד| |אב| |two" {
		t.Errorf("words stand as %s", s)
	}
}

func BenchmarkWidthCold(b *testing.B) {
	f := newFonts()
	for b.Loop() {
		f.pieces = newPieces()
		f.Width("Disappointing results show tha", body)
	}
}

func BenchmarkWidthWarm(b *testing.B) {
	for b.Loop() {
		Bundled().Width("Disappointing results show tha", body)
	}
}

func BenchmarkWrapCard(b *testing.B) {
	const claim = "Disappointing results show that Russian and Chinese interests diverge on more than trade and energy"
	b.Run("cold", func(b *testing.B) {
		f := newFonts()
		for b.Loop() {
			f.pieces = newPieces()
			f.Wrap(claim, body, 188)
		}
	})
	b.Run("warm", func(b *testing.B) {
		for b.Loop() {
			Bundled().Wrap(claim, body, 188)
		}
	})
}
