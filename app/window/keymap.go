package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/canvas/tool"
)

// prefKeys holds the keys that the person has changed: "Save=Ctrl+Shift+S",
// and "Save=" for a command that is to have none.
const prefKeys = "keys"

// keymap is which stroke has which command done: those of the table of
// commands, but for what the person has changed.
type keymap struct {
	all     []command         // all that can have a key, in the menus' order
	changed map[string]stroke // by the name of the command
	by      map[stroke]string // the command of each stroke
}

func newKeymap(all []command, stored []string) *keymap {
	k := &keymap{all: all, changed: make(map[string]stroke)}
	for _, line := range stored { // what is not understood is left alone
		name, text, ok := strings.Cut(line, "=")
		if s, fine := parseStroke(text); ok && fine && k.find(name) != nil && canvasOwn(s) == "" {
			k.changed[name] = s
		}
	}
	k.settle()
	return k
}

// stored is what newKeymap reads.
func (k *keymap) stored() []string {
	var lines []string
	for _, c := range k.all {
		if s, ok := k.changed[c.name]; ok {
			lines = append(lines, c.name+"="+s.stored())
		}
	}
	return lines
}

func (k *keymap) find(name string) *command {
	for i := range k.all {
		if k.all[i].name == name {
			return &k.all[i]
		}
	}
	return nil
}

// settle gives each stroke to one command: to the one that the person has
// given it, else to the one that has it in the table, first or second.
func (k *keymap) settle() {
	k.by = make(map[stroke]string)
	give := func(s stroke, name string) {
		if _, taken := k.by[s]; !taken && s.key != "" {
			k.by[s] = name
		}
	}
	for _, c := range k.all {
		if s, ok := k.changed[c.name]; ok {
			give(s, c.name)
		}
	}
	for _, c := range k.all {
		if _, ok := k.changed[c.name]; !ok {
			give(c.stroke(), c.name)
		}
	}
	for _, c := range k.all {
		for _, s := range c.also {
			give(s, c.name)
		}
	}
}

// of returns the stroke of a command, zero where it has none or where another
// has it.
func (k *keymap) of(name string) stroke {
	c := k.find(name)
	if c == nil {
		return stroke{}
	}
	s, ok := k.changed[name]
	if !ok {
		s = c.stroke()
	}
	if k.by[s] != name {
		return stroke{}
	}
	return s
}

// also returns the further strokes of a command.
func (k *keymap) also(name string) []stroke {
	var all []stroke
	if c := k.find(name); c != nil {
		for _, s := range c.also {
			if k.by[s] == name && s != k.of(name) {
				all = append(all, s)
			}
		}
	}
	return all
}

// change gives a command a stroke, or none, and takes it from the one that
// has it.
func (k *keymap) change(name string, s stroke) {
	if other := k.by[s]; other != "" && other != name && k.of(other) == s {
		k.put(other, stroke{})
	}
	k.put(name, s)
	k.settle()
}

func (k *keymap) put(name string, s stroke) {
	if c := k.find(name); c != nil && c.stroke() == s {
		delete(k.changed, name)
		return
	}
	k.changed[name] = s
}

// reset gives a command the stroke of the table again.
func (k *keymap) reset(name string) {
	if c := k.find(name); c != nil {
		k.change(name, c.stroke())
	}
}

// canvasOwn says what a stroke does on the canvas that is no command and
// stays where it is, or why it cannot be had; empty for all others.
func canvasOwn(s stroke) string {
	switch s.key {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		if s.mods&ctrl == 0 {
			return language.Say("walks the map or nudges cards")
		}
	case fyne.KeySpace:
		if s.bare() {
			return language.Say("held down, moves the view")
		}
	case fyne.KeyEscape:
		return language.Say("always leaves what one is in")
	}
	return ""
}

// typical are the strokes that text fields know: no other command may take
// them, or texts could not be edited as everywhere.
func typical(s stroke) (command string, ok bool) {
	command, ok = map[stroke]string{
		{fyne.KeyZ, ctrl}: "Undo", {fyne.KeyX, ctrl}: "Cut", {fyne.KeyC, ctrl}: "Copy", {fyne.KeyV, ctrl}: "Paste", {fyne.KeyA, ctrl}: "Select All",
	}[s]
	return
}

// refused says why a command cannot have a stroke, empty where it can.
func (k *keymap) refused(name string, s stroke) string {
	if own := canvasOwn(s); own != "" {
		return language.Say("%s: %s", s.String(), own)
	}
	if whose, ok := typical(s); ok && whose != name {
		return language.Say("%s is “%s” in text fields too, and stays that", s.String(), language.Translate(whose))
	}
	if !s.known() {
		return language.Say("this key cannot be used")
	}
	return ""
}

// canvasKey has the command done that a stroke on the canvas stands for, and
// reports whether the tool is not to be given it: it knows the table's own
// keys itself.
func (w *Window) canvasKey(k tool.Key, m tool.Mods) bool {
	if w.tool.Busy() {
		return false
	}
	if k == "Escape" && w.tool.Mode() == tool.Selecting && w.endFocus() {
		return true
	}
	return w.keyed(strokeOf(k, m))
}

func (w *Window) keyed(s stroke) bool {
	keys := w.menu.keys
	if name := keys.by[s]; name != "" {
		c := keys.find(name)
		if c.canvas && (c.stroke() == s || slices.Contains(c.also, s)) {
			return false
		}
		w.command(c)
		return true
	}
	// A key that was the tool's and is no command's any more does nothing.
	return slices.ContainsFunc(keys.all, func(c command) bool { return c.canvas && (c.stroke() == s || slices.Contains(c.also, s)) })
}

// setKey changes the key of a command, everywhere and for good.
func (w *Window) setKey(change func(*keymap)) {
	change(w.menu.keys)
	w.app.Preferences().SetStringList(prefKeys, w.menu.keys.stored())
	w.menu.showKeys()
}
