package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// findList lists what was found. Return or a click goes there, and into the
// text of a source; Escape goes to the canvas.
type findList struct {
	widget.List
	desk *Desk
}

func newFindList(f *Find) *findList {
	l := &findList{desk: f.desk}
	l.Length = func() int { return len(f.found) }
	l.CreateItem = func() fyne.CanvasObject { return newFindRow(f.desk) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*findRow).say(f.says(i)) }
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		f.goTo(i)
		f.enter()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *findList) TypedKey(e *fyne.KeyEvent) { listKey(l.desk, l, &l.List, e) }

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
