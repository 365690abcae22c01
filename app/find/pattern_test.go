package find

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAll(t *testing.T) {
	exact, word, expr := Options{MatchCase: true}, Options{WholeWord: true}, Options{Regexp: true}
	for _, test := range []struct {
		name, text, wanted string
		options            Options
		want               []string // what is found, as it stands in the text
	}{
		{"case does not count", "Oil, OIL and oil", "oIl", Options{}, []string{"Oil", "OIL", "oil"}},
		{"case counts", "Oil, OIL and oil", "oil", exact, []string{"oil"}},
		{"none overlaps another", "aaaa", "aa", Options{}, []string{"aa", "aa"}},
		{"Russian", "Россия и РОССИЯ", "россия", Options{}, []string{"Россия", "РОССИЯ"}},
		{"Russian, case counts", "Россия и РОССИЯ", "Россия", exact, []string{"Россия"}},
		{"Greek's final sigma", "ὁ λόγος, ΛΌΓΟΣ", "λόγοσ", Options{}, []string{"λόγος", "ΛΌΓΟΣ"}},
		{"German", "Straße, STRASSE", "strasse", Options{}, []string{"Straße", "STRASSE"}},
		{"half of an ß is not found", "Maß", "s", Options{}, nil},
		{"Turkish", "İstanbul", "istanbul", Options{}, []string{"İstanbul"}},
		{"an accent composed and not", "cafe\u0301, café", "café", Options{}, []string{"cafe\u0301", "café"}},
		{"the same where case counts", "cafe\u0301, Café", "café", exact, []string{"cafe\u0301"}},
		{"a letter without its accent is another", "cafe\u0301 café", "cafe", Options{}, nil},
		{"й from a Mac", "и\u0306 й", "Й", Options{}, []string{"и\u0306", "й"}},
		{"Korean in parts", "\u1112\u1161\u11ab 한", "한", Options{}, []string{"\u1112\u1161\u11ab", "한"}},
		{"wide letters", "ＧＤＰ and GDP", "gdp", Options{}, []string{"ＧＤＰ", "GDP"}},
		{"a ligature whole", "ﬁnal", "final", Options{}, []string{"ﬁnal"}},
		{"Chinese", "俄罗斯不会平衡中国", "平衡", Options{}, []string{"平衡"}},
		{"Devanagari: a consonant without its vowel is another", "कि क", "क", Options{}, []string{"क"}},
		{"one of a joined picture is none of it", "👩‍🌾 👩", "👩", Options{}, []string{"👩"}},

		{"words alone", "oil, oils, soil; Oil", "oil", word, []string{"oil", "Oil"}},
		{"a word of Russian", "мир, мира", "мир", word, []string{"мир"}},
		{"an apostrophe is within a word", "can't can", "can", word, []string{"can"}},
		{"several words", "the oil price, foil prices", "oil price", word, []string{"oil price"}},
		{"a character of Chinese is a word", "平衡中国", "平衡", word, []string{"平衡"}},

		{"an expression", "in 1991 and 2014", `\d{4}`, expr, []string{"1991", "2014"}},
		{"an expression, case does not count", "Oil OIL", `o.l`, expr, []string{"Oil", "OIL"}},
		{"an expression, case counts", "Oil oil", `o.l`, Options{Regexp: true, MatchCase: true}, []string{"oil"}},
		{"an expression by lines", "one\ntwo", `^t`, expr, []string{"t"}},
		{"an expression for nothing", "abc", `x*`, expr, nil},
		{"an expression and words", "oil oils", `oi\w*?l`, Options{Regexp: true, WholeWord: true}, []string{"oil"}},
		{"signs are themselves", "what? (a+b)", "(a+b)", Options{}, []string{"(a+b)"}},
		{"nothing", "abc", "", Options{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := New(test.wanted, test.options)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range p.All(test.text) {
				got = append(got, test.text[s.From:s.To])
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q in %q: %q, want %q", test.wanted, test.text, got, test.want)
			}
		})
	}
}

