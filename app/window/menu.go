package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/app/window/keys"
	"warrant/app/window/look"
	"warrant/argument"
	"warrant/canvas/layout"
	"warrant/canvas/tool"
	"warrant/storage/disk"
)

// command is what a person can have done. The table below feeds the menus,
// the context menus, the palette, the tooltips, the cheat sheet and the list
// of keys in the preferences; its names are what changed keys are stored by.
type command struct {
	name   string // empty for a separator
	key    fyne.KeyName
	mods   fyne.KeyModifier
	also   []keys.Stroke // that do it as well
	canvas bool          // canvas/tool knows these strokes and does it itself; a bare stroke without this has run called
	run    func()
	sub    *fyne.Menu
}

func (c *command) stroke() keys.Stroke { return keys.Stroke{Key: c.key, Mods: c.mods} }

// menus is the main menu, the commands by name, and their keys.
type menus struct {
	w      *Window
	main   *fyne.MainMenu
	named  map[string]command
	items  map[string]*fyne.MenuItem
	heard  *fyne.MenuItem // holds, unseen, the strokes of commands
	keys   *keys.Map
	order  []string
	groups map[string][]command
	undo   *fyne.MenuItem
	redo   *fyne.MenuItem
	recent *fyne.Menu

	undoIn         string  // the menu of both
	undoes, redoes string  // what would be; empty for nothing
	textSize       float32 // of the entries
}

// menuTitles are the menus in their order.
//
//language:texts
var menuTitles = []string{"File", "Edit", "Map", "Cards", "Tools", "View", "Help"}

