//go:build e2e && linux

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"warrant/app/e2e/report"
)

// prefer writes preferences before the first start.
func prefer(t *testing.T, home, json string) {
	t.Helper()
	folder := filepath.Join(home, ".config", "fyne", "org.warrant.Warrant")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "preferences.json"), []byte(json), 0o600); err != nil {
		t.Fatal(err)
	}
}

// backdrop is the brightness, 0 to 255, of a corner of the canvas.
func backdrop(t *testing.T, s *report.State) int {
	t.Helper()
	img, err := display.picture()
	if err != nil {
		t.Fatal(err)
	}
	c := img.RGBAAt(int(s.Canvas.X)+3, int(s.Canvas.Y)+3)
	return (int(c.R) + int(c.G) + int(c.B)) / 3
}

func TestDarkIsChosenInTheMenuAndRemembered(t *testing.T) {
	home := newHome(t)
	prefer(t, home, `{"theme":"light"}`)
	path := small(t)
	w := start(t, home, path)
	s := w.wait("the light look", func(s *report.State) bool { return !s.Dark })
	if v := backdrop(t, s); v < 200 {
		t.Errorf("light, the canvas has brightness %d", v)
	}
	menu(w, "View", "Dark")
	s = w.wait("the dark look", func(s *report.State) bool { return s.Dark })
	if v := backdrop(t, s); v > 60 {
		t.Errorf("dark, the canvas has brightness %d", v)
	}
	w.keys("ctrl+q")
	w.gone()
	w = start(t, home, path)
	if !w.state().Dark {
		t.Error("the choice was not remembered")
	}
}

// menu chooses an entry of the menu bar, by keys: the bar is the toolkit's
// own and not part of what the window tells of.
func menu(w *window, title, entry string) {
	w.t.Helper()
	menus := w.state().Menus
	m := slices.IndexFunc(menus, func(m report.Menu) bool { return m.Title == title })
	if m < 0 {
		w.t.Fatalf("there is no menu %s", title)
	}
	e := slices.Index(menus[m].Entries, entry)
	if e < 0 {
		w.t.Fatalf("there is no %s in the menu %s", entry, title)
	}
	keys := append([]string{"Alt_L"}, slices.Repeat([]string{"Right"}, m)...)
	keys = append(keys, slices.Repeat([]string{"Down"}, e+1)...)
	w.keys(append(keys, "Return")...)
}

// A menu takes the keys while it is open; then the canvas has them again.
func TestKeysGoOnAfterAMenu(t *testing.T) {
	w := at(t, small(t))
	w.click(w.state().Cards["c2"].Center())
	w.wait("the selection", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2"}) })
	menu(w, "View", "Zoom In")
	w.wait("the zoom", func(s *report.State) bool { return s.View.Zoom > 1.1 })
	w.keys("Up")
	w.wait("the selection to walk up", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c1"}) })
}

// An ordinary build has no door for tests.
func TestTheDoorIsNotInOrdinaryBuilds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "warrant")
	if out, err := build(path, "migrated_fynedo"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ordinary, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tested, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(tested, []byte(report.File)) {
		t.Errorf("%s is not even in the build under test", report.File)
	}
	for _, word := range []string{report.File, "warrant/app/e2e", "fyne/v2/test"} {
		if bytes.Contains(ordinary, []byte(word)) {
			t.Errorf("the ordinary program holds %q", word)
		}
	}
	out, err := exec.Command(path, "version").CombinedOutput()
	if err != nil || !bytes.HasPrefix(out, []byte("warrant ")) {
		t.Errorf("warrant version: %v, %q", err, out)
	}
}
