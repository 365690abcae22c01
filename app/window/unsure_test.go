package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2/widget"

	"warrant/storage/disk"
)

// A save that the disk does not confirm counts as none, says which file it is
// about, and can be had again there or elsewhere.
func TestASaveThatIsNotConfirmed(t *testing.T) {
	h := newHand(t)
	other := filepath.Join(t.TempDir(), "other\u202e.json")
	for _, c := range []struct{ path, answer string }{
		{h.file, "Later"}, {h.file, "Try Again"}, {other, "Try Again"},
	} {
		h.say(top, "Docks freeze in "+c.answer+c.path)
		went := false
		h.saved(h.session, nil, &disk.Error{Doing: "save", Path: c.path, Err: errors.Join(disk.ErrUnsure, syscall.EIO)}, func() { went = true })
		said := seek[*widget.Label](h.win.Canvas().Overlays().Top(), func(l *widget.Label) bool { return strings.Contains(l.Text, "power cut") })
		if said == nil || !strings.Contains(said.Text, disk.Display(c.path)) || strings.Contains(said.Text, "\u202e") {
			t.Fatalf("of %q it says %+v", c.path, said)
		}
		if h.button("Save as a Copy") == nil {
			t.Error("it cannot be saved elsewhere")
		}
		if h.press(c.answer); h.asks() {
			t.Errorf("%s leaves a question", c.answer)
		}
		if c.answer == "Later" {
			if went || !h.session.Doc.Modified() {
				t.Errorf("put off: it went on: %v, unsaved: %v", went, h.session.Doc.Modified())
			}
			continue
		}
		if !went || h.session.Doc.Modified() || h.session.Path() != c.path {
			t.Errorf("tried again: it went on: %v, unsaved: %v, in %q", went, h.session.Doc.Modified(), h.session.Path())
		}
		if data, err := os.ReadFile(c.path); err != nil || !strings.Contains(string(data), "Docks freeze in Try Again") {
			t.Errorf("%q holds %s, %v", c.path, data, err)
		}
	}
}
