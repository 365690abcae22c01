package window

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A name made of a title is one name in the folder that is chosen, on every
// system, and of moderate length.
func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"Turn to the East":           "turn-to-the-east.json",
		"  Is it?  Yes/No  ":         "is-it-yes-no.json",
		"map.json":                   "map.json",
		"":                           "map.json",
		"../../etc/passwd":           "etc-passwd.json",
		`C:\Windows\x`:               "c-windows-x.json",
		".hidden":                    "hidden.json",
		"-rf *":                      "rf.json",
		"a\x00b\nc\x1b[31m":          "a-b-c-31m.json",
		"safe\u202egnp.exe":          "safe-gnp-exe.json",
		"CON":                        "map-con.json",
		"lpt1.json":                  "map-lpt1.json",
		"console":                    "console.json",
		"Поворот на Восток":          "поворот-на-восток.json",
		"俄罗斯转向东方":                    "俄罗斯转向东方.json",
		"الشرق":                      "الشرق.json",
		"🌧🌧":                         "map.json",
		"\u0301\u0301":               "map.json",
		"=1+1|calc":                  "1-1-calc.json",
		"\xff\xfe":                   "map.json",
		strings.Repeat("ab ", 1000):  strings.Repeat("ab-", 20) + "a.json",
		strings.Repeat("\u00e9", 99): strings.Repeat("\u00e9", 31) + ".json",
	} {
		got := fileName(title)
		if got != want {
			t.Errorf("%.30q makes %q, want %q", title, got, want)
		}
		if filepath.Base(got) != got || !filepath.IsLocal(got) || len(got) > 100 || !utf8.ValidString(got) {
			t.Errorf("%.30q makes %q, which is no name in a folder", title, got)
		}
	}
}