func TestWhatIsWrongWithAnExpression(t *testing.T) {
	for expr, want := range map[string]string{
		`(`:    "regular expression: missing closing )",
		`a)`:   "regular expression: unexpected )",
		`[z-a`: "regular expression: invalid character class range: z-a",
		`*`:    "regular expression: missing argument to repetition operator: *",
	} {
		if _, err := New(expr, Options{Regexp: true}); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", expr, err, want)
		}
	}
}

func TestReplace(t *testing.T) {
	for _, test := range []struct {
		text, wanted, with string
		options            Options
		want               string
	}{
		{"Oil and oil", "oil", "gas", Options{}, "gas and gas"},
		{"Oil and oil", "oil", "", Options{}, " and "},
		{"a.b", ".", "$1", Options{}, "a$1b"},
		{"Straße", "ss", "ß", Options{}, "Straße"},
		{"1991 to 2014", `(\d\d)(\d\d)`, "${2}/$1", Options{Regexp: true}, "91/19 to 14/20"},
		{"x=1", `(?P<name>\w)=`, "$name:", Options{Regexp: true}, "x:1"},
	} {
		p, err := New(test.wanted, test.options)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Replace(test.text, test.with, p.All(test.text)); got != test.want {
			t.Errorf("%q for %q in %q: %q, want %q", test.with, test.wanted, test.text, got, test.want)
		}
	}
}

// Whatever a text is made of, each of its parts that ends between letters is
// found in it, and all that is found is valid text.
func TestAnyPartOfATextIsFound(t *testing.T) {
	letters := []string{"a", "B", " ", "ß", "é", "e\u0301", "И\u0306", "\u1112\u1161\u11ab", "한", "ﬁ", "क", "कि", "中", "👩‍🌾", "İ", "Σ", "ς", "ﷺ", "½"}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	for range 3000 {
		var parts []string
		for range 1 + r.IntN(12) {
			parts = append(parts, letters[r.IntN(len(letters))])
		}
		text := strings.Join(parts, "")
		from := r.IntN(len(parts))
		to := from + 1 + r.IntN(len(parts)-from)
		wanted := strings.Join(parts[from:to], "")
		o := Options{MatchCase: r.IntN(2) == 0}
		p, err := New(wanted, o)
		if err != nil {
			t.Fatal(err)
		}
		all := p.All(text)
		if len(all) == 0 {
			t.Errorf("%+q is not found in %+q (%+v)", wanted, text, o)
		}
		end := 0
		for _, s := range all {
			if s.From < end || s.To <= s.From || !utf8.ValidString(text[s.From:s.To]) {
				t.Errorf("%+q in %+q: found %v", wanted, text, all)
			}
			end = s.To
		}
	}
}

func TestContext(t *testing.T) {
	text := "Moscow turned to Asia before the crisis, and not because of it"
	for _, test := range []struct {
		wanted        string
		before, after int
		want          string
	}{
		{"moscow", 10, 10, "|Moscow| turned to…"},
		{"asia", 11, 8, "…turned to |Asia| before …"},
		{"it", 100, 100, text[:len(text)-2] + "|it|"},
	} {
		p, _ := New(test.wanted, Options{WholeWord: true})
		front, found, rest := Context(text, p.All(text)[0], test.before, test.after)
		if got := front + "|" + found + "|" + rest; got != test.want {
			t.Errorf("%s: %q, want %q", test.wanted, got, test.want)
		}
	}
	front, found, rest := Context("一\n二三\t四", Span{4, 7}, 5, 5)
	if got := fmt.Sprint(front, found, rest); got != "一 二三 四" {
		t.Errorf("on one line it is %q", got)
	}
}

func BenchmarkRussian(b *testing.B) {
	text := strings.Repeat("Россия повернула на восток до кризиса. ", 20000)
	p, _ := New("восток", Options{})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p.All(text)
	}
}

func BenchmarkEnglish(b *testing.B) {
	text := strings.Repeat("Russia turned to the East before the crisis. ", 20000)
	p, _ := New("East", Options{})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p.All(text)
	}
}
