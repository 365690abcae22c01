package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
	"warrant/canvas/tool"
	"warrant/storage/disk"
)

// command is what a person can have done: it stands in a menu, may have a
// shortcut there, and is named the same in context menus and in the help.
// Keys without Ctrl are the canvas's own and only told here.
type command struct {
	name string // empty for a separator
	keys string // as shown in the help
	key  fyne.KeyName
	mods fyne.KeyModifier
	run  func()
	sub  *fyne.Menu
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
)

// menus is the main menu, and the commands by name.
type menus struct {
	w      *Window
	main   *fyne.MainMenu
	named  map[string]command
	order  []string
	groups map[string][]command
	undo   *fyne.MenuItem
	redo   *fyne.MenuItem
	recent *fyne.Menu
}

func (w *Window) commands() (order []string, groups map[string][]command) {
	t := func(fn func(*tool.Tool)) func() { return func() { fn(w.tool) } }
	groups = map[string][]command{
		"File": {
			{name: "New", keys: "Ctrl N", key: fyne.KeyN, mods: ctrl, run: w.newMap},
			{name: "Open…", keys: "Ctrl O", key: fyne.KeyO, mods: ctrl, run: w.open},
			{name: "Open Recent", sub: w.menu.recent},
			{name: "Open Example", sub: w.examples()},
			{},
			{name: "Save", keys: "Ctrl S", key: fyne.KeyS, mods: ctrl, run: w.save},
			{name: "Save As…", keys: "Ctrl Shift S", key: fyne.KeyS, mods: ctrl | shift, run: w.saveAs},
			{name: "Earlier Versions…", run: w.showEarlier},
			{name: "Export Picture…", keys: "Ctrl E", key: fyne.KeyE, mods: ctrl, run: w.export},
			{name: "Map Title…", run: w.editTitle},
			{},
			{name: "Quit", keys: "Ctrl Q", key: fyne.KeyQ, mods: ctrl, run: w.close},
		},
		"Edit": {
			{name: "Undo", keys: "Ctrl Z", key: fyne.KeyZ, mods: ctrl, run: w.undo},
			{name: "Redo", keys: "Ctrl Shift Z", key: fyne.KeyZ, mods: ctrl | shift, run: w.redo},
			{},
			{name: "Cut", keys: "Ctrl X", key: fyne.KeyX, mods: ctrl, run: w.cut},
			{name: "Copy", keys: "Ctrl C", key: fyne.KeyC, mods: ctrl, run: w.copy},
			{name: "Copy as Map File", keys: "Ctrl Shift C", key: fyne.KeyC, mods: ctrl | shift, run: w.copyFile},
			{name: "Paste", keys: "Ctrl V", key: fyne.KeyV, mods: ctrl, run: w.paste},
			{},
			{name: "Edit Text", keys: "F2, double click", run: w.editText},
			{name: "Duplicate", keys: "Ctrl D", key: fyne.KeyD, mods: ctrl, run: t((*tool.Tool).Duplicate)},
			{name: "Delete", keys: "Delete", run: t((*tool.Tool).Delete)},
			{},
			{name: "Select All", keys: "Ctrl A", run: t((*tool.Tool).SelectAll)},
			{name: "Select Branch", keys: "Ctrl Shift A", key: fyne.KeyA, mods: ctrl | shift, run: t((*tool.Tool).SelectBranch)},
			{name: "History…", keys: "Ctrl H", key: fyne.KeyH, mods: ctrl, run: w.showHistory},
			{name: "Go to Claim…", keys: "Ctrl P", key: fyne.KeyP, mods: ctrl, run: w.findClaim},
			{name: "Find", keys: "Ctrl F", key: fyne.KeyF, mods: ctrl, run: func() { w.win.Canvas().Focus(w.header.search) }},
		},
		"Map": {
			{name: "Add Reason", keys: "Tab", run: func() { w.tool.AddReason(argument.Supports) }},
			{name: "Add Objection", keys: "Shift Tab", run: func() { w.tool.AddReason(argument.Opposes) }},
			{name: "Add Sibling", keys: "Enter", run: t((*tool.Tool).AddSibling)},
			{name: "Add Linked Premise", keys: "Ctrl L", key: fyne.KeyL, mods: ctrl, run: w.addPremise},
			{name: "Undercut", keys: "Shift Tab on a link", run: func() { w.tool.AddReason(argument.Opposes) }},
			{name: "Underpin", keys: "Tab on a link", run: func() { w.tool.AddReason(argument.Supports) }},
			{name: "Add Evidence", keys: "Ctrl Shift E", key: fyne.KeyE, mods: ctrl | shift, run: w.addEvidence},
			{},
			{name: "Turn Support and Opposition", keys: "Ctrl T", key: fyne.KeyT, mods: ctrl, run: t((*tool.Tool).Flip)},
			{name: "Make Contention", run: t((*tool.Tool).SetContention)},
			{name: "Collapse or Expand", keys: "Ctrl K", key: fyne.KeyK, mods: ctrl, run: t((*tool.Tool).ToggleCollapse)},
			{name: "Pin or Unpin", run: t((*tool.Tool).TogglePin)},
			{},
			{name: "Arrange", keys: "Ctrl R", key: fyne.KeyR, mods: ctrl, run: func() { w.arrange(false) }},
			{name: "Arrange Selection", keys: "Ctrl Shift R", key: fyne.KeyR, mods: ctrl | shift, run: func() { w.arrange(true) }},
			{name: "Align Left", run: func() { w.tool.Align(tool.LeftEdge) }},
			{name: "Align Top", run: func() { w.tool.Align(tool.TopEdge) }},
			{name: "Distribute Across", run: func() { w.tool.Distribute(tool.Horizontal) }},
			{},
			{name: "What If Without This Link", keys: "Ctrl I", key: fyne.KeyI, mods: ctrl, run: w.leaveOut},
			{name: "Numbers", sub: w.numbersMenu()},
		},
		"View": {
			{name: "Zoom In", keys: "Ctrl =", key: fyne.KeyEqual, mods: ctrl, run: func() { w.tool.ZoomBy(1.25, nil) }},
			{name: "Zoom Out", keys: "Ctrl −", key: fyne.KeyMinus, mods: ctrl, run: func() { w.tool.ZoomBy(1/1.25, nil) }},
			{name: "Actual Size", keys: "Ctrl 0", key: fyne.Key0, mods: ctrl, run: func() { w.tool.ZoomBy(1/w.tool.View().Zoom, nil) }},
			{name: "Fit All", keys: "Ctrl 1", key: fyne.Key1, mods: ctrl, run: w.fitAll},
			{name: "Fit Selection", keys: "Ctrl 2", key: fyne.Key2, mods: ctrl, run: t((*tool.Tool).FitSelection)},
			{},
			{name: "Source", run: func() { w.side.named("Source") }},
			{name: "Outline", keys: "Ctrl Shift O", key: fyne.KeyO, mods: ctrl | shift, run: func() { w.side.named("Outline") }},
			{name: "Evidence", run: func() { w.side.named("Evidence") }},
			{},
			{name: "Light", run: func() { w.setLook(func(l *look) { l.forced = "light" }) }},
			{name: "Dark", run: func() { w.setLook(func(l *look) { l.forced = "dark" }) }},
			{name: "Follow the System", run: func() { w.setLook(func(l *look) { l.forced = "" }) }},
			{name: "High Contrast", run: func() { w.setLook(func(l *look) { l.contrast = !l.contrast }) }},
			{name: "Larger Text", run: func() { w.setLook(func(l *look) { l.scale = min(max(l.scale, 1)+0.1, 2) }) }},
			{name: "Words for Numbers…", run: w.editVerbalScale},
			{name: "Smaller Text", run: func() { w.setLook(func(l *look) { l.scale = max(max(l.scale, 0.8)-0.1, 0.8) }) }},
		},
		"Help": {
			{name: "All Commands…", keys: "Ctrl Shift P", key: fyne.KeyP, mods: ctrl | shift, run: w.findCommand},
			{name: "Keys", keys: "F1 or ?", run: w.showKeys},
			{name: "How the Numbers Come About", run: w.showNumbers},
			{name: "About Warrant", run: w.showAbout},
		},
	}
	return []string{"File", "Edit", "Map", "View", "Help"}, groups
}

