package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/app/window/keys"
	"warrant/app/window/look"
	"warrant/argument"
)

// The table: no two commands have one name or one stroke, and none has a
// stroke that cannot be had.
func TestTheTableOfCommandsIsSound(t *testing.T) {
	h := newHand(t)
	names, strokes := map[string]bool{}, map[keys.Stroke]string{}
	for _, c := range h.menu.keys.Commands() {
		if names[c.Name] {
			t.Errorf("two commands are called %q", c.Name)
		}
		names[c.Name] = true
		for _, s := range append([]keys.Stroke{c.Own}, c.Also...) {
			if s.Key == "" {
				continue
			}
			if other := strokes[s]; other != "" {
				t.Errorf("%s is both %q and %q", s, other, c.Name)
			}
			strokes[s] = c.Name
			if why := h.menu.keys.Refused(c.Name, s); why != "" {
				t.Errorf("%q: %s", c.Name, why)
			}
			if h.menu.named[c.Name].canvas && !s.Bare() && s.Mods&ctrl == 0 {
				t.Errorf("%q has %s, which the tool does not hear", c.Name, s)
			}
		}
	}
}

func TestAChangedKeyIsHeardAndShown(t *testing.T) {
	h := newHand(t)
	t.Cleanup(func() { h.app.Preferences().SetStringList(prefKeys, nil) })
	claims := func() int { return h.session.Doc.Map().NumClaims() }
	press := func(k fyne.KeyName) { h.surface.TypedKey(&fyne.KeyEvent{Name: k}) }

	h.setKey(func(k *keys.Map) {
		k.Change("Select All", keys.Stroke{Key: fyne.KeyJ, Mods: ctrl})
		k.Change("Delete", keys.Stroke{Key: fyne.KeyX})
		k.Change("Duplicate", keys.Stroke{Key: fyne.KeyV})
	})
	if !h.hears(keys.Stroke{Key: fyne.KeyJ, Mods: ctrl}, "Select All") || h.hears(keys.Stroke{Key: fyne.KeyA, Mods: ctrl}, "Select All") {
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
	if got := again.keys.Of("Delete"); got != (keys.Stroke{Key: fyne.KeyX}) {
		t.Errorf("the next start has %s for Delete", got)
	}
}

// hears reports whether the menus have a command done on a stroke.
func (h *hand) hears(s keys.Stroke, name string) bool {
	return slices.ContainsFunc(h.menu.heard.ChildMenu.Items, func(i *fyne.MenuItem) bool {
		return i.Label == name && i.Shortcut.ShortcutName() == s.Shortcut().ShortcutName()
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
			h.setLook(func(l *look.Theme) { l.Scale = scale })
			h.menu.rewrite()
			size := theme.TextSize()
			for _, title := range h.menu.order {
				line := float32(0)
				for _, c := range h.menu.groups[title] {
					if c.name == "" {
						continue
					}
					item, key := h.menu.items[c.name], h.menu.keys.Of(c.name).String()
					if textOf(item) != h.menu.says(c.name) || !strings.HasSuffix(item.Label, key) || key == "" && item.Label != textOf(item) {
						t.Errorf("%s, %s: the label is %q", tag, c.name, item.Label)
					}
					if item.Shortcut != nil {
						t.Errorf("%s: the toolkit draws its keys too", c.name)
					}
					width := fyne.MeasureText(item.Label, size, fyne.TextStyle{}).Width
					switch {
					case key == "":
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
