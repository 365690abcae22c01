package window

import (
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/layout"
)

// moving is how long arranging takes to the eye; past movingMost cards, or
// where the person wants less motion, they go at once.
const (
	moving     = 350 * time.Millisecond
	movingMost = 400
	// besideMost is how many claims a map may have to be arranged at once:
	// larger ones are arranged beside the window.
	besideMost = 1500
)

// arrangeAll gives the cards of the map their places, in the way in which
// they are arranged now.
func (w *Window) arrangeAll() {
	var o arrange.Options
	o.Direction, o.Compact = arrange.Present(w.session.Doc.Map(), w.session.Scene)
	w.arrange(o)
}

// arrangeTo does so with targets on one side of their reasons.
func (w *Window) arrangeTo(d layout.Direction) { w.arrange(arrange.Options{Direction: d}) }

// arrangeCompactly sets reasons in columns where the map is wide.
func (w *Window) arrangeCompactly() {
	d, _ := arrange.Present(w.session.Doc.Map(), w.session.Scene)
	w.arrange(arrange.Options{Direction: d, Compact: true})
}

// arrangeSelected gives the selected cards their places; all others stay.
func (w *Window) arrangeSelected() {
	m := w.session.Doc.Map()
	var o arrange.Options
	o.Direction, o.Compact = arrange.Present(m, w.session.Scene)
	for _, id := range w.session.Doc.Selection() {
		if m.Claim(id) != nil {
			o.Only = append(o.Only, id)
		}
	}
	if len(o.Only) == 0 {
		w.explain(language.Say("select the claims that are to be arranged"))
		return
	}
	w.arrange(o)
}

// arrange gives cards their places. It is one step to undo.
func (w *Window) arrange(o arrange.Options) {
	show := w.fitAll
	if len(o.Only) > 0 {
		show = func() {
			w.tool.Reveal(o.Only[0])
			w.focusCanvas()
		}
	}
	if w.session.Doc.Map().NumClaims() > besideMost {
		w.arrangeBeside(o, show)
		return
	}
	plan := arrange.Arrange(w.session.Doc.Map(), w.session.Scene, o)
	if plan.Empty() {
		w.explain(language.Say("everything is in its place"))
		show()
		return
	}
	if len(plan.Cards) == 0 || len(plan.Cards) > movingMost || w.still() { // where only links change, nothing glides
		w.desk.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) })
		show()
		return
	}
	w.glide(plan, show)
}

// arrangeBeside arranges a large map while the window waits.
func (w *Window) arrangeBeside(o arrange.Options, show func()) {
	w.commit()
	w.tool.Cancel()
	var a *session.Arrangement
	var err error
	n := w.session.Snapshot()
	w.do(language.Say("Arranging…"), func(k *work) {
		o.Done = k.stop
		a, err = n.Arranged(o, func() { k.at(0.4, "") })
	}, func() {
		taken := false
		if err == nil && !a.Plan.Empty() {
			taken = w.session.Take("Arrange", a.Rework)
		}
		switch {
		case err != nil:
			w.fail(err)
		case taken:
			w.redrawn(a.Rework)
			show()
		case a.Plan.Empty():
			w.explain(language.Say("everything is in its place"))
			show()
		default:
			w.explain(language.Say("the map was changed meanwhile; arrange it again"))
		}
	}, nil)
}

// glide moves cards to their places before the person's eyes and calls
// arrived. Whatever else is done meanwhile finds the cards at their aim. Links
// go straight until they can be led their way.
func (w *Window) glide(plan arrange.Plan, arrived func()) {
	s, doc := w.session, w.session.Doc
	mark := doc.Mark()
	free := make([]arrange.Course, len(plan.Links))
	for i, c := range plan.Links {
		free[i].Link = c.Link
	}
	from := make([]argument.Point, len(plan.Cards))
	for i, v := range plan.Cards {
		from[i] = doc.Map().Claim(v.Claim).At
	}
	over := false
	to := func(t float64) {
		step := plan
		if t < 1 {
			step = arrange.Plan{Cards: make([]arrange.Move, len(plan.Cards)), Links: free}
			for i, v := range plan.Cards {
				step.Cards[i] = arrange.Move{Claim: v.Claim, To: between(from[i], v.To, t)}
			}
		}
		if err := doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, step) }); err != nil {
			over = true
			return
		}
		doc.Squash(mark, "Arrange")
	}
	finish := func() {
		over = true
		to(1)
	}
	var withdraw func()
	var glide *fyne.Animation
	glide = fyne.NewAnimation(moving, func(t float32) {
		if w.session != s || over {
			over = true
			glide.Stop()
			return
		}
		withdraw()
		if over = t >= 1; over {
			to(1)
			arrived()
			return
		}
		to(float64(t))
		withdraw = doc.Underway(finish)
	})
	withdraw = doc.Underway(finish)
	glide.Curve = fyne.AnimationEaseOut
	glide.Start()
}

func between(p, q argument.Point, t float64) argument.Point {
	return argument.Point{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t}
}

func (w *Window) fitAll() {
	w.tool.FitAll()
	w.focusCanvas()
}
