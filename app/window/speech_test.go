package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"warrant/app/language"
	"warrant/argument/credence"
)

// speaking is a window in the language of a preference, of a program that
// began in the language of the system.
func speaking(t *testing.T, system, chosen string) *hand {
	t.Helper()
	theApp().Preferences().SetString(prefLanguage, chosen)
	t.Cleanup(func() {
		theApp().Preferences().RemoveValue(prefLanguage)
		t.Setenv("LC_ALL", "en_US.UTF-8")
		t.Setenv("LANGUAGE", "")
		speak("")
	})
	return newHandIn(t, system)
}

// said is all that menus say.
func menuSays(items []*fyne.MenuItem) string {
	var b strings.Builder
	for _, i := range items {
		b.WriteString(textOf(i) + "\n")
		if i.ChildMenu != nil {
			b.WriteString(menuSays(i.ChildMenu.Items))
		}
	}
	return b.String()
}

func TestTheWindowSpeaksALanguage(t *testing.T) {
	for _, c := range []struct{ system, chosen, menu, saveAs, tab, over, cancel string }{
		{"de_AT.UTF-8", "", "Datei", "Speichern unter…", "Gliederung", "HAUPTTHESE", "Abbrechen"},
		{"en_US.UTF-8", "ru", "Файл", "Сохранить как…", "Структура", "ГЛАВНЫЙ ТЕЗИС", "Отмена"},
		{"C", "zh", "文件", "另存为…", "大纲", "核心主张", "取消"},
		{"fr_FR.UTF-8", "ko", "파일", "다른 이름으로 저장…", "개요", "중심 주장", "취소"},
		{"fr_FR.UTF-8", "en", "File", "Save As…", "Outline", "CONTENTION", "Cancel"},
	} {
		t.Run(c.system+c.chosen, func(t *testing.T) {
			h := speaking(t, c.system, c.chosen)
			if got := h.menu.main.Items[0].Label; got != c.menu {
				t.Errorf("the first menu is %q, want %q", got, c.menu)
			}
			if got := menuSays(h.menu.main.Items[0].Items); !strings.Contains(got, c.saveAs) {
				t.Errorf("%q is not in the menu:\n%s", c.saveAs, got)
			}
			if got := h.side.heads[1].Text; got != c.tab {
				t.Errorf("a tab is called %q, want %q", got, c.tab)
			}
			if got := drawnWords().Contention; got != c.over {
				t.Errorf("over the contention stands %q, want %q", got, c.over)
			}
			if got := lang.L("Cancel"); got != c.cancel {
				t.Errorf("the toolkit says %q, want %q", got, c.cancel)
			}
		})
	}
}

// A person who knows a command by its English name finds it by that too.
func TestCommandsAreFoundByBothNames(t *testing.T) {
	h := speaking(t, "de_DE.UTF-8", "")
	f := h.find("", h.commandRows())
	defer f.close()
	for _, typed := range []string{"save as", "speichern unter"} {
		f.field.SetText(typed)
		if len(f.found) == 0 || f.found[0].text != "Speichern unter…" {
			t.Errorf("%q finds %v", typed, f.found)
		}
	}
}

func TestTheUsualWordsForNumbersAreOfTheLanguage(t *testing.T) {
	for i, w := range credence.DefaultScale.Words() {
		if usualWords[i] != w {
			t.Errorf("word %d of the usual scale is %q, and %q is translated", i, w, usualWords[i])
		}
	}
	language.Use("de")
	defer language.Use("en")
	s := usualScale()
	if got := s.Word(.8); got != "wohl" || s.From(3) != credence.DefaultScale.From(3) {
		t.Errorf("80 %% is %q in German, from %v on", got, s.From(3))
	}
}

func TestSummariesOfDifferencesAreTranslated(t *testing.T) {
	language.Use("de")
	defer language.Use("en")
	for summary, want := range map[string]string{
		"2 claims added, 1 link removed": "2 Thesen hinzugefügt, 1 Verbindung entfernt",
		"confidence 60% → 80%":           "Konfidenz 60\u00a0% → 80\u00a0%",
		"no difference":                  "kein Unterschied",
	} {
		if got := differing(summary); got != want {
			t.Errorf("%q is told as %q, want %q", summary, got, want)
		}
	}
}

func TestFileNamesOfTitles(t *testing.T) {
	for title, want := range map[string]string{
		"Turn to the East": "turn-to-the-east.json", "Wende: nach Osten?": "wende-nach-osten.json", "转向东方": "转向东方.json",
		"Поворот на Восток": "поворот-на-восток.json", "../../etc": "etc.json", "…": "map.json",
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q is saved as %q, want %q", title, got, want)
		}
	}
}

// The inspector is 320 wide; its slider 280, with the words below it.
func TestTheUsualWordsFitBelowASlider(t *testing.T) {
	newHand(t) // its theme
	defer language.Use("en")
	const width, size, apart = 280, 10.5, 5
	for _, l := range language.Languages() {
		language.Use(l.Tag)
		words, end := usualScale().Words(), float32(-apart)
		for i, w := range words {
			wide := fyne.MeasureText(w, size, fyne.TextStyle{}).Width
			left := width*float32(i)/float32(len(words)-1) - wide/2
			switch i {
			case 0:
				left = 0
			case len(words) - 1:
				left = width - wide
			}
			if left < end+apart {
				t.Errorf("%s: “%s” has no room after “%s”", l.Tag, w, words[i-1])
			}
			end = left + wide
		}
	}
}
