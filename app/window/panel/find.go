package panel

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"warrant/app/filter"
	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
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
	list    *widget.List

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
	f.list = widget.NewList(
		func() int { return len(f.found) },
		func() fyne.CanvasObject { return newFindRow(d) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*findRow).say(f.says(i)) })
	f.list.OnSelected = func(i widget.ListItemID) {
		f.list.UnselectAll()
		f.goTo(i)
		f.enter()
	}
	f.list.HideSeparators = true
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
	f.search()
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

// search finds anew what the field says, and stays at what was gone to.
func (f *Find) search() {
	if !f.object.Visible() || f.desk.Session == nil {
		return
	}
	var was find.Found
	if f.at >= 0 && f.at < len(f.found) {
		was = f.found[f.at]
	}
	f.found, f.at = nil, -1
	var err error
	f.pattern, err = find.New(f.field.Text, f.options)
	f.trouble.say("")
	m := f.desk.Session.Doc.Map()
	switch {
	case f.field.Text == "":
		f.found = f.passed()
		f.at = slices.Index(f.found, was)
	case err != nil:
		f.trouble.say(capital(err.Error()))
	default:
		f.found = find.In(m, f.pattern, f.sieve.keep())
		f.at = slices.Index(f.found, was)
	}
	f.sieve.words(f.field.Text, f.found)
	f.show()
}

// passed lists, without words to look for, the claims that pass the filter.
func (f *Find) passed() (all []find.Found) {
	if !f.sieve.filter.Set() {
		return nil
	}
	for _, id := range f.sieve.filter.Pass(f.desk.Session.Doc.Map(), f.desk.Session.Numbers).Claims {
		all = append(all, find.Found{Place: find.Place{Part: find.ClaimText, Record: id}})
	}
	return all
}

// show shows what was found.
func (f *Find) show() {
	marks := make(map[argument.ID]scene.Mark, len(f.found))
	writable := 0
	for _, x := range f.found {
		if x.To == 0 { // no words in it
			break
		}
		if f.desk.Session.Doc.Map().Has(x.Record) {
			marks[x.Record] = scene.Found
		}
		if x.Replaceable() {
			writable++
		}
	}
	f.desk.MarkFound(marks)
	f.one.disable(writable == 0)
	f.all.disable(writable == 0)
	f.tell()
	f.settle()
	f.list.Refresh()
}

// tell says how much was found.
func (f *Find) tell() {
	switch n := len(f.found); {
	case f.trouble.text != "", f.field.Text == "" && !f.sieve.filter.Set():
		f.count.say("")
	case n == 0 && f.field.Text == "":
		f.count.say(language.Say("No claim passes the filter"))
	case n == 0 && f.sieve.filter.Set():
		f.count.say(language.Say("Not found in what passes the filter"))
	case n == 0:
		f.count.say(language.Say("Not found"))
	case f.at >= 0:
		f.count.say(language.Say("%d of %d", f.at+1, n))
	case f.field.Text == "":
		f.count.say(language.Count(n, "%d claim", "%d claims"))
	default:
		f.count.say(language.Count(n, "%d place", "%d places"))
	}
}

// settle lays the panel out, since something on it has another height.
func (f *Find) settle() { f.object.Refresh() }

func (f *Find) says(i int) findSays {
	m := f.desk.Session.Doc.Map()
	if i >= len(f.found) {
		return findSays{}
	}
	x := f.found[i]
	text, ok := find.Text(m, x.Place)
	if !ok || x.To > len(text) {
		return findSays{} // it has changed; the search is about to follow
	}
	s := findSays{chosen: i == f.at, look: f.desk.look()}
	s.fillContext(text, x.Span)
	s.what, s.role = standsIn(m, x.Place)
	return s
}

// standsIn says what a text belongs to, and in which colour.
func standsIn(m *argument.Map, p find.Place) (what string, role palette.Role) {
	role = palette.Muted
	l := m.Link(p.Record)
	switch {
	case m.Claim(p.Record) != nil:
		role = roleOfClaim(m.Role(p.Record))
	case l != nil:
		role = roleOfLink(m, l)
	}
	switch p.Part {
	case find.ClaimText:
		return roleName(m.Role(p.Record)), role
	case find.ClaimNote:
		return language.Say("Note") + " · " + claimText(m, p.Record), role
	case find.ClaimTag:
		return language.Say("Tag") + " · " + claimText(m, p.Record), role
	case find.LinkNote:
		return language.Say("Note on a link") + " · " + premisesText(m, l), role
	case find.EvidenceText, find.EvidenceLocator, find.EvidenceNote:
		return language.Say("Evidence") + " · " + premisesText(m, l), role
	case find.SourceTitle, find.SourceAuthor:
		return language.Say("Source"), role
	case find.SourceText:
		return language.Say("Text of a source") + " · " + sourceName(m.Source(p.Record)), role
	case find.StepTitle, find.StepSay:
		return language.Say("Presentation"), role
	}
	return language.Say("Title of the map"), role
}

// Step goes to the next find, or the one before; round the ends.
func (f *Find) Step(by int) {
	f.redo.flush()
	if len(f.found) == 0 {
		return
	}
	next := 0
	switch {
	case f.at >= 0:
		next = (f.at + by + len(f.found)) % len(f.found)
	case by < 0:
		next = len(f.found) - 1
	}
	f.goTo(next)
	f.list.ScrollTo(next)
}

// goTo shows a find on the canvas.
func (f *Find) goTo(i int) {
	if i < 0 || i >= len(f.found) {
		return
	}
	f.at = i
	f.tell()
	f.head.Refresh()
	f.list.Refresh()
	m := f.desk.Session.Doc.Map()
	x := f.found[i]
	switch s := m.Step(x.Record); {
	case m.Has(x.Record):
		f.desk.Go(x.Record)
	case s != nil && len(s.Focus) > 0:
		f.desk.Go(s.Focus[0])
	}
}

// enter opens what a find in a source stands in: that is not on the canvas.
func (f *Find) enter() {
	if f.at >= 0 && f.desk.Session.Doc.Map().Source(f.found[f.at].Record) != nil {
		x := f.found[f.at]
		if x.Part != find.SourceText {
			x.Span = find.Span{}
		}
		f.desk.OpenSource(x.Record, x.From, x.To)
	}
}

// replaceOne puts the other words where one has gone, and goes on to the
// next find; it only goes there first.
func (f *Find) replaceOne() {
	f.redo.flush()
	if len(f.found) == 0 {
		return
	}
	if f.at < 0 || !f.found[f.at].Replaceable() {
		f.Step(1)
		return
	}
	at := f.at
	if f.put(f.found[at:at+1], "Replace text") == 0 {
		return
	}
	f.search()
	if len(f.found) > 0 {
		f.goTo(min(at, len(f.found)-1))
		f.list.ScrollTo(f.at)
	}
}

// replaceAll puts the other words wherever the first were found, in one step
// of undo.
func (f *Find) replaceAll() {
	f.redo.flush()
	n := f.put(f.found, "Replace all")
	f.search()
	f.desk.Explain(language.Count(n, "%d place was replaced", "%d places were replaced"))
}

func (f *Find) put(at []find.Found, label string) (n int) {
	f.desk.Do(label, func(e *argument.Edit) (err error) {
		n, err = find.Replace(e, f.pattern, at, f.with.Text)
		return err
	})
	return n
}

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