func (w *Window) commands() (order []string, groups map[string][]command) {
	t := func(fn func(*tool.Tool)) func() { return func() { fn(w.tool) } }
	mode := func(m tool.Mode) func() { return func() { w.tool.SetMode(m); w.focusCanvas() } }
	groups = map[string][]command{
		"File": {
			{name: "New", key: fyne.KeyN, mods: ctrl, run: w.newMap},
			{name: "Open…", key: fyne.KeyO, mods: ctrl, run: w.open},
			{name: "Open Recent", sub: w.menu.recent},
			{name: "Open Example", sub: w.examples()},
			{name: "Start Page", run: w.showStart},
			{},
			{name: "Save", key: fyne.KeyS, mods: ctrl, run: w.save},
			{name: "Save As…", key: fyne.KeyS, mods: ctrl | shift, run: w.saveAs},
			{name: "Earlier Versions…", run: w.showEarlier},
			{name: "Compare With…", run: w.compare},
			{name: "Next Difference", key: fyne.KeyF7, run: func() { w.stepBy(1) }},
			{name: "Previous Difference", key: fyne.KeyF7, mods: shift, run: func() { w.stepBy(-1) }},
			{name: "Export Picture…", key: fyne.KeyE, mods: ctrl, run: w.export},
			{name: "Export Handout…", run: w.exportHandout},
			{name: "Export to Another Format…", run: w.convert},
			{name: "Map Title…", run: w.editTitle},
			{name: "Copy Path of File", run: func() { w.copyPath(w.places[w.at]) }},
			{},
			{name: "Close Map", key: fyne.KeyW, mods: ctrl, run: w.closeShown},
			{name: "Close Other Maps", run: func() { w.closeOthers(w.places[w.at]) }},
			{name: "Close Maps to the Right", run: func() { w.closeRight(w.places[w.at]) }},
			{name: "Reopen Closed Map", key: fyne.KeyT, mods: ctrl | shift, run: w.reopen},
			{name: "Quit", key: fyne.KeyQ, mods: ctrl, run: w.close},
		},
		"Edit": {
			{name: "Undo", key: fyne.KeyZ, mods: ctrl, run: w.undo},
			{name: "Redo", key: fyne.KeyZ, mods: ctrl | shift, also: []keys.Stroke{{Key: fyne.KeyY, Mods: ctrl}}, run: w.redo},
			{},
			{name: "Cut", key: fyne.KeyX, mods: ctrl, run: w.cut},
			{name: "Copy", key: fyne.KeyC, mods: ctrl, run: w.copy},
			{name: "Copy as Map File", key: fyne.KeyC, mods: ctrl | shift, run: w.copyFile},
			{name: "Paste", key: fyne.KeyV, mods: ctrl, run: w.paste},
			{},
			{name: "Edit Text", key: fyne.KeyF2, canvas: true, run: w.editText},
			{name: "Duplicate", key: fyne.KeyD, mods: ctrl, run: t((*tool.Tool).Duplicate)},
			{name: "Delete", key: fyne.KeyDelete, also: []keys.Stroke{{Key: fyne.KeyBackspace}}, canvas: true, run: t((*tool.Tool).Delete)},
			{},
			{name: "Select All", key: fyne.KeyA, mods: ctrl, run: w.selectAll},
			{name: "Select Branch", key: fyne.KeyA, mods: ctrl | shift, run: t((*tool.Tool).SelectBranch)},
			{name: "Select What Passes the Filter", run: w.selectMatching},
			{name: "Select All with Same Role", run: t((*tool.Tool).SelectSameRole)},
			{name: "Select Links Lacking Evidence", run: t((*tool.Tool).SelectLackingEvidence)},
			{name: "History…", key: fyne.KeyH, mods: ctrl, run: w.showHistory},
			{},
			{name: "Go to Claim…", key: fyne.KeyP, mods: ctrl, run: w.findClaim},
			{name: "Find", key: fyne.KeyF, mods: ctrl, run: func() { w.win.Canvas().Focus(w.header.search) }},
			{name: "Find and Replace…", key: fyne.KeyF, mods: ctrl | shift, run: w.findWords},
			{name: "Find Next", key: fyne.KeyG, mods: ctrl, run: func() { w.findStep(1) }},
			{name: "Find Previous", key: fyne.KeyG, mods: ctrl | shift, run: func() { w.findStep(-1) }},
			{name: "Filter…", key: fyne.KeyL, mods: ctrl | shift, run: w.findFilter},
			{},
			{name: "Preferences…", key: fyne.KeyComma, mods: ctrl, run: func() { w.showPreferences() }},
		},
		"Map": {
			{name: "Add Reason", key: fyne.KeyTab, canvas: true, run: func() { w.tool.AddReason(argument.Supports) }},
			{name: "Add Objection", key: fyne.KeyTab, mods: shift, canvas: true, run: func() { w.tool.AddReason(argument.Opposes) }},
			{name: "Add Sibling", key: fyne.KeyReturn, canvas: true, run: t((*tool.Tool).AddSibling)},
			{name: "Add Linked Premise", key: fyne.KeyL, mods: ctrl, also: []keys.Stroke{{Key: fyne.KeyReturn, Mods: shift}}, canvas: true, run: w.addPremise},
			{name: "Undercut", run: func() { w.tool.AddReason(argument.Opposes) }},
			{name: "Underpin", run: func() { w.tool.AddReason(argument.Supports) }},
			{name: "Add Evidence", key: fyne.KeyE, mods: ctrl | shift, run: w.addEvidence},
			{name: "Insert Claim on Link", key: fyne.KeyI, mods: ctrl | shift, run: func() { w.tool.InsertClaim("") }},
			{},
			{name: "Merge Claims", key: fyne.KeyM, mods: ctrl, run: t((*tool.Tool).Merge)},
			{name: "Split Claim", key: fyne.KeyM, mods: ctrl | shift, run: w.split},
			{name: "Turn Evidence and Claim", key: fyne.KeyD, mods: ctrl | shift, run: w.turnEvidence},
			{},
			{name: "Turn Support and Opposition", key: fyne.KeyT, mods: ctrl, run: t((*tool.Tool).Flip)},
			{name: "Make Contention", run: t((*tool.Tool).SetContention)},
			{name: "Collapse or Expand", key: fyne.KeyK, mods: ctrl, run: t((*tool.Tool).ToggleCollapse)},
			{},
			{name: "Arrange", key: fyne.KeyR, mods: ctrl, run: w.arrangeAll},
			{name: "Arrange Selection", key: fyne.KeyR, mods: ctrl | shift, run: w.arrangeSelected},
			{},
			{name: "Add Step", key: fyne.KeyF5, mods: ctrl | shift, run: w.addStep},
			{name: "Suggest Steps", run: w.suggestSteps},
			{},
			{name: "What If Without This Link", key: fyne.KeyI, mods: ctrl, run: w.leaveOut},
			{name: "Numbers", sub: w.numbersMenu()},
		},
		"Cards": {
			{name: "Arrange Top Down", run: func() { w.arrangeTo(layout.TopDown) }},
			{name: "Arrange Bottom Up", run: func() { w.arrangeTo(layout.BottomUp) }},
			{name: "Arrange Left to Right", run: func() { w.arrangeTo(layout.LeftRight) }},
			{name: "Arrange Compactly", run: w.arrangeCompactly},
			{},
			{name: "Align Left", run: func() { w.tool.Align(tool.LeftEdge) }},
			{name: "Align Center", run: func() { w.tool.Align(tool.CenterLine) }},
			{name: "Align Right", run: func() { w.tool.Align(tool.RightEdge) }},
			{name: "Align Top", run: func() { w.tool.Align(tool.TopEdge) }},
			{name: "Align Middle", run: func() { w.tool.Align(tool.MiddleLine) }},
			{name: "Align Bottom", run: func() { w.tool.Align(tool.BottomEdge) }},
			{name: "Distribute Across", run: func() { w.tool.Distribute(tool.Horizontal) }},
			{name: "Distribute Down", run: func() { w.tool.Distribute(tool.Vertical) }},
			{},
			{name: "Wider", key: fyne.KeyPeriod, mods: ctrl | shift, run: func() { w.tool.Widen(true) }},
			{name: "Narrower", key: fyne.KeyComma, mods: ctrl | shift, run: func() { w.tool.Widen(false) }},
			{name: "Usual Width", run: t((*tool.Tool).UsualWidth)},
			{},
			{name: "Pin or Unpin", run: t((*tool.Tool).TogglePin)},
			{name: "Let Link Find Its Way", run: t((*tool.Tool).Unlead)},
		},
		"Tools": {
			{name: "Select", key: fyne.KeyV, canvas: true, run: mode(tool.Selecting)},
			{name: "Claim", key: fyne.KeyC, canvas: true, run: mode(tool.AddingClaim)},
			{name: "Support", key: fyne.KeyS, canvas: true, run: mode(tool.AddingSupport)},
			{name: "Objection", key: fyne.KeyO, canvas: true, run: mode(tool.AddingObjection)},
			{name: "Evidence on a Link", key: fyne.KeyE, canvas: true, run: mode(tool.AddingEvidence)},
		},
		"View": {
			{name: "Zoom In", key: fyne.KeyEqual, mods: ctrl, also: []keys.Stroke{{Key: fyne.KeyEqual, Mods: ctrl | shift}, {Key: fyne.KeyPlus, Mods: ctrl}, {Key: fyne.KeyPlus}, {Key: fyne.KeyEqual}}, canvas: true, run: func() { w.tool.ZoomBy(1.25, nil) }},
			{name: "Zoom Out", key: fyne.KeyMinus, mods: ctrl, also: []keys.Stroke{{Key: fyne.KeyMinus}}, canvas: true, run: func() { w.tool.ZoomBy(1/1.25, nil) }},
			{name: "Actual Size", key: fyne.Key0, mods: ctrl, also: []keys.Stroke{{Key: fyne.Key0}}, canvas: true, run: func() { w.tool.ZoomBy(1/w.tool.View().Zoom, nil) }},
			{name: "Fit All", key: fyne.Key1, mods: ctrl, also: []keys.Stroke{{Key: fyne.Key1}}, canvas: true, run: w.fitAll},
			{name: "Fit Selection", key: fyne.Key2, mods: ctrl, also: []keys.Stroke{{Key: fyne.Key2}}, canvas: true, run: t((*tool.Tool).FitSelection)},
			{},
			{name: "Focus on Claim", key: fyne.KeyPeriod, mods: ctrl, run: w.focusClaim},
			{name: "Back", key: fyne.KeyLeftBracket, mods: ctrl, run: w.goBack},
			{name: "Forward", key: fyne.KeyRightBracket, mods: ctrl, run: w.goForward},
			{name: "Next Part of the Window", key: fyne.KeyF6, also: []keys.Stroke{{Key: fyne.KeyF6, Mods: ctrl}}, run: func() { w.nextPart(1) }},
			{name: "Part Before", key: fyne.KeyF6, mods: shift, also: []keys.Stroke{{Key: fyne.KeyF6, Mods: ctrl | shift}}, run: func() { w.nextPart(-1) }},
			{},
			{name: "Source", run: func() { w.side.named("Source") }},
			{name: "Outline", key: fyne.KeyO, mods: ctrl | shift, run: func() { w.side.named("Outline") }},
			{name: "Evidence", run: func() { w.side.named("Evidence") }},
			{name: "Review", key: fyne.KeyF9, run: w.showReview},
			{name: "Steps", key: fyne.KeyF5, mods: ctrl, run: func() { w.side.named("Steps") }},
			{},
			{name: "Present", key: fyne.KeyF5, run: func() { w.present(0) }},
			{name: "Present from the Chosen Step", key: fyne.KeyF5, mods: shift, run: func() { w.present(w.steps.Chosen()) }},
			{},
			{name: "Next Map", key: fyne.KeyTab, mods: fyne.KeyModifierControl, also: []keys.Stroke{{Key: fyne.KeyPageDown, Mods: ctrl}}, run: func() { w.turnBy(1) }},
			{name: "Previous Map", key: fyne.KeyTab, mods: fyne.KeyModifierControl | shift, also: []keys.Stroke{{Key: fyne.KeyPageUp, Mods: ctrl}}, run: func() { w.turnBy(-1) }},
			{name: "Move Tab Left", key: fyne.KeyPageUp, mods: ctrl | shift, run: func() { w.moveBy(-1) }},
			{name: "Move Tab Right", key: fyne.KeyPageDown, mods: ctrl | shift, run: func() { w.moveBy(1) }},
			{},
			{name: "Light", run: func() { w.setLook(func(l *look.Theme) { l.Forced = "light" }) }},
			{name: "Dark", run: func() { w.setLook(func(l *look.Theme) { l.Forced = "dark" }) }},
			{name: "Follow the System", run: func() { w.setLook(func(l *look.Theme) { l.Forced = "" }) }},
			{name: "High Contrast", run: func() { w.setLook(func(l *look.Theme) { l.Contrast = !l.Contrast }) }},
			{name: "Larger Text", run: func() { w.setLook(func(l *look.Theme) { l.Zoom(0.1) }) }},
			{name: "Smaller Text", run: func() { w.setLook(func(l *look.Theme) { l.Zoom(-0.1) }) }},
		},
		"Help": {
			{name: "All Commands…", key: fyne.KeyP, mods: ctrl | shift, run: w.findCommand},
			{name: "Keys", key: fyne.KeyF1, run: w.showKeys},
			{name: "How the Numbers Come About", run: w.showNumbers},
			{name: "About Warrant", run: w.showAbout},
		},
	}
	return menuTitles, groups
}

