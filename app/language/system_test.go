//go:build !windows && !darwin

package language

import "testing"

// As gettext has it: https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
func TestTheSystemIsFollowed(t *testing.T) {
	for _, c := range []struct{ language, all, messages, lang, want string }{
		{"", "", "", "de_DE.UTF-8", "de"},
		{"", "", "fr_FR.UTF-8", "de_DE.UTF-8", "fr"},
		{"", "ru_RU.UTF-8", "fr_FR", "de_DE", "ru"},
		{"fi:ko:de", "", "", "en_US.UTF-8", "ko"},
		{"de", "C", "", "", "en"},
		{"", "", "", "", "en"},
	} {
		t.Setenv("LANGUAGE", c.language)
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		if got := Use(""); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	Use("en")
}
