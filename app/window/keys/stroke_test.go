package keys

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestStrokesAreReadAndWritten(t *testing.T) {
	for _, c := range []struct {
		s                  Stroke
		stored, shown, mac string
	}{
		{Stroke{}, "", "", ""},
		{Stroke{fyne.KeyS, Ctrl | Shift}, "Ctrl+Shift+S", "Ctrl+Shift+S", "⌘⇧S"},
		{Stroke{fyne.KeyPlus, Ctrl}, "Ctrl++", "Ctrl++", "⌘+"},
		{Stroke{fyne.KeyPageUp, Alt}, "Alt+Prior", "Alt+Page Up", "⌥Page Up"},
		{Stroke{fyne.KeyV, 0}, "V", "V", "V"},
		{Stroke{fyne.KeyF6, Shift}, "Shift+F6", "Shift+F6", "⇧F6"},
	} {
		if c.s.Stored() != c.stored || c.s.shown(false) != c.shown || c.s.shown(true) != c.mac {
			t.Errorf("%+v: %q, %q, %q", c.s, c.s.Stored(), c.s.shown(false), c.s.shown(true))
		}
		if got, ok := Parse(c.stored); !ok || got != c.s {
			t.Errorf("%q is read as %+v, %v", c.stored, got, ok)
		}
	}
	for _, bad := range []string{"Ctrl+", "Ctrl+Foo", "s", "Escape", "Ctrl+LeftShift", "\x00", "Ctrl+ä", "Hyper+S"} {
		if got, ok := Parse(bad); ok {
			t.Errorf("%q is read as %+v", bad, got)
		}
	}
}