func newMenus(w *Window) *menus {
	m := &menus{w: w, named: make(map[string]command), items: make(map[string]*fyne.MenuItem), recent: fyne.NewMenu("")}
	w.menu = m
	m.order, m.groups = w.commands()
	var all []keys.Command
	for _, title := range m.order {
		for _, c := range m.groups[title] {
			if c.name != "" {
				m.named[c.name] = c
			}
			if c.run != nil {
				all = append(all, keys.Command{Name: c.name, Own: c.stroke(), Also: c.also})
			}
		}
	}
	m.keys = keys.New(all, w.app.Preferences().StringList(prefKeys))
	m.main = fyne.NewMainMenu()
	for _, title := range m.order {
		var items []*fyne.MenuItem
		for _, c := range m.groups[title] {
			if c.name == "" {
				line := fyne.NewMenuItemSeparator()
				if m.heard == nil {
					m.heard = line
				}
				items = append(items, line)
				continue
			}
			item := m.item(c.name)
			m.items[c.name] = item
			switch c.name {
			case "Undo":
				m.undo, m.undoIn = item, title
			case "Redo":
				m.redo = item
			case "Quit":
				item.IsQuit = true
			}
			items = append(items, item)
		}
		m.main.Items = append(m.main.Items, fyne.NewMenu(language.Translate(title), items...))
	}
	m.listRecent()
	m.showKeys()
	return m
}

