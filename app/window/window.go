// Package window is the program with a window: it lays the canvas and the
// panels out, opens and saves maps, and gives every command its menu entry
// and key. It holds no rule of the domain and draws nothing of the map.
package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"warrant/app/clip"
	"warrant/app/filter"
	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/app/window/look"
	"warrant/app/window/panel"
	"warrant/argument"
	"warrant/assets"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/surface"
	"warrant/canvas/text"
	"warrant/canvas/tool"
	"warrant/storage/disk"
)

// appID names the program to the system: its preferences and its windows.
const appID = "org.warrant.Warrant"

// Window is the main window.
type Window struct {
	app     fyne.App
	win     fyne.Window
	look    *look.Theme
	fonts   *text.Fonts
	store   *disk.Store
	session *session.Session
	tool    *tool.Tool
	surface *surface.Surface

	header    *header
	foot      *foot
	side      *tabs
	inspector *panel.Inspector
	outline   *panel.Outline
	review    *panel.Review
	steps     *panel.Steps
	panels    []panel.Panel
	parts     []*part // that one key goes to; the canvas stands after the second
	desk      *panel.Desk
	menu      *menus
	settling  *settling // of the conflicts of a merge
	source    *panel.Source
	lookup    *lookup
	aside     *aside
	been      *been
	marks     *marks // on the canvas

	differences *differences // from another version

	places     []*place // the open maps; there is always one
	at         int      // the one that session and tool are of
	begun      bool     // what was to be opened first is open
	closed     []closedMap
	unfollow   []func()
	strip      *strip
	page       *startPage
	hall       *fyne.Container // where a presentation stands, in the place of all else
	presenting *presentation
	working    *work                                      // that the window waits for
	saves      *saves                                     // under way
	apart      func(job, then func())                     // has something done on another goroutine
	notes      *notes                                     // for the next start
	board      clip.Board                                 // what was copied last
	warned     bool                                       // of the journal, once
	trying     bool                                       // a what-if is on
	looking    bool                                       // files of open maps are being read, beside the window
	dialogs    map[fyne.CanvasObject]*dialog.CustomDialog // of the questions that are open, by what lies over the window
	tip        *control.Tip
	recorder   *recorder // listens for a new key of a command

	journalled, autosaved time.Time // when unsaved work was last written, and saved unasked
}

// Run opens the window with what is asked for, and returns when it is closed.
func Run(begin Begin) error {
	if err := checkDisplay(); err != nil {
		return err
	}
	w := build(app.NewWithID(appID))
	if err := w.start(begin); err != nil {
		return err
	}
	defer w.lastWords() // also of a panic
	w.win.ShowAndRun()
	return nil
}

// build makes a window with an empty map.
func build(a fyne.App) *Window {
	w := &Window{app: a, look: &look.Theme{}, fonts: text.Default(), dialogs: make(map[fyne.CanvasObject]*dialog.CustomDialog)}
	w.apart, w.saves = doneApart, &saves{w: w}
	w.readPreferences()
	a.Settings().SetTheme(w.look)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	guardFiles()
	var err error
	w.store, err = disk.Open("")
	w.win = a.NewWindow("Warrant")
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.desk = &panel.Desk{
		Window: w.win, Palette: w.palette,
		Go: w.goTo, Present: w.present, OpenSource: w.openSource, Explain: w.explain, Fail: w.fail, Confirm: w.confirm, OpenAddress: w.openAddress, FocusCanvas: w.focusCanvas,
		SetFilter: func(f filter.Filter) { w.aside.sift(f) }, MarkFound: func(ids map[argument.ID]scene.Mark) { w.marks.find(ids) },
		MarkRemarks: func(ids map[argument.ID]scene.Mark) { w.marks.remark(ids) },
	}
	w.readVerbalScale()
	w.notes = readNotes(w.store)
	w.places = []*place{w.newPlace(w.empty())}
	w.session, w.tool = w.places[0].session, w.places[0].tool
	w.desk.Session, w.desk.Tool, w.marks = w.session, w.tool, w.places[0].marks
	w.surface = surface.New(w.tool, w.session.Scene, w.session.Doc, w.palette(), w.fonts, heldKeys)
	w.surface.OnWhy(language.Translate)
	w.layOut()
	w.surface.SetStill(w.still())
	w.surface.OnKey(w.canvasKey)
	w.surface.OnUnusedKey(func(k tool.Key) {
		switch {
		case k == "?":
			w.showKeys()
		case k == "Escape" && w.lookup.open:
			w.lookup.close()
		case k == "Escape" && w.trying:
			w.session.EndWhatIf()
		case k == "Escape":
			w.differences.end()
		}
	})
	w.enter(0)
	a.Settings().AddListener(func(fyne.Settings) { w.recolor() })
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(w.unusedKey)
	a.Lifecycle().SetOnExitedForeground(w.keepJournal)
	a.Lifecycle().SetOnEnteredForeground(w.lookAtDisk)
	if err != nil {
		w.explain(worded(err))
	}
	go w.fonts.Warm()
	return w
}