func newMenus(w *Window) *menus {
	m := &menus{w: w, named: make(map[string]command), recent: fyne.NewMenu("")}
	w.menu = m
	m.order, m.groups = w.commands()
	m.main = fyne.NewMainMenu()
	for _, title := range m.order {
		var items []*fyne.MenuItem
		for _, c := range m.groups[title] {
			if c.name == "" {
				items = append(items, fyne.NewMenuItemSeparator())
				continue
			}
			m.named[c.name] = c
			item := m.item(c.name)
			switch c.name {
			case "Undo":
				m.undo = item
			case "Redo":
				m.redo = item
			case "Quit":
				item.IsQuit = true
			}
			items = append(items, item)
		}
		m.main.Items = append(m.main.Items, fyne.NewMenu(title, items...))
	}
	m.listRecent()
	return m
}

// standard are the shortcuts of which the toolkit has types of its own: it
// knows these keys by them alone.
var standard = map[fyne.KeyName]fyne.Shortcut{
	fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyX: &fyne.ShortcutCut{}, fyne.KeyC: &fyne.ShortcutCopy{}, fyne.KeyV: &fyne.ShortcutPaste{},
}

// item makes a menu entry of a command.
func (m *menus) item(name string) *fyne.MenuItem {
	c, ok := m.named[name]
	if !ok {
		panic("window: no command " + name)
	}
	item := fyne.NewMenuItem(c.name, c.run)
	item.ChildMenu = c.sub
	if c.key != "" {
		item.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mods}
	}
	if own, ok := standard[c.key]; ok && c.mods == ctrl {
		item.Shortcut = own
	}
	return item
}

