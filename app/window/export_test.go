package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warrant/app/language"
)

// A picture says what the screen says.
func TestAPictureSpeaksTheLanguageInUse(t *testing.T) {
	h := newHandIn(t, "de_DE.UTF-8")
	t.Cleanup(func() { language.Use("en") })
	h.apart = func(job, then func()) { job(); then() }
	path := filepath.Join(t.TempDir(), "map.svg")
	h.exportTo(path)
	drawn, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := language.Say("CONTENTION"); want == "CONTENTION" || !strings.Contains(string(drawn), want) || strings.Contains(string(drawn), "CONTENTION") {
		t.Errorf("the picture is not to say CONTENTION, but %q", want)
	}
}
