package panel

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/app/filter"
	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// Find looks for words in all texts of the map, shows what it finds in its
// context, puts other words there, and asks which claims are to stand out.
type Find struct {
	desk    *Desk
	object  *sheet
	back    *canvas.Rectangle
	edge    *canvas.Rectangle
	head    *column
	field   *searchField
	with    *searchField // what is put there
	options find.Options
	matters [3]*press // case, whole words, regular expression
	trouble *prose    // what is wrong with the expression
	count   *prose
	one     *press
	all     *press
	replace *column
	sieve   *sieve
	list    *findList

	pattern *find.Pattern
	found   []find.Found
	at      int // the one gone to, -1 before the first
	leave   func()
	redo    *later
	detach  []func()
}

// NewFind returns the panel. leave closes it.
func NewFind(d *Desk, leave func()) *Find {
	f := &Find{desk: d, at: -1, leave: leave}
	f.redo = &later{desk: d, wait: 120 * time.Millisecond, run: f.search}
	f.field = newSearchField(language.Say("Find in the map"), f.Step, f.close)
	f.field.OnChanged = func(string) { f.redo.ask() }
	f.with = newSearchField(language.Say("Replace with"), f.Step, f.close)
	f.with.enter = f.replaceOne
	for i := range f.matters {
		f.matters[i] = newPress(d, "", chip, palette.Muted, func() { f.turn(i) })
		f.matters[i].size = 11
	}
	f.matters[2].telling(language.Say("A regular expression; in what replaces it, $1 is its first group"))
	f.trouble = newProse(d, "", 11, palette.Gone)
	f.count = newProse(d, "", 11, palette.Muted).right()
	f.one = newPress(d, language.Say("Replace"), framed, palette.Text, f.replaceOne)
	f.all = newPress(d, language.Say("Replace all"), framed, palette.Text, f.replaceAll)
	f.replace = newColumn(6, f.with, newRow(6, f.one, f.all).loosely())
	shut := newPress(d, "✕", bare, palette.Muted, f.close).telling(language.Say("close"))
	f.sieve = newSieve(d, f.sift)
	f.head = newColumn(7,
		newRow(8, newProse(d, language.Say("Find and filter"), 13, palette.Text).bold(), shut),
		f.field, newRow(5, f.matters[0], f.matters[1], f.matters[2]).loosely(), f.trouble,
		f.replace, newRule(d), f.sieve.column, newRule(d), f.count,
	).within(edges{12, 10, 14, 6})
	f.list = newFindList(f)
	f.back, f.edge = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	f.edge.SetMinSize(fyne.NewSize(1, 1))
	f.object = newSheet(container.NewStack(f.back, container.NewBorder(nil, nil, nil, f.edge,
		container.New(&headed{f.head}, f.head, f.list))), func() { f.redo.ask() })
	for _, b := range append(append(f.matters[:], f.sieve.asks[:]...), f.one, f.all, shut, f.sieve.fold, f.sieve.clear) {
		b.leave = f.close
	}
	f.label()
	return f
}

// Object returns what is laid into the window.
func (f *Find) Object() fyne.CanvasObject { return f.object }

// Attach shows the desk's present session from now on.
func (f *Find) Attach() {
	for _, stop := range f.detach {
		stop()
	}
	f.detach = []func(){f.desk.Session.Doc.Observe(func(d argument.Difference) {
		if find.Rewords(d) || f.sieve.filter.Set() && !filter.Moved(d) {
			f.redo.ask()
		}
	})}
	f.found, f.at = nil, -1
	f.redo.drop()
	if f.object.Visible() {
		f.search()
	} else {
		f.desk.MarkFound(nil) // it was closed while another map was shown
	}
}

// Recolor follows a change of theme.
func (f *Find) Recolor() {
	p := f.desk.Palette()
	f.back.FillColor, f.edge.FillColor = p.Of(palette.Panel), p.Of(palette.Rule)
	canvas.Refresh(f.back)
	canvas.Refresh(f.edge)
	repaint(f.head)
	f.list.Refresh()
}

// Open gives the keys to the field, with what to look for where that is said.
func (f *Find) Open(words string) {
	if words != "" {
		f.field.SetText(words)
	}
	f.redo.flush()
	f.desk.Window.Canvas().Focus(f.field)
	f.field.selectAll()
}

// OpenFilter gives the keys to what is asked of claims.
func (f *Find) OpenFilter() {
	f.sieve.unfold(true)
	f.settle()
	f.desk.Window.Canvas().Focus(f.sieve.first())
}

// Words returns what is looked for.
func (f *Find) Words() string { return f.field.Text }

// label says which options are on.
func (f *Find) label() {
	for i, on := range []bool{f.options.MatchCase, f.options.WholeWord, f.options.Regexp} {
		name := [...]string{language.Say("Match case"), language.Say("Whole words"), language.Say("Regex")}[i]
		tick(f.matters[i], name, on)
	}
}

// tick shows a press as on or off: by a tick, not by its colour alone.
func tick(b *press, name string, on bool) {
	if on {
		b.set("✓ "+name, palette.Contention)
	} else {
		b.set(name, palette.Muted)
	}
}

func (f *Find) turn(i int) {
	o := &f.options
	on := [...]*bool{&o.MatchCase, &o.WholeWord, &o.Regexp}[i]
	*on = !*on
	f.label()
	f.settle()
	f.redo.ask()
}

// settle lays the panel out, since something on it has another height.
func (f *Find) settle() { f.object.Refresh() }

// sift is told of another filter.
func (f *Find) sift(to filter.Filter) {
	f.desk.SetFilter(to)
	f.settle()
	f.redo.ask()
}

// Filtered shows the filter that is in force, if another part of the window
// changed it.
func (f *Find) Filtered(by filter.Filter) {
	f.sieve.show(by)
	f.settle()
	f.redo.ask()
}

// Forget takes the marks of what was found away.
func (f *Find) Forget() {
	f.desk.MarkFound(nil)
	f.at = -1
}

func (f *Find) close() { f.leave() }
