package window

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/app/window/keys"
)

// The toolkit draws the keys beside a menu's entries at a fifth of the
// strength of their text, whatever the theme says (shortcutColor in widget,
// fyne 2.8.1): eyes need far more. So they are written into the entries
// themselves, behind as much room as sets them at the right. The system's own
// menu of a Mac does better.

// ownMenus reports whether the menus are the toolkit's.
const ownMenus = runtime.GOOS != "darwin"

// entry is what stands in a menu: what it says, its keys, and whether a
// further menu opens from it.
type entry struct {
	text, keys string
	opens      bool
}

// The room between a text and its keys begins with a blank that stands in no
// text, so that both can be told apart; narrower ones fill it up.
const (
	firstBlank  = "\u2003" // as wide as an M
	usualBlank  = " "
	narrowBlank = "\u200a"
)

// aligned are the labels of entries, with all keys ending at one line. How
// wide a blank is depends on the letters before it, which may be of another
// face.
func aligned(all []entry) []string {
	size := theme.TextSize()
	wide := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	labels, most := make([]string, len(all)), float32(0)
	for i, e := range all {
		labels[i] = e.text
		if e.keys != "" {
			labels[i] += firstBlank
		}
		need := wide(labels[i] + e.keys)
		if e.opens {
			need += theme.IconInlineSize()
		}
		most = max(most, need)
	}
	for i, e := range all {
		if e.keys == "" {
			continue
		}
		for _, blank := range []string{usualBlank, narrowBlank} {
			rest := most - wide(labels[i]+e.keys)
			if one := (wide(labels[i]+strings.Repeat(blank, 10)+e.keys) - wide(labels[i]+e.keys)) / 10; one > 0 && rest > 0 {
				labels[i] += strings.Repeat(blank, int(rest/one))
			}
		}
		labels[i] += e.keys
	}
	return labels
}

// textOf is what a menu's entry says, without its keys.
func textOf(i *fyne.MenuItem) string {
	text, _, _ := strings.Cut(i.Label, firstBlank)
	return text
}

// says is what the entry of a command says.
func (m *menus) says(name string) string {
	switch {
	case name == "Undo" && m.undoes != "":
		return language.Say("Undo “%s”", language.Translate(m.undoes))
	case name == "Redo" && m.redoes != "":
		return language.Say("Redo “%s”", language.Translate(m.redoes))
	}
	return language.Translate(name)
}

// telling has a button say the name of a command and its key.
func (w *Window) telling(b *control.Button, name string) {
	b.Means = language.Translate(name)
	b.Pointed = func(on bool) {
		if !on {
			w.tip.Leave(b)
			return
		}
		w.tip.Ask(b, w.menu.says(name), w.menu.keys.Of(name).String()) // it may say what is undone
	}
}

func (m *menus) entry(name string) entry {
	e := entry{text: m.says(name), opens: m.named[name].sub != nil}
	if ownMenus {
		e.keys = m.keys.Of(name).String()
	}
	return e
}

// write labels the entries of a menu.
func (m *menus) write(title string) {
	var all []entry
	for _, c := range m.groups[title] {
		if c.name != "" {
			all = append(all, m.entry(c.name))
		}
	}
	labels := aligned(all)
	for _, c := range m.groups[title] {
		if c.name != "" {
			m.items[c.name].Label, labels = labels[0], labels[1:]
		}
	}
}

// showKeys has the menus hear and show the keys that are in force.
func (m *menus) showKeys() {
	var heard []*fyne.MenuItem
	hear := func(c command, s keys.Stroke) {
		if !s.Bare() {
			i := fyne.NewMenuItem(c.name, m.action(&c, func() keys.Stroke { return s }))
			i.Shortcut = s.Shortcut()
			heard = append(heard, i)
		}
	}
	for name, item := range m.items {
		c := m.named[name]
		if ownMenus {
			hear(c, m.keys.Of(name))
		} else {
			item.Shortcut = m.keys.Of(name).Shortcut()
		}
		for _, s := range m.keys.Also(name) {
			hear(c, s)
		}
	}
	// The toolkit looks for strokes in a separator's menu too, and shows none
	// of it.
	m.heard.ChildMenu = fyne.NewMenu("", heard...)
	m.rewrite()
	m.w.header.rekey(m.keys)
}

// rewrite labels all menus: keys, or the size of texts, are others.
func (m *menus) rewrite() {
	m.textSize = theme.TextSize()
	for _, title := range m.order {
		m.write(title)
	}
	m.main.Refresh()
}

// popEntry is an entry of a menu over the window: a command, done as said
// here where that is another way; or a line, if it has no name.
type popEntry struct {
	name string
	own  string // what it says, where it is no command
	run  func()
	not  bool // it cannot be done now
}

// popUp opens a menu at a place of the window.
func (m *menus) popUp(at fyne.Position, all ...popEntry) {
	var items, labelled []*fyne.MenuItem
	var entries []entry
	for _, p := range all {
		var item *fyne.MenuItem
		switch {
		case p.own != "":
			item = fyne.NewMenuItem(p.own, p.run)
			entries = append(entries, entry{text: p.own})
		case p.name == "":
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		default:
			item = m.item(p.name)
			entries = append(entries, m.entry(p.name))
		}
		if p.run != nil {
			item.Action = p.run
		}
		item.Disabled = p.not
		items, labelled = append(items, item), append(labelled, item)
	}
	for i, label := range aligned(entries) {
		labelled[i].Label = label
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), m.w.win.Canvas(), at)
}
