package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/argument"
)

func TestStrokesAreReadAndWritten(t *testing.T) {
	for _, c := range []struct {
		s                  stroke
		stored, shown, mac string
	}{
		{stroke{}, "", "", ""},
		{stroke{fyne.KeyS, ctrl | shift}, "Ctrl+Shift+S", "Ctrl+Shift+S", "⌘⇧S"},
		{stroke{fyne.KeyPlus, ctrl}, "Ctrl++", "Ctrl++", "⌘+"},
		{stroke{fyne.KeyPageUp, alt}, "Alt+Prior", "Alt+Page Up", "⌥Page Up"},
		{stroke{fyne.KeyV, 0}, "V", "V", "V"},
		{stroke{fyne.KeyF6, shift}, "Shift+F6", "Shift+F6", "⇧F6"},
	} {
		if c.s.stored() != c.stored || c.s.shown(false) != c.shown || c.s.shown(true) != c.mac {
			t.Errorf("%+v: %q, %q, %q", c.s, c.s.stored(), c.s.shown(false), c.s.shown(true))
		}
		if got, ok := parseStroke(c.stored); !ok || got != c.s {
			t.Errorf("%q is read as %+v, %v", c.stored, got, ok)
		}
	}
	for _, bad := range []string{"Ctrl+", "Ctrl+Foo", "s", "Escape", "Ctrl+LeftShift", "\x00", "Ctrl+ä", "Hyper+S"} {
		if got, ok := parseStroke(bad); ok {
			t.Errorf("%q is read as %+v", bad, got)
		}
	}
}

// The table: no two commands have one name or one stroke, and none has a
// stroke that cannot be had.
func TestTheTableOfCommandsIsSound(t *testing.T) {
	h := newHand(t)
	names, strokes := map[string]bool{}, map[stroke]string{}
	for _, c := range h.menu.keys.all {
		if names[c.name] {
			t.Errorf("two commands are called %q", c.name)
		}
		names[c.name] = true
		for _, s := range append([]stroke{c.stroke()}, c.also...) {
			if s.key == "" {
				continue
			}
			if other := strokes[s]; other != "" {
				t.Errorf("%s is both %q and %q", s, other, c.name)
			}
			strokes[s] = c.name
			if why := h.menu.keys.refused(c.name, s); why != "" {
				t.Errorf("%q: %s", c.name, why)
			}
			if c.canvas && !s.bare() && s.mods&ctrl == 0 {
				t.Errorf("%q has %s, which the tool does not hear", c.name, s)
			}
		}
	}
}

