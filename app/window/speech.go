package window

import (
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"warrant/app/language"
	"warrant/assets"
	"warrant/canvas/scene"
)

// translate has a drawing speak the language in use. English it speaks by
// itself, and a large one takes a moment to be drawn anew.
func translate(s *scene.Scene) {
	if language.Used() != "en" {
		s.SetWords(drawnWords())
	}
}

// drawnWords are what the canvas says of its own, in the language in use.
func drawnWords() scene.Words {
	return scene.Words{
		Contention: language.Say("CONTENTION"), Unsettled: language.Say("unsettled"),
		New: language.Say("new"), Changed: language.Say("changed"), Gone: language.Say("gone"),
		More: func(n int) string { return language.Say("%d more", n) },
	}
}

// speak has the program and the toolkit's own dialogs speak the language of
// a tag, or the system's where there is none.
func speak(tag string) {
	used := language.Use(tag)
	if tag != "" {
		// The toolkit knows no other way to be told than the environment, and
		// chooses typefaces by it too: a Han character has another shape in
		// Japan than in China.
		_ = os.Setenv("LANGUAGE", map[bool]string{true: "zh_CN", false: used}[used == "zh"])
		if deaf() {
			_ = os.Setenv("LC_ALL", used)
		}
	}
	// It lacks Korean, and looks at the environment anew when it is given some.
	if ko, err := assets.ToolkitKorean.ReadFile("toolkit/ko.json"); err == nil {
		if err := lang.AddTranslationsForLocale(ko, "ko"); err != nil {
			fyne.LogError("the toolkit's Korean", err)
		}
	}
}

// deaf reports whether the environment asks for no language at all, in which
// case LANGUAGE is not looked at.
func deaf() bool {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v == "C" || v == "POSIX" || strings.HasPrefix(v, "C.")
		}
	}
	return false
}