// refresh says in the menu what would be undone.
func (m *menus) refresh() {
	doc := m.w.session.Doc
	undo, canUndo := doc.CanUndo()
	redo, canRedo := doc.CanRedo()
	u, r := "Undo", "Redo"
	if canUndo {
		u += " “" + undo + "”"
	}
	if canRedo {
		r += " “" + redo + "”"
	}
	if m.undo.Label == u && m.redo.Label == r && m.undo.Disabled == !canUndo && m.redo.Disabled == !canRedo {
		return
	}
	m.undo.Label, m.undo.Disabled = u, !canUndo
	m.redo.Label, m.redo.Disabled = r, !canRedo
	m.w.header.undo.set("", !canUndo)
	m.w.header.redo.set("", !canRedo)
	m.main.Refresh()
}

func (m *menus) listRecent() {
	m.recent.Items = nil
	for _, path := range m.w.recent() {
		m.recent.Items = append(m.recent.Items, fyne.NewMenuItem(disk.Display(filepath.Base(path)), func() {
			m.w.unlessUnsaved(func() { m.w.openPath(path) })
		}))
	}
	if len(m.recent.Items) == 0 {
		none := fyne.NewMenuItem("None Yet", nil)
		none.Disabled = true
		m.recent.Items = []*fyne.MenuItem{none}
	}
	if m.main != nil {
		m.main.Refresh()
	}
}

// examples lists the maps that come with the program.
func (w *Window) examples() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, e := range []struct{ title, name string }{
		{"Turn to the East (an article)", bundled}, {"Pro and Con", "pro-and-con"}, {"Policy Decision", "policy-decision"},
		{"Scientific Hypothesis", "scientific-hypothesis"}, {"Legal Case", "legal-case"}, {"Literature Review", "literature-review"},
	} {
		menu.Items = append(menu.Items, fyne.NewMenuItem(e.title, func() {
			w.unlessUnsaved(func() { w.openExample(e.name) })
		}))
	}
	return menu
}