func (w *Window) layOut() {
	w.tip = control.NewTip(w.palette)
	w.header, w.foot = newHeader(w), newFoot(w)
	w.inspector = panel.NewInspector(w.desk)
	w.outline = panel.NewOutline(w.desk)
	evidence := panel.NewEvidence(w.desk)
	w.steps = panel.NewSteps(w.desk)
	w.source = panel.NewSource(w.desk)
	w.review = panel.NewReview(w.desk, w.inspector, func() { w.foot.attend() })
	w.panels = []panel.Panel{w.inspector, w.outline, w.source, evidence, w.review, w.steps}
	w.side = newTabs(
		tab{"Source", w.source.Object()}, tab{"Outline", w.outline.Object()}, tab{"Evidence", evidence.Object()}, tab{"Review", w.review.Object()}, tab{"Steps", w.steps.Object()})
	w.lookup = newLookup(w, w.side.object)
	w.panels = append(w.panels, w.lookup)
	w.aside, w.been = newAside(w), newBeen(w)
	var parts []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{w.header.object, w.lookup.object, w.inspector.Object(), w.foot.object} {
		p, laid := newPart(o)
		w.parts, parts = append(w.parts, p), append(parts, laid)
	}
	w.strip = newStrip(w)
	w.page = newStartPage(w)
	w.hall = container.NewStack()
	w.hall.Hide()
	w.page.below = container.New(&frame{finding: func() bool { return w.lookup.open }}, parts[0], parts[1], container.NewStack(w.surface, w.aside.bar.object), parts[2], parts[3], w.strip)
	w.win.SetContent(container.NewStack(w.page.below, w.page, w.hall, w.tip.Layer))
	w.desk.Hint = func(over fyne.CanvasObject, text string) {
		if text == "" {
			w.tip.Leave(over)
		} else {
			w.tip.Ask(over, text, "")
		}
	}
	w.win.Resize(w.size())
	w.menu = newMenus(w)
	w.win.SetMainMenu(w.menu.main)
	w.recolor()
}

// palette returns the colours in force.
func (w *Window) palette() *palette.Palette {
	return w.look.Palette(w.app.Settings().ThemeVariant())
}

func (w *Window) recolor() {
	p := w.palette()
	w.surface.SetPalette(p)
	if w.menu.textSize != theme.TextSize() {
		w.menu.rewrite()
	}
	if w.presenting != nil {
		w.presenting.recolor()
	}
	w.header.recolor(p)
	w.foot.recolor(p)
	w.side.recolor(p)
	w.aside.bar.recolor(p)
	w.strip.Refresh()
	w.page.recolor()
	for _, one := range w.panels {
		one.Recolor()
	}
}

func (w *Window) attach() {
	w.aside.attach() // before the panel that searches in what passes the filter
	for _, p := range w.panels {
		p.Attach()
	}
	w.been.attach()
	w.header.search.asked = ""
	w.tries()
	w.foot.count()
	w.follow(argument.Difference{})
	w.reselected()
	w.viewed()
}

// follow keeps what the window says of the document true.
func (w *Window) follow(d argument.Difference) {
	if w.surface == nil {
		return
	}
	w.surface.Repaint()
	if len(d.Links) > 0 || cameOrWent(d.Claims) {
		w.foot.follow(d)
	}
	w.retitle()
	w.menu.refresh()
	w.settling.watch()
	w.differences.watch()
}

func cameOrWent(cs []argument.Change[argument.Claim]) bool {
	for _, c := range cs {
		if c.From == nil || c.To == nil {
			return true
		}
	}
	return false
}

func (w *Window) retitle() {
	name, state := disk.Display(w.session.Name()), language.Say("saved")
	switch {
	case w.saves.says(w.session):
		state = language.Say("saving…")
	case w.session.Doc.Modified():
		state = language.Say("not saved")
	case w.session.Path() == "":
		state = language.Say("not in a file yet")
	}
	title := disk.Display(w.session.Doc.Map().Info().Title)
	if title == "" {
		title = name
	}
	file := name
	if w.session.Path() == "" {
		file = "" // the name would be the title again
	}
	w.header.name(title, file, state)
	w.strip.renew()
	bullet := ""
	if w.session.Doc.Modified() {
		bullet = "• "
	}
	if t := bullet + name + " — Warrant"; w.win.Title() != t {
		w.win.SetTitle(t)
	}
}

func (w *Window) reselected() {
	if w.surface != nil {
		w.menu.refresh()
		w.been.moved()
	}
}

// viewed follows a change of view or mode.
func (w *Window) viewed() {
	if w.surface == nil {
		return
	}
	w.been.moved()
	w.foot.zoomed(w.tool.View().Zoom)
	for mode, b := range w.header.modes {
		b.Choose(mode == w.tool.Mode())
	}
}

// goTo selects a claim or link and brings it into view, or the collapsed
// claim that hides it.
func (w *Window) goTo(id argument.ID) {
	w.session.Doc.Select(id)
	if by, ok := w.hiddenBy(id); ok {
		w.tool.Reveal(by)
		w.explain(language.Say("It is hidden below “%s”: expand that to see it.", clipped(w.session.Doc.Map().Claim(by).Text, 40)))
	} else {
		w.tool.Reveal(id)
	}
	w.surface.Repaint()
}

func (w *Window) focusCanvas() {
	if w.presenting != nil {
		w.presenting.focus()
		return
	}
	w.surface.TakeFocus(w.win.Canvas())
}

// heldKeys tells which modifier keys are down: the toolkit's drag and wheel
// events do not.
func heldKeys() tool.Mods {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if !ok {
		return 0
	}
	var m tool.Mods
	held := d.CurrentKeyModifiers()
	if held&fyne.KeyModifierShift != 0 {
		m |= tool.Shift
	}
	if held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		m |= tool.Command
	}
	if held&fyne.KeyModifierAlt != 0 {
		m |= tool.Alt
	}
	return m
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
