package panel

import (
	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/review"
	"warrant/canvas/palette"
)

// remarkDetail is the foot of the page: the chosen remark in full, and what
// can be done about it.
type remarkDetail struct {
	*column
	text    *prose
	presses *row
	dismiss *press
}

func newRemarkDetail(v *Review) *remarkDetail {
	d := &remarkDetail{text: newProse(v.desk, "", 12, palette.Text)}
	d.dismiss = newPress(v.desk, "", bare, palette.Muted, v.dismiss)
	d.presses = newRow(8).loosely()
	d.column = newColumn(8, newRule(v.desk), newColumn(9, d.text, d.presses).within(edges{16, 4, 14, 12}))
	d.Hide()
	return d
}

// detail shows the remark that is chosen.
func (v *Review) detail() {
	r := v.remark()
	show(v.foot.column, r != nil)
	if r != nil {
		v.foot.text.say(remarkSays(r))
		items := make([]fyne.CanvasObject, 0, len(r.Mends)+1)
		for _, d := range r.Mends {
			b := newPress(v.desk, language.Translate(mendNames[d.Way]), framed, palette.Text, func() { v.act(d) })
			b.leave = v.desk.FocusCanvas
			items = append(items, b)
		}
		name := language.Say("Pass over")
		if r.Dismissed {
			name = language.Say("Remark on it again")
		}
		v.foot.dismiss.set(name, palette.Muted)
		v.foot.presses.items = append(items, v.foot.dismiss)
		v.foot.presses.Refresh()
	}
	if c := v.object.content; c != nil {
		c.Refresh()
	}
}

// act does a mend, unless what it is about has gone meanwhile.
func (v *Review) act(d review.Mend) {
	r := v.remark()
	if r == nil || !there(v.desk.Session.Doc.Map(), r) {
		v.redo.ask()
		return
	}
	if d.Edits() { // the remark goes, and the next stands in its place
		v.chosen, v.at = "", v.at-1
		v.desk.Window.Canvas().Focus(v.list)
	}
	v.mend(d)
}

// dismiss passes the chosen remark over, or brings it back, and goes on to
// the next.
func (v *Review) dismiss() {
	r := v.remark()
	if r == nil || !there(v.desk.Session.Doc.Map(), r) {
		return
	}
	if r.Dismissed {
		v.desk.Do("Remark on it again", func(e *argument.Edit) error { r.Restore(e); return nil })
	} else {
		v.desk.Do("Pass over a remark", func(e *argument.Edit) error { r.Dismiss(e); return nil })
	}
	r.Dismissed = !r.Dismissed
	v.chosen = ""
	v.take(v.all)
	if v.at >= len(v.rows) {
		v.at = len(v.rows) - 1
	}
	if v.at >= 0 && v.at < len(v.rows) && v.rows[v.at].remark == nil {
		v.at++
	}
	if v.at >= 0 && v.at < len(v.rows) {
		v.list.quietly(func() { v.choose(v.at, false) })
	}
}
