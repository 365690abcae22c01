package window

import (
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/arrange"
)

// moving is how long arranging takes to the eye; past movingMost cards, or
// where the person wants less motion, they go at once.
const (
	moving     = 350 * time.Millisecond
	movingMost = 400
)

// arrange gives the cards of the map, or of the selection, their places. It
// is one step to undo.
func (w *Window) arrange(selected bool) {
	m := w.session.Doc.Map()
	o := arrange.Options{}
	if selected {
		for _, id := range w.session.Doc.Selection() {
			if m.Claim(id) != nil {
				o.Only = append(o.Only, id)
			}
		}
		if len(o.Only) == 0 {
			w.explain(language.Say("select the claims that are to be arranged"))
			return
		}
	}
	moves := arrange.Moves(m, w.session.Scene, o)
	if len(moves) == 0 {
		w.explain(language.Say("everything is in its place"))
		w.fitAll()
		return
	}
	if len(moves) > movingMost || w.still() {
		w.desk.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, moves) })
		w.fitAll()
		return
	}
	w.glide(moves)
}

// glide moves cards to their places before the person's eyes. A press or an
// edit meanwhile ends it at its aim.
func (w *Window) glide(moves []arrange.Move) {
	s, doc := w.session, w.session.Doc
	from := make([]argument.Point, len(moves))
	for i, v := range moves {
		from[i] = doc.Map().Claim(v.Claim).At
	}
	mark := doc.Mark()
	state := doc.State()
	var glide *fyne.Animation
	glide = fyne.NewAnimation(moving, func(t float32) {
		if w.session != s || doc.State() != state { // something else happened
			glide.Stop()
			return
		}
		step := make([]arrange.Move, len(moves))
		for i, v := range moves {
			step[i] = arrange.Move{Claim: v.Claim, To: between(from[i], v.To, float64(t))}
		}
		if t >= 1 {
			step = moves
		}
		if err := doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, step) }); err != nil {
			glide.Stop()
			return
		}
		doc.Squash(mark, "Arrange")
		state = doc.State()
		if t >= 1 {
			w.fitAll()
		}
	})
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