// item makes a menu entry of a command.
func (m *menus) item(name string) *fyne.MenuItem {
	c, ok := m.named[name]
	if !ok {
		panic("window: no command " + name)
	}
	item := fyne.NewMenuItem(language.Translate(c.name), nil)
	if c.run != nil {
		item.Action = m.action(&c, func() keys.Stroke { return m.keys.Of(name) })
	}
	item.ChildMenu = c.sub
	return item
}

// action does a command that was chosen or whose stroke was pressed. The
// toolkit lets a menu's strokes through to what lies under a dialog: there,
// they are those of a text field or nothing.
func (m *menus) action(c *command, pressed func() keys.Stroke) func() {
	return func() {
		w := m.w
		if w.presenting != nil { // of a menu that is the system's
			return
		}
		if w.recorder != nil {
			w.recorder.hear(pressed())
			return
		}
		if w.win.Canvas().Overlays().Top() != nil {
			if own := keys.TextShortcut(c.name); own != nil {
				w.forward(own)
			}
			return
		}
		w.command(c)
	}
}

// command does a command; the start page goes before what is about a map.
func (w *Window) command(c *command) {
	if w.starting() && !forStart[c.name] {
		w.leaveStart()
	}
	c.run()
}

// under makes an entry of the menu that a command opens. It is as the command
// itself: the system's own menus can be reached while a question is open.
func (m *menus) under(name, label string, run func()) *fyne.MenuItem {
	c := command{name: name, run: run}
	return fyne.NewMenuItem(label, m.action(&c, func() keys.Stroke { return keys.Stroke{} }))
}

