// Package keys answers what a key stroke is, and which command it stands for:
// the one of the table, or the one that the person has given it. It never
// does a command, shows a menu or keeps a preference.
package keys

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/canvas/tool"
)

// Stroke is a key with the modifier keys held: what a person presses to have
// a command done. The zero Stroke is none.
type Stroke struct {
	Key  fyne.KeyName
	Mods fyne.KeyModifier
}

// The modifier keys. Ctrl is Control, and Command on a Mac.
const (
	Ctrl  = fyne.KeyModifierShortcutDefault
	Shift = fyne.KeyModifierShift
	Alt   = fyne.KeyModifierAlt
)

// Bare reports whether a stroke has neither Control nor Alt nor the like. The
// toolkit's menus do not hear such strokes, and a text field writes them: the
// canvas listens for them.
func (s Stroke) Bare() bool { return s.Mods&^Shift == 0 }

// modifierNames are how modifiers are stored, in the order in which they are
// written. Control is stored by what it is for, so that a list of keys means
// the same on a Mac.
var modifierNames = []struct {
	mod         fyne.KeyModifier
	stored, mac string
}{
	{Ctrl, "Ctrl", "⌘"},
	{otherControl, "Control", "⌃"},
	{Alt, "Alt", "⌥"},
	{Shift, "Shift", "⇧"},
}

// otherControl is the one of Control and Super that Ctrl is not.
const otherControl = (fyne.KeyModifierControl | fyne.KeyModifierSuper) &^ Ctrl

// keyNames are what stands on keys that the toolkit names otherwise.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyBackspace: "Backspace", fyne.KeyPageUp: "Page Up",
	fyne.KeyPageDown: "Page Down", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyMinus: "−", fyne.KeyEscape: "Esc",
}

// String is the stroke as a person reads it: "Ctrl+Shift+S", or "⌘⇧S" on a
// Mac.
func (s Stroke) String() string { return s.shown(runtime.GOOS == "darwin") }

func (s Stroke) shown(mac bool) string {
	if s.Key == "" {
		return ""
	}
	var b strings.Builder
	for _, m := range modifierNames {
		switch {
		case s.Mods&m.mod == 0:
		case mac:
			b.WriteString(m.mac)
		case m.mod == otherControl:
			b.WriteString("Super+")
		default:
			b.WriteString(m.stored + "+")
		}
	}
	if name, ok := keyNames[s.Key]; ok {
		return b.String() + name
	}
	return b.String() + string(s.Key)
}

// Stored is the stroke as the preferences hold it: "Ctrl+Shift+S".
func (s Stroke) Stored() string {
	if s.Key == "" {
		return ""
	}
	var b strings.Builder
	for _, m := range modifierNames {
		if s.Mods&m.mod != 0 {
			b.WriteString(m.stored + "+")
		}
	}
	return b.String() + string(s.Key)
}

// Parse reads what Stored has written, and reports whether it was that.
func Parse(text string) (s Stroke, ok bool) {
	if text == "" {
		return s, true
	}
next:
	for {
		for _, m := range modifierNames {
			if rest, found := strings.CutPrefix(text, m.stored+"+"); found && rest != "" {
				s.Mods |= m.mod
				text = rest
				continue next
			}
		}
		break
	}
	s.Key = fyne.KeyName(text)
	return s, s.Known()
}

// Known reports whether there is such a key, and it can be asked for: Escape
// always ends what one is in.
func (s Stroke) Known() bool {
	if len(s.Key) == 1 {
		c := s.Key[0]
		return c > ' ' && c < 0x7f && (c < 'a' || c > 'z')
	}
	switch s.Key {
	case fyne.KeyReturn, fyne.KeyTab, fyne.KeyBackspace, fyne.KeyInsert, fyne.KeyDelete, fyne.KeyRight, fyne.KeyLeft,
		fyne.KeyDown, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeySpace,
		fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8,
		fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// OfCanvas is what the canvas heard.
func OfCanvas(k tool.Key, m tool.Mods) Stroke {
	s := Stroke{Key: fyne.KeyName(k)}
	for _, pair := range []struct {
		is  tool.Mods
		mod fyne.KeyModifier
	}{{tool.Shift, Shift}, {tool.Command, Ctrl}, {tool.Alt, Alt}} {
		if m&pair.is != 0 {
			s.Mods |= pair.mod
		}
	}
	return s
}

// OfShortcut is what a shortcut of the toolkit is made by.
func OfShortcut(sh fyne.Shortcut) Stroke {
	for key, own := range standard {
		if own.ShortcutName() == sh.ShortcutName() {
			return Stroke{key, Ctrl}
		}
	}
	if k, ok := sh.(fyne.KeyboardShortcut); ok {
		return Stroke{k.Key(), k.Mod()}
	}
	return Stroke{}
}

// standard are the shortcuts of which the toolkit has types of its own: it
// knows these keys, with Ctrl, by them alone, and so do its text fields.
var standard = map[fyne.KeyName]fyne.Shortcut{
	fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyY: &fyne.ShortcutRedo{}, fyne.KeyX: &fyne.ShortcutCut{},
	fyne.KeyC: &fyne.ShortcutCopy{}, fyne.KeyV: &fyne.ShortcutPaste{}, fyne.KeyA: &fyne.ShortcutSelectAll{},
}

// Shortcut is the stroke as the toolkit's menus take it, nil for none.
func (s Stroke) Shortcut() fyne.Shortcut {
	if s.Key == "" || s.Bare() && runtime.GOOS == "darwin" { // the system's menu would take letters out of texts
		return nil
	}
	if own, ok := standard[s.Key]; ok && s.Mods == Ctrl {
		return own
	}
	return &desktop.CustomShortcut{KeyName: s.Key, Modifier: s.Mods}
}
