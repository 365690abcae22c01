package surface

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/canvas/tool"
)

// TypedKey is taken rather than KeyDown, because it repeats; the toolkit
// sends both for the first press.

func modifiersOf(m fyne.KeyModifier) tool.Mods {
	var mods tool.Mods
	if m&fyne.KeyModifierShift != 0 {
		mods |= tool.Shift
	}
	if m&fyne.KeyModifierShortcutDefault != 0 {
		mods |= tool.Command
	}
	if m&fyne.KeyModifierAlt != 0 {
		mods |= tool.Alt
	}
	return mods
}

// keyOf returns the tool's name of a key, empty for the keys that only
// modify others: they come as keys of their own, too.
func keyOf(name fyne.KeyName) tool.Key {
	switch name {
	case fyne.KeyEnter:
		return "Return"
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return ""
	}
	return tool.Key(name)
}

// TypedKey implements fyne.Focusable.
func (s *Surface) TypedKey(ev *fyne.KeyEvent) {
	if k := keyOf(ev.Name); k != "" {
		if !s.keyDown(k, s.modifiers()) && s.onKey != nil {
			s.onKey(k)
		}
	}
}

// keyDown gives a key to who is asked first, and then to the tool.
func (s *Surface) keyDown(k tool.Key, m tool.Mods) bool {
	return s.first != nil && s.first(k, m) || s.tool.KeyDown(k, m)
}

// OnKey has fn asked about each key before the tool is given it, which it is
// not where fn reports that it has been of use.
func (s *Surface) OnKey(fn func(tool.Key, tool.Mods) bool) { s.first = fn }

// OnUnusedKey has fn called with each key that the tool has no use for.
func (s *Surface) OnUnusedKey(fn func(tool.Key)) { s.onKey = fn }

// KeyDown implements desktop.Keyable.
func (s *Surface) KeyDown(*fyne.KeyEvent) {}

// KeyUp implements desktop.Keyable.
func (s *Surface) KeyUp(ev *fyne.KeyEvent) {
	if k := keyOf(ev.Name); k != "" {
		s.tool.KeyUp(k)
	}
}

// TypedRune implements fyne.Focusable. Keys do all but the question mark,
// which is on another key in each country.
func (s *Surface) TypedRune(r rune) {
	if r == '?' && s.onKey != nil {
		s.onKey("?")
	}
}

// TypedShortcut implements fyne.Shortcutable. What the tool has no use for
// goes to the window's own shortcuts, which the toolkit passes over while
// something that takes shortcuts has the focus.
func (s *Surface) TypedShortcut(sh fyne.Shortcut) {
	var key tool.Key
	mods := tool.Command
	switch sh := sh.(type) {
	case *fyne.ShortcutCopy:
		key = "C"
	case *fyne.ShortcutCut:
		key = "X"
	case *fyne.ShortcutPaste:
		key = "V"
	case *fyne.ShortcutSelectAll:
		key = "A"
	case *fyne.ShortcutUndo:
		key = "Z"
	case *fyne.ShortcutRedo:
		key = "Y"
	case fyne.KeyboardShortcut:
		key, mods = keyOf(sh.Key()), modifiersOf(sh.Mod())
	}
	if key != "" && s.keyDown(key, mods) {
		return
	}
	if s.pass != nil {
		s.pass(sh)
	} else if c, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		c.TypedShortcut(sh)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab grows the map.
func (s *Surface) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (s *Surface) FocusGained() {
	s.focus = true
	if s.ringed {
		s.Repaint()
	}
}

// FocusLost implements fyne.Focusable. A drag goes on: the toolkit takes the
// focus away when one ends over another object. But no key counts as held
// any more.
func (s *Surface) FocusLost() {
	s.focus = false
	if s.ringed {
		s.Repaint()
	}
	s.tool.KeyUp("Space")
}

// Focused reports whether keys go to the surface.
func (s *Surface) Focused() bool { return s.focus }