// refresh says in the menu what would be undone.
func (m *menus) refresh() {
	doc := m.w.session.Doc
	undo, canUndo := doc.CanUndo()
	redo, canRedo := doc.CanRedo()
	if m.undoes == undo && m.redoes == redo && m.undo.Disabled == !canUndo && m.redo.Disabled == !canRedo {
		return
	}
	m.undoes, m.redoes = undo, redo
	m.undo.Disabled, m.redo.Disabled = !canUndo, !canRedo
	m.write(m.undoIn)
	m.w.header.undo.Set("", !canUndo)
	m.w.header.redo.Set("", !canRedo)
	m.main.Refresh()
}

func (m *menus) listRecent() {
	m.recent.Items = nil
	for _, path := range m.w.recent() {
		m.recent.Items = append(m.recent.Items, m.under("Open Recent", disk.Display(filepath.Base(path)), func() { m.w.openPath(path) }))
	}
	if len(m.recent.Items) == 0 {
		none := fyne.NewMenuItem(language.Say("None Yet"), nil)
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
	for _, e := range append([]template{{name: bundled, title: language.Say("Turn to the East (an article)")}}, templates()...) {
		menu.Items = append(menu.Items, w.menu.under("Open Example", e.title, func() { w.openExample(e.name) }))
	}
	return menu
}