func TestAChangedKeyTakesTheStrokeFromAnotherCommand(t *testing.T) {
	k := newKeymap(newHand(t).menu.keys.all, nil)
	at := func(name, want string) {
		t.Helper()
		if got := k.of(name).stored(); got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
	k.change("Arrange", stroke{fyne.KeyS, ctrl})
	at("Arrange", "Ctrl+S")
	at("Save", "")
	k.change("Fit All", stroke{fyne.KeyY, ctrl}) // which is Redo's second
	at("Redo", "Ctrl+Shift+Z")
	if len(k.also("Redo")) != 0 || k.by[stroke{fyne.KeyY, ctrl}] != "Fit All" {
		t.Errorf("Ctrl+Y is %q", k.by[stroke{fyne.KeyY, ctrl}])
	}
	again := newKeymap(k.all, k.stored())
	if !slices.Equal(again.stored(), k.stored()) || again.of("Arrange") != k.of("Arrange") {
		t.Errorf("stored %q, read %q", k.stored(), again.stored())
	}
	k.reset("Save") // takes it back
	at("Save", "Ctrl+S")
	at("Arrange", "")
	k.reset("Arrange")
	k.reset("Fit All")
	if len(k.stored()) != 0 {
		t.Errorf("all is as in the table, and stored is %q", k.stored())
	}
}

func TestStoredKeysThatMakeNoSenseAreLeftAlone(t *testing.T) {
	all := newHand(t).menu.keys.all
	k := newKeymap(all, []string{"", "=", "No Such Command=Ctrl+K", "Save=Ctrl+Nonsense", "Save", "Open…=Escape", "Arrange=Left", "Undo=Ctrl+S"})
	for name, want := range map[string]string{"Open…": "Ctrl+O", "Arrange": "Ctrl+R", "Undo": "Ctrl+S", "Save": ""} {
		if got := k.of(name).stored(); got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
}

func TestAChangedKeyIsHeardAndShown(t *testing.T) {
	h := newHand(t)
	t.Cleanup(func() { h.app.Preferences().SetStringList(prefKeys, nil) })
	claims := func() int { return h.session.Doc.Map().NumClaims() }
	press := func(k fyne.KeyName) { h.surface.TypedKey(&fyne.KeyEvent{Name: k}) }

	h.setKey(func(k *keymap) {
		k.change("Select All", stroke{fyne.KeyJ, ctrl})
		k.change("Delete", stroke{fyne.KeyX, 0})
		k.change("Duplicate", stroke{fyne.KeyV, 0})
	})
	if !h.hears(stroke{fyne.KeyJ, ctrl}, "Select All") || h.hears(stroke{fyne.KeyA, ctrl}, "Select All") {
		t.Error("the menu does not hear the new key, or it hears the old one")
	}
	if label := h.menu.items["Select All"].Label; !strings.HasSuffix(label, " Ctrl+J") && !strings.HasSuffix(label, narrowBlank+"Ctrl+J") {
		t.Errorf("the menu shows %q", label)
	}
	h.session.Doc.Select(below)
	press(fyne.KeyDelete) // is nothing now
	if claims() != 2 {
		t.Error("the old key deletes still")
	}
	press(fyne.KeyV) // was a tool's
	if claims() != 3 {
		t.Error("the new key, which was a tool's, does not duplicate")
	}
	press(fyne.KeyX)
	if claims() != 2 {
		t.Error("the new key does not delete")
	}
	h.surface.TypedShortcut(&fyne.ShortcutSelectAll{}) // as the toolkit sends Ctrl+A where the menu has it not
	if got := h.session.Doc.Selection(); len(got) == 2 {
		t.Errorf("the old key selects still: %v", got)
	}
	h.menu.items["Select All"].Action()
	if got := h.session.Doc.Selection(); !slices.Contains(got, argument.ID(top)) {
		t.Errorf("selected: %v", got)
	}

	// Another window of the same person knows the keys.
	again := newMenus(h.Window)
	if got := again.keys.of("Delete"); got != (stroke{fyne.KeyX, 0}) {
		t.Errorf("the next start has %s for Delete", got)
	}
}

// hears reports whether the menus have a command done on a stroke.
func (h *hand) hears(s stroke, name string) bool {
	return slices.ContainsFunc(h.menu.heard.ChildMenu.Items, func(i *fyne.MenuItem) bool {
		return i.Label == name && i.Shortcut.ShortcutName() == s.shortcut().ShortcutName()
	})
}

// The keys stand at one line at the right, in the text's own colour, in every
// language and size, and no text is mixed up with its keys.
func TestKeysInMenusAreAligned(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	defer language.Use("en")
	for _, tag := range []string{"en", "de", "ru", "ja"} {
		language.Use(tag)
		for _, scale := range []float32{1, 1.5} {
			h.setLook(func(l *look) { l.scale = scale })
			h.menu.rewrite()
			size := theme.TextSize()
			for _, title := range h.menu.order {
				line := float32(0)
				for _, c := range h.menu.groups[title] {
					if c.name == "" {
						continue
					}
					item, keys := h.menu.items[c.name], h.menu.keys.of(c.name).String()
					if textOf(item) != h.menu.says(c.name) || !strings.HasSuffix(item.Label, keys) || keys == "" && item.Label != textOf(item) {
						t.Errorf("%s, %s: the label is %q", tag, c.name, item.Label)
					}
					if item.Shortcut != nil {
						t.Errorf("%s: the toolkit draws its keys too", c.name)
					}
					width := fyne.MeasureText(item.Label, size, fyne.TextStyle{}).Width
					switch {
					case keys == "":
						continue
					case line == 0:
						line = width
					case width < line-2 || width > line+2:
						t.Errorf("%s at %v, %s: the keys end at %v, those above at %v", tag, scale, c.name, width, line)
					}
				}
			}
		}
	}
}
