package panel

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"warrant/app/filter"
	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/review"
	"warrant/canvas/palette"
)

// Review lists what a careful teacher would mark in the map, the gravest
// first, and offers to mend it. It follows edits, a while after each, and is
// worked out beside the window.
type Review struct {
	desk      *Desk
	inspector *Inspector
	told      func()

	object  *sheet
	head    *column
	kind    *control.Pick
	counts  *prose
	marking *press
	passing *press
	list    *reviewIndex
	holds   *fyne.Container // the list
	foot    *remarkDetail

	all        []review.Remark
	passed     int // how many of them
	grave      int // of the others all that are no hints, but for links without evidence
	bare       int // links without evidence
	rows       []reviewEntry
	kinds      []review.Kind // that the choice offers, after all
	only       review.Kind   // empty: all
	withPassed bool
	marks      bool   // on the canvas
	at         int    // the line chosen
	chosen     string // the key of its remark; empty for none
	filling    bool

	study  *study
	redo   *later
	detach []func()
}

// reviewEntry is a line of the list: a remark, or the head of a kind.
type reviewEntry struct {
	remark *review.Remark
	head   review.Kind
	number int
}

// reviewWait is how long after an edit the map is reviewed anew.
const reviewWait = 400 * time.Millisecond

// NewReview returns the review tab of a desk; told is called when its remarks
// are others.
func NewReview(d *Desk, inspector *Inspector, told func()) *Review {
	v := &Review{desk: d, inspector: inspector, told: told, marks: true, at: -1, study: &study{desk: d}}
	v.redo = &later{desk: d, wait: reviewWait, rest: v.study.rest, run: v.look}
	v.kind = control.NewPick(nil, func(string) {
		if v.filling {
			return
		}
		v.only = ""
		if i := v.kind.SelectedIndex(); i > 0 && i <= len(v.kinds) {
			v.only = v.kinds[i-1]
		}
		v.rebuild()
	})
	v.counts = newProse(d, "", 11.5, palette.Muted)
	v.marking = newPress(d, "", chip, palette.Muted, func() { v.marks = !v.marks; v.rebuild() }).telling(language.Say("Signs on the map at what is remarked on, but for hints"))
	v.passing = newPress(d, "", chip, palette.Muted, func() { v.withPassed = !v.withPassed; v.rebuild() }).telling(language.Say("Lists remarks that were passed over as well"))
	v.marking.size, v.passing.size = 11, 11
	v.head = newColumn(7, v.counts, v.kind, newRow(6, v.marking, v.passing).loosely()).within(edges{16, 10, 12, 6})
	v.foot = newRemarkDetail(v)
	v.list = newReviewIndex(v)
	v.holds = container.NewStack(v.list)
	v.object = newSheet(container.New(&headed{v.head}, v.head, v.holds, v.foot.column), v.rebuild)
	v.object.hidden = v.mark
	return v
}

// Object returns what is laid into the window.
func (v *Review) Object() fyne.CanvasObject { return v.object }

// Attach shows the desk's present session from now on.
func (v *Review) Attach() {
	for _, stop := range v.detach {
		stop()
	}
	v.detach = []func(){v.desk.Session.Doc.Observe(func(d argument.Difference) {
		if !filter.Moved(d) {
			v.redo.drop() // until edits have come to rest: a slider makes one a frame
			v.redo.ask()
		}
	})}
	v.only, v.chosen, v.at = "", "", -1
	v.redo.drop()
	v.take(nil)
	v.look()
}

// Recolor follows a change of theme.
func (v *Review) Recolor() {
	repaint(v.head)
	repaint(v.foot.column)
	v.list.heights = nil // they follow the text size
	v.relist()
}

// Due reports whether the map is being reviewed, or is about to be.
func (v *Review) Due() bool { return v.redo.timer != nil || v.study.running }

// Remarks returns what was not passed over, the gravest first.
func (v *Review) Remarks() []review.Remark { return review.Open(v.all) }

// Attention counts what was not passed over: links without evidence, and of
// the rest all but hints.
func (v *Review) Attention() (grave, bare int) { return v.grave, v.bare }

// take has these remarks be those of the map.
func (v *Review) take(all []review.Remark) {
	v.all, v.grave, v.bare = all, 0, 0
	for i := range all {
		r := &all[i]
		switch {
		case r.Dismissed:
		case r.Kind == review.Bare || r.Kind == review.NoEvidence || r.Kind == review.Critical: // none of them has any
			v.bare++
		case r.Grade() != review.Hint:
			v.grave++
		}
	}
	v.rebuild()
	v.told()
}

// Show lists the remarks of one kind, or of all, and gives the list the keys.
func (v *Review) Show(only review.Kind) {
	v.only = only
	v.redo.flush()
	v.rebuild()
	v.desk.Window.Canvas().Focus(v.list)
	v.list.quietly(func() { v.list.walk(0, 1) })
}

// remark is the one that is chosen.
func (v *Review) remark() *review.Remark {
	if v.chosen == "" || v.at < 0 || v.at >= len(v.rows) {
		return nil
	}
	return v.rows[v.at].remark
}

// choose shows a remark's detail, and goes to what it is about.
func (v *Review) choose(i int, visit bool) {
	if i < 0 || i >= len(v.rows) || v.rows[i].remark == nil {
		return
	}
	r := v.rows[i].remark
	v.at, v.chosen = i, v.key(r)
	if ids := pointedAt(v.desk.Session.Doc.Map(), r); visit && len(ids) > 0 {
		v.desk.Go(ids[0])
		if len(ids) > 1 {
			v.desk.Session.Doc.Select(ids...)
		}
	}
	v.detail()
	v.list.Refresh()
	v.list.Highlight(i)
}
