package disk

import (
	"strings"
	"testing"
	"unicode"
)

func TestDisplay(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"/home/ann/Turn to the East.json", "/home/ann/Turn to the East.json"},
		{"Дебаты – часть 1 (日本語) 👩\u200d👩\u200d👧.json", "Дебаты – часть 1 (日本語) 👩\u200d👩\u200d👧.json"},
		{"می\u200cخواهم.json", "می\u200cخواهم.json"},
		{`C:\maps\new.json`, `C:\maps\new.json`},
		{"a\nb\r\tc", `a\nb\r\tc`},
		{"\x1b]0;title\x07\x1b[31mred", `\x1b]0;title\x07\x1b[31mred`},
		{"a\x7fb\u0085c\u009bd", `a\x7fb\u0085c\u009bd`},
		{"map\u202enosj.exe", `map\u202enosj.exe`},
		{"a\u2066b\u2069c\u200ed\u200fe\u061cf", `a\u2066b\u2069c\u200ed\u200fe\u061cf`},
		{"a\u200bb\ufeffc\u2060d\u00ade", `a\u200bb\ufeffc\u2060d\u00ade`},
		{"a\u2028b\u2029c", `a\u2028b\u2029c`},
		{"tag\U000e0041", `tag\U000e0041`},
		{"a\xffb\xc3", `a\xffb\xc3`},
		{"replacement \ufffd", "replacement \ufffd"},
		{"nul\x00", `nul\x00`},
		{"", ""},
	} {
		if got := Display(c.name); got != c.want {
			t.Errorf("Display(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// Whatever the name, what is shown is one line without anything that steers
// a terminal or turns the direction of the text.
func FuzzDisplay(f *testing.F) {
	f.Add("a\x1b[2Jb\u202e\xff")
	f.Fuzz(func(t *testing.T, name string) {
		for _, r := range Display(name) {
			if !unicode.IsGraphic(r) && r != zeroWidthJoiner && r != zeroWidthNonJoiner {
				t.Errorf("Display(%q) shows %U", name, r)
			}
		}
	})
}

// Every error of this package that names a file names it escaped.
func TestErrorsEscapeNames(t *testing.T) {
	dir := t.TempDir()
	bad := dir + "/evil\n\x1b[31m\u202egnp.json"
	s, err := Open(dir + "/state\x1b[31m")
	if err != nil {
		t.Fatal(err)
	}
	_, _, notThere := Read(bad, Limit)
	_, noFolder := s.Save(Saving{Path: bad + "/x", Data: []byte("x")})
	_, gone := s.Save(Saving{Path: bad, Data: []byte("x"), Since: Stamp{Sum: "1"}})
	_, backup := s.ReadBackup(Backup{Name: bad})
	_, journal := s.ReadJournal(Recovery{Name: bad})
	for _, err := range []error{
		notThere, noFolder, gone, backup, journal,
		&InUseError{Path: bad, Owner: Owner{PID: 1, Host: "h\x1b"}},
		&TornError{Path: bad, Backup: bad, Err: ErrBusy},
	} {
		if err == nil {
			t.Error("no error")
		} else if strings.ContainsAny(err.Error(), "\n\x1b\u202e") {
			t.Errorf("%q", err.Error())
		}
	}
}
