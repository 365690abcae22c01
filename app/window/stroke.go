package window

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/canvas/tool"
)

// stroke is a key with the modifier keys held: what a person presses to have
// a command done. The zero stroke is none.
type stroke struct {
	key  fyne.KeyName
	mods fyne.KeyModifier
}

// ctrl is Control, and Command on a Mac.
const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// bare reports whether a stroke has neither Control nor Alt nor the like. The
// toolkit's menus do not hear such strokes, and a text field writes them: the
// canvas listens for them.
func (s stroke) bare() bool { return s.mods&^shift == 0 }

// modifierNames are how modifiers are stored, in the order in which they are
// written. Control is stored by what it is for, so that a list of keys means
// the same on a Mac.
var modifierNames = []struct {
	mod         fyne.KeyModifier
	stored, mac string
}{
	{ctrl, "Ctrl", "⌘"},
	{otherControl, "Control", "⌃"},
	{alt, "Alt", "⌥"},
	{shift, "Shift", "⇧"},
}

// otherControl is the one of Control and Super that ctrl is not.
const otherControl = (fyne.KeyModifierControl | fyne.KeyModifierSuper) &^ ctrl

// keyNames are what stands on keys that the toolkit names otherwise.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyBackspace: "Backspace", fyne.KeyPageUp: "Page Up",
	fyne.KeyPageDown: "Page Down", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyMinus: "−", fyne.KeyEscape: "Esc",
}

// String is the stroke as a person reads it: "Ctrl+Shift+S", or "⌘⇧S" on a
// Mac.
func (s stroke) String() string { return s.shown(runtime.GOOS == "darwin") }

func (s stroke) shown(mac bool) string {
	if s.key == "" {
		return ""
	}
	var b strings.Builder
	for _, m := range modifierNames {
		switch {
		case s.mods&m.mod == 0:
		case mac:
			b.WriteString(m.mac)
		case m.mod == otherControl:
			b.WriteString("Super+")
		default:
			b.WriteString(m.stored + "+")
		}
	}
	if name, ok := keyNames[s.key]; ok {
		return b.String() + name
	}
	return b.String() + string(s.key)
}

// stored is the stroke as the preferences hold it: "Ctrl+Shift+S".
func (s stroke) stored() string {
	if s.key == "" {
		return ""
	}
	var b strings.Builder
	for _, m := range modifierNames {
		if s.mods&m.mod != 0 {
			b.WriteString(m.stored + "+")
		}
	}
	return b.String() + string(s.key)
}

// parseStroke reads what stored has written, and reports whether it was that.
func parseStroke(text string) (s stroke, ok bool) {
	if text == "" {
		return s, true
	}
next:
	for {
		for _, m := range modifierNames {
			if rest, found := strings.CutPrefix(text, m.stored+"+"); found && rest != "" {
				s.mods |= m.mod
				text = rest
				continue next
			}
		}
		break
	}
	s.key = fyne.KeyName(text)
	return s, s.known()
}

// known reports whether there is such a key, and it can be asked for: Escape
// always ends what one is in.
func (s stroke) known() bool {
	if len(s.key) == 1 {
		c := s.key[0]
		return c > ' ' && c < 0x7f && (c < 'a' || c > 'z')
	}
	switch s.key {
	case fyne.KeyReturn, fyne.KeyTab, fyne.KeyBackspace, fyne.KeyInsert, fyne.KeyDelete, fyne.KeyRight, fyne.KeyLeft,
		fyne.KeyDown, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeySpace,
		fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8,
		fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// strokeOf is what the canvas heard.
func strokeOf(k tool.Key, m tool.Mods) stroke {
	s := stroke{key: fyne.KeyName(k)}
	for _, pair := range []struct {
		is  tool.Mods
		mod fyne.KeyModifier
	}{{tool.Shift, shift}, {tool.Command, ctrl}, {tool.Alt, alt}} {
		if m&pair.is != 0 {
			s.mods |= pair.mod
		}
	}
	return s
}

// strokeOfShortcut is what a shortcut of the toolkit is made by.
func strokeOfShortcut(sh fyne.Shortcut) stroke {
	for key, own := range standard {
		if own.ShortcutName() == sh.ShortcutName() {
			return stroke{key, ctrl}
		}
	}
	if k, ok := sh.(fyne.KeyboardShortcut); ok {
		return stroke{k.Key(), k.Mod()}
	}
	return stroke{}
}

// standard are the shortcuts of which the toolkit has types of its own: it
// knows these keys, with ctrl, by them alone, and so do its text fields.
var standard = map[fyne.KeyName]fyne.Shortcut{
	fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyY: &fyne.ShortcutRedo{}, fyne.KeyX: &fyne.ShortcutCut{},
	fyne.KeyC: &fyne.ShortcutCopy{}, fyne.KeyV: &fyne.ShortcutPaste{}, fyne.KeyA: &fyne.ShortcutSelectAll{},
}

// shortcut is the stroke as the toolkit's menus take it, nil for none.
func (s stroke) shortcut() fyne.Shortcut {
	if s.key == "" || s.bare() && runtime.GOOS == "darwin" { // the system's menu would take letters out of texts
		return nil
	}
	if own, ok := standard[s.key]; ok && s.mods == ctrl {
		return own
	}
	return &desktop.CustomShortcut{KeyName: s.key, Modifier: s.mods}
}
