package language

import (
	"strings"
	"sync"
	"testing"
)

// speak puts a catalogue of the test's own in use until the test ends.
func speak(t *testing.T, tag, file string) {
	t.Helper()
	c, err := read(tag, []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	spoken.Store(c)
	t.Cleanup(func() { spoken.Store(nil) })
}

func TestWithoutACatalogueTheTextIsAsItStandsInTheCode(t *testing.T) {
	spoken.Store(nil)
	if got := Say("at 50 % of it"); got != "at 50 % of it" {
		t.Errorf("a text without arguments is no format: %q", got)
	}
	if got := Say("%s at %d %%", "it", 50); got != "it at 50 %" {
		t.Errorf("got %q", got)
	}
	if got := Count(1, "%d claim", "%d claims") + ", " + Count(2, "%d link of %s", "%d links of %s", "it"); got != "1 claim, 2 links of it" {
		t.Errorf("got %q", got)
	}
}

func TestATranslationMayTakeItsArgumentsInAnotherOrder(t *testing.T) {
	speak(t, "ja", `{"%s of %s": "%[2]sの%[1]s", "Open": "開く"}`)
	if got := Say("%s of %s", "A", "B"); got != "BのA" {
		t.Errorf("got %q", got)
	}
	if got := Translate("Open") + Translate("Shut"); got != "開くShut" {
		t.Errorf("got %q", got)
	}
}

func TestWhatOtherPackagesSayIsTranslatedWithItsNumbers(t *testing.T) {
	speak(t, "ru", `{"Move %d claims": {"one": "o %d", "few": "f %d", "many": "m %d", "other": "x %d"}, "Move claim": "m",
		"Delete %d claims and %d links": "d %d, %d", "confidence %d%% → %d%%": "c %d %% → %d %%",
		"there is no claim %s": "n %s"}`)
	for text, want := range map[string]string{
		"Move 3 claims": "f 3", "Move 21 claims": "o 21", "Move claim": "m", "Delete 3 claims and 12 links": "d 3, 12",
		"confidence 60% → 80%": "c 60 % → 80 %", "confidence 12.5% → 1000.25%": "c 12,5 % → 1000,25 %", "version 1.5": "version 1.5",
		`there is no claim "c\"1 %d"`: `n "c\"1 %d"`, `no claim "c1"`: `no claim "c1"`, "Nudge 3 claims": "Nudge 3 claims", "Move 99999999999999999999 claims": "Move 99999999999999999999 claims",
	} {
		if got := Translate(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// The forms are those of https://cldr.unicode.org/index/cldr-spec/plural-rules.
func TestCountingFollowsTheLanguage(t *testing.T) {
	for _, c := range []struct {
		tag, file string
		want      string // for 0, 1, 2, 5, 11, 21, 22, 111
	}{
		{"ru", `{"%d claims": {"one": "%d o", "few": "%d f", "many": "%d m", "other": "%d x"}}`, "0 m, 1 o, 2 f, 5 m, 11 m, 21 o, 22 f, 111 m"},
		{"fr", `{"%d claims": {"one": "%d o", "many": "%d m", "other": "%d x"}}`, "0 o, 1 o, 2 x, 5 x, 11 x, 21 x, 22 x, 111 x"},
		{"de", `{"%d claims": {"one": "%d o", "other": "%d x"}}`, "0 x, 1 o, 2 x, 5 x, 11 x, 21 x, 22 x, 111 x"},
		{"ko", `{"%d claims": {"other": "%d x"}}`, "0 x, 1 x, 2 x, 5 x, 11 x, 21 x, 22 x, 111 x"},
	} {
		speak(t, c.tag, c.file)
		var got []string
		for _, n := range []int{0, 1, 2, 5, 11, 21, 22, 111} {
			got = append(got, Count(n, "%d claim", "%d claims"))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s; want %s", c.tag, s, c.want)
		}
	}
}

func TestTheNearestLanguageIsUsed(t *testing.T) {
	for _, c := range []struct{ asked, want string }{
		{"de", "de"}, {"de-AT", "de"}, {"es-MX", "es"}, {"fr_CA", "fr"}, {"zh-Hans-CN", "zh"}, {"zh_TW", "zh"}, {"ja-JP", "ja"},
		{"ko", "ko"}, {"ru-RU", "ru"}, {"en-GB", "en"}, {"fi", "en"}, {"bg", "en"}, {"no such tag", "en"},
	} {
		if got := Use(c.asked); got != c.want || Used() != c.want {
			t.Errorf("Use(%q) is %q, Used %q; want %q", c.asked, got, Used(), c.want)
		}
	}
	Use("en")
}

func TestAFaultyCatalogueSaysWhere(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{`["Open"]`, "catalogue de"},
		{`{"Open": 1}`, `"Open": want a text, or an object of plural forms`},
		{`{"%d claims": {"several": "%d"}}`, `no plural form "several"`},
	} {
		if _, err := read("de", []byte(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q in it", c.file, err, c.want)
		}
	}
}

func TestTheLanguageMayChangeWhileOthersSpeak(t *testing.T) {
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 200 {
				Say("%s of %s", "A", "B")
				Count(2, "%d claim", "%d claims")
			}
		})
	}
	for _, l := range Languages() {
		Use(l.Tag)
	}
	all.Wait()
	Use("en")
}

func BenchmarkSay(b *testing.B) {
	Use("de")
	defer Use("en")
	for b.Loop() {
		Say("Open…")
	}
}
