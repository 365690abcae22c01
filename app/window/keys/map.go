package keys

import (
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/language"
)

// Command is one that can have a key, as the table has it.
type Command struct {
	Name string
	Own  Stroke   // zero for none
	Also []Stroke // that do it as well
}

// Map is which stroke has which command done: those of the table of
// commands, but for what the person has changed.
type Map struct {
	all     []Command         // all that can have a key, in the menus' order
	changed map[string]Stroke // by the name of the command
	by      map[Stroke]string // the command of each stroke
}

// New makes the map of the commands of the table, in its order, changed as
// Stored of another has written it.
func New(all []Command, stored []string) *Map {
	k := &Map{all: all, changed: make(map[string]Stroke)}
	for _, line := range stored { // what is not understood is left alone
		name, text, ok := strings.Cut(line, "=")
		if s, fine := Parse(text); ok && fine && k.find(name) != nil && canvasOwn(s) == "" {
			k.changed[name] = s
		}
	}
	k.settle()
	return k
}

// Stored is what New reads: "Save=Ctrl+Shift+S", and "Save=" for a command
// that is to have none.
func (k *Map) Stored() []string {
	var lines []string
	for _, c := range k.all {
		if s, ok := k.changed[c.Name]; ok {
			lines = append(lines, c.Name+"="+s.Stored())
		}
	}
	return lines
}

// Commands returns all that can have a key, in the table's order.
func (k *Map) Commands() []Command { return k.all }

// Does returns the command that a stroke has done, empty for none.
func (k *Map) Does(s Stroke) (name string) { return k.by[s] }

// Changed reports whether the person has given a command another stroke.
func (k *Map) Changed(name string) bool {
	_, ok := k.changed[name]
	return ok
}

func (k *Map) find(name string) *Command {
	for i := range k.all {
		if k.all[i].Name == name {
			return &k.all[i]
		}
	}
	return nil
}

// settle gives each stroke to one command: to the one that the person has
// given it, else to the one that has it in the table, first or second.
func (k *Map) settle() {
	k.by = make(map[Stroke]string)
	give := func(s Stroke, name string) {
		if _, taken := k.by[s]; !taken && s.Key != "" {
			k.by[s] = name
		}
	}
	for _, c := range k.all {
		if s, ok := k.changed[c.Name]; ok {
			give(s, c.Name)
		}
	}
	for _, c := range k.all {
		if _, ok := k.changed[c.Name]; !ok {
			give(c.Own, c.Name)
		}
	}
	for _, c := range k.all {
		for _, s := range c.Also {
			give(s, c.Name)
		}
	}
}

// Of returns the stroke of a command, zero where it has none or where another
// has it.
func (k *Map) Of(name string) Stroke {
	c := k.find(name)
	if c == nil {
		return Stroke{}
	}
	s, ok := k.changed[name]
	if !ok {
		s = c.Own
	}
	if k.by[s] != name {
		return Stroke{}
	}
	return s
}

// Also returns the further strokes of a command.
func (k *Map) Also(name string) []Stroke {
	var all []Stroke
	if c := k.find(name); c != nil {
		for _, s := range c.Also {
			if k.by[s] == name && s != k.Of(name) {
				all = append(all, s)
			}
		}
	}
	return all
}

// Change gives a command a stroke, or none, and takes it from the one that
// has it.
func (k *Map) Change(name string, s Stroke) {
	if other := k.by[s]; other != "" && other != name && k.Of(other) == s {
		k.put(other, Stroke{})
	}
	k.put(name, s)
	k.settle()
}

func (k *Map) put(name string, s Stroke) {
	if c := k.find(name); c != nil && c.Own == s {
		delete(k.changed, name)
		return
	}
	k.changed[name] = s
}

// Reset gives a command the stroke of the table again.
func (k *Map) Reset(name string) {
	if c := k.find(name); c != nil {
		k.Change(name, c.Own)
	}
}

// ResetAll gives all commands the strokes of the table again.
func (k *Map) ResetAll() {
	clear(k.changed)
	k.settle()
}

// canvasOwn says what a stroke does on the canvas that is no command and
// stays where it is, or why it cannot be had; empty for all others.
func canvasOwn(s Stroke) string {
	switch s.Key {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		if s.Mods&Ctrl == 0 {
			return language.Say("walks the map or nudges cards")
		}
	case fyne.KeySpace:
		if s.Bare() {
			return language.Say("held down, moves the view")
		}
	case fyne.KeyEscape:
		return language.Say("always leaves what one is in")
	}
	return ""
}

// typical are the strokes that text fields know: no other command may take
// them, or texts could not be edited as everywhere.
func typical(s Stroke) (command string, ok bool) {
	command, ok = map[Stroke]string{
		{fyne.KeyZ, Ctrl}: "Undo", {fyne.KeyX, Ctrl}: "Cut", {fyne.KeyC, Ctrl}: "Copy", {fyne.KeyV, Ctrl}: "Paste", {fyne.KeyA, Ctrl}: "Select All",
	}[s]
	return
}

// TextShortcut is how the toolkit's text fields are told of a command that
// they know as well, nil for all others.
func TextShortcut(command string) fyne.Shortcut {
	for key, own := range standard {
		if name, ok := typical(Stroke{key, Ctrl}); ok && name == command {
			return own
		}
	}
	return nil
}

// Refused says why a command cannot have a stroke, empty where it can.
func (k *Map) Refused(name string, s Stroke) string {
	if own := canvasOwn(s); own != "" {
		return language.Say("%s: %s", s.String(), own)
	}
	if whose, ok := typical(s); ok && whose != name {
		return language.Say("%s is “%s” in text fields too, and stays that", s.String(), language.Translate(whose))
	}
	if !s.Known() {
		return language.Say("this key cannot be used")
	}
	return ""
}
