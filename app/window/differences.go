package window

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/canvas/scene"
)

// comparison is what differs between the open map and another version of it.
type comparison struct {
	title string        // what the open map is compared with
	other *argument.Map // that
	// toOpen leads from the other version to the open map, toOther back. It is
	// left out where the other is known to be the earlier one.
	toOpen, toOther *merge.Comparison
	// undoes tells that the comparison is over once the history is back at
	// undone.
	undoes bool
	undone argument.Mark
	// quiet leaves the keys where they are.
	quiet bool
	// theirs tells that it is what another did: what is edited since is not in
	// it. begun is what it began with.
	theirs bool
	begun  map[changeKey]bool
}

// differences steps through a comparison in a bar over the canvas, on which
// is marked what differs.
type differences struct {
	*stepBar
	with     comparison
	session  *session.Session
	on       *marks // of its map
	reversed bool   // toOther is shown
	swap     *control.Answer
	stands   changeKey // of the change that is shown
	later    *lull     // compares again
}

func (d *differences) open() bool { return d != nil && d.stepBar.open() }

// showDifferences marks what differs and opens the bar. It reports whether
// anything does.
func (w *Window) showDifferences(c comparison) bool {
	if w.differences == nil {
		d := &differences{}
		d.stepBar = newStepBar(w, d.turn, d.end)
		d.all = true
		d.later = &lull{wait: followWait, run: d.again}
		d.swap = d.button(language.Say("Other Way Round"), func() { d.begin(!d.reversed) })
		d.swap.Importance = widget.LowImportance
		d.tools.Objects = append([]fyne.CanvasObject{d.swap}, d.tools.Objects...)
		w.differences = d
	}
	d := w.differences
	d.end()
	if w.settling.open() {
		w.settling.end()
	}
	if c.toOpen.Same() {
		return false
	}
	d.with, d.session, d.on = c, w.session, w.marks
	show(d.swap, c.toOther != nil)
	d.begin(false)
	if !c.quiet {
		w.win.Canvas().Focus(d.ahead)
	}
	return true
}

func (d *differences) begin(reversed bool) {
	d.reversed = reversed
	d.on.differ(d.marks())
	d.begins(1 + len(d.shown().Changes))
}

// shown is the comparison that is stepped through.
func (d *differences) shown() *merge.Comparison {
	if d.reversed {
		return d.with.toOther
	}
	return d.with.toOpen
}

// marks says how claims and links of the open map are marked.
func (d *differences) marks() map[argument.ID]scene.Mark {
	if d.reversed {
		return markedBy(d.with.toOther.Before())
	}
	return markedBy(d.with.toOpen.After())
}

func markedBy(deeds map[argument.ID]merge.Deed) map[argument.ID]scene.Mark {
	marks := make(map[argument.ID]scene.Mark, len(deeds))
	for id, deed := range deeds {
		marks[id] = map[merge.Deed]scene.Mark{merge.Added: scene.Added, merge.Changed: scene.Changed, merge.Removed: scene.Gone}[deed]
	}
	return marks
}

// turn shows a change. The first step is an overview of all.
func (d *differences) turn() []argument.ID {
	c := d.shown()
	if d.at == 0 {
		d.title.SetText(d.with.title)
		said := fullStop(capitalised(differing(session.Said(c))))
		if d.reversed {
			said = language.Say("From the open map to the other. %s", said)
		} else if d.with.toOther != nil {
			said = language.Say("From the other to the open map. %s", said)
		}
		d.text.SetText(said)
		return nil
	}
	change := c.Changes[d.at-1]
	d.stands = keyOf(change)
	d.title.SetText(language.Say("Difference %d of %d", d.at, d.steps-1))
	d.text.SetText(shortened(retoldSentence(change.Said), longestSentence))
	return d.about(change)
}

func capitalised(said string) string {
	for i, r := range said {
		return string(unicode.ToUpper(r)) + said[i+utf8.RuneLen(r):]
	}
	return said
}

// longestSentence is how much of a change is told, in code points: what goes
// on is on the cards.
const longestSentence = 480

// shortened is the beginning of a text, with at most so many code points.
func shortened(said string, most int) string {
	if runes := []rune(said); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return said
}

// about names what of the open map a change is about; of something that is
// not in it, what it bears on.
func (d *differences) about(c merge.Change) []argument.ID {
	if c.Of != merge.OfClaim && c.Of != merge.OfLink && c.Of != merge.OfEvidence {
		return nil
	}
	ids := c.IDs
	if c.Of == merge.OfEvidence {
		ids = ids[:1]
	}
	switch {
	case c.Did == merge.Added && d.reversed || c.Did == merge.Removed && !d.reversed:
		return d.around(ids[0])
	case c.Did == merge.Changed && d.reversed:
		ids = slices.Clone(ids)
		for i, id := range ids {
			ids[i] = d.with.toOther.Earlier(id)
		}
	}
	return ids
}

// around names what of the open map stands next to a claim or link that is
// in the other alone.
func (d *differences) around(id argument.ID) []argument.ID {
	here := d.with.toOpen.Later
	if d.reversed {
		here = d.with.toOther.Earlier
	}
	var next []argument.ID
	if l := d.with.other.Link(id); l != nil {
		next = append([]argument.ID{l.To}, l.From...)
	}
	for l := range d.with.other.Outgoing(id) {
		next = append(next, l.To)
	}
	for l := range d.with.other.Incoming(id) {
		next = append(next, l.From...)
	}
	for _, n := range next {
		if n = here(n); n != "" {
			return []argument.ID{n}
		}
	}
	return nil
}

func (d *differences) end() {
	if !d.open() {
		return
	}
	d.hide()
	d.on.differ(nil)
	d.session, d.on, d.with = nil, nil, comparison{}
}

// snapshot is the open map as it is now, whatever is done to it later.
func (w *Window) snapshot() *argument.Map { return w.session.Doc.Map().Still().Map() }

// sinceThen finds out, beside the window, what is other in the open map than
// it was, and tells it if that map is still shown.
func (w *Window) sinceThen(was *argument.Map, then func(*merge.Comparison)) {
	s, still := w.session, w.session.Doc.Map().Still()
	var found merge.Comparison
	w.apart(func() {
		found = merge.Compare(was, still.Map())
	}, func() {
		if w.session == s {
			then(&found)
		}
	})
}

// changedSince shows what is other now than it was, quietly, and tells it in
// a line.
func (w *Window) changedSince(title string, was *argument.Map, undone *argument.Mark, tell func(what string)) {
	w.sinceThen(was, func(found *merge.Comparison) {
		c := comparison{title: title, other: was, toOpen: found, quiet: true, theirs: true}
		if undone != nil {
			c.undoes, c.undone = true, *undone
		}
		w.showDifferences(c)
		tell(differing(session.Said(found)))
	})
}
