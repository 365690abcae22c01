//go:build e2e && linux

package e2e

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"warrant/app/e2e/report"
)

// change drags a card, so that there is something to save.
func change(w *window) {
	w.t.Helper()
	x, y := w.state().Cards["c3"].Center()
	w.drag(x, y, x+70, y+30)
	w.wait("a change", func(s *report.State) bool { return s.Modified && strings.Contains(s.File, "not saved") })
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestClosingAsksAboutChanges(t *testing.T) {
	for _, c := range []struct {
		answer string
		closes bool
		saves  bool
	}{
		{"Cancel", false, false},
		{"Don't Save", true, false},
		{"Save", true, true},
	} {
		t.Run(c.answer, func(t *testing.T) {
			path := small(t)
			before := bytesOf(t, path)
			w := at(t, path)
			change(w)
			w.keys("ctrl+q")
			w.wait("the question", func(s *report.State) bool { return s.Layers == 1 && says(s, "Save the changes?") })
			w.use(c.answer)
			if c.closes {
				if code := w.gone(); code != 0 {
					t.Errorf("the program ended with %d", code)
				}
			} else {
				w.wait("the window to stay, with its change", func(s *report.State) bool { return s.Layers == 0 && s.Modified })
			}
			if saved := !bytes.Equal(before, bytesOf(t, path)); saved != c.saves {
				t.Errorf("the file was written: %v", saved)
			}
		})
	}
}

func TestClosingAsksNothingWhenAllIsSaved(t *testing.T) {
	w := at(t, small(t))
	w.keys("ctrl+q")
	if code := w.gone(); code != 0 {
		t.Errorf("the program ended with %d", code)
	}
}

func TestADamagedFileOnTheCommandLine(t *testing.T) {
	home := newHome(t)
	path := damaged(t, home)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, path)
	cmd.Env = environment(home)
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	err := cmd.Run()
	if ended := new(exec.ExitError); !errors.As(err, &ended) || ended.ExitCode() != 1 {
		t.Errorf("the program ended with %v, not with 1", err)
	}
	said := mine(wrong.String())
	if !regexp.MustCompile(`^warrant: [^\n]*damaged\.json:\s?5:\d+: [^\n]+\n$`).MatchString(said) {
		t.Errorf("the program said %q; want one line with the file, line 5 and a column", said)
	}
	if out.Len() > 0 {
		t.Errorf("it printed %q", out.String())
	}
}

// mine leaves out what the toolkit says of the machine: that there is no
// D-Bus and no desktop to ask for its theme.
func mine(said string) string {
	var b strings.Builder
	for line := range strings.Lines(said) {
		if !regexp.MustCompile(`^\d{4}/\d\d/\d\d `).MatchString(line) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func TestADamagedFileFromWithinLeavesTheOpenMap(t *testing.T) {
	home := newHome(t)
	damaged(t, home)
	path := small(t)
	kept := filepath.Join(home, "small.json")
	if err := os.Rename(path, kept); err != nil {
		t.Fatal(err)
	}
	w := start(t, home, kept)
	before := w.wait("the cards", func(s *report.State) bool { return len(s.Cards) == 3 })
	w.keys("ctrl+o")
	s := w.wait("the file in the dialog", func(s *report.State) bool { return s.Layers > 0 && file(s, "damaged") != nil })
	w.click(file(s, "damaged").Center())
	w.use("Open")
	w.wait("the error, with line and column", func(s *report.State) bool {
		return says(s, "damaged.json: 5:") || says(s, "damaged.json:5:") || says(s, "line 5")
	})
	w.use("OK")
	after := w.wait("the map of before", func(s *report.State) bool { return s.Layers == 0 })
	if after.Path != before.Path || after.Claims != before.Claims || after.Modified || after.Title != before.Title {
		t.Errorf("the open map was %q with %d claims, and is %q with %d", before.Path, before.Claims, after.Path, after.Claims)
	}
}

// file returns the entry of a file dialog, without its extension.
func file(s *report.State, name string) *report.Widget {
	for i := range s.Widgets {
		v := &s.Widgets[i]
		if v.Layer == s.Layers && v.Active && strings.Contains(v.Kind, "dialog.") && (v.Text == name || v.Text == name+".json") {
			return v
		}
	}
	return nil
}

func TestTheArticleOpensAtOnce(t *testing.T) {
	w := start(t, newHome(t), "--example", "turn-to-the-east")
	s := w.wait("the bundled map", func(s *report.State) bool { return s.Claims > 40 })
	if s.Name != "Turn to the East" || !strings.Contains(s.File, "not in a file yet") || s.Modified {
		t.Errorf("the window says %q, %q, modified %v", s.Name, s.File, s.Modified)
	}
	if s.Layers != 0 || s.Start {
		t.Error("something stands in front of the map")
	}
	if d := time.Duration(s.First); d > 10*time.Second {
		t.Errorf("the first frame came after %v", d)
	}
}
