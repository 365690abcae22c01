package panel

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/app/language"
	"warrant/app/present"
	"warrant/argument"
	"warrant/argument/tour"
	"warrant/canvas/palette"
)

// Steps lists the steps of the presentation, and edits the one that is
// chosen: what it shows and what the speaker says.
type Steps struct {
	desk    *Desk
	object  *sheet
	head    *column
	suggest *press
	play    *press
	count   *prose
	none    *prose
	list    *stepList
	scroll  *container.Scroll
	edit    *stepEditor
	rule    *rule
	back    *canvas.Rectangle // refreshed where the toolkit knows of nothing else

	steps  []*argument.Step
	at     argument.ID // the step that is chosen, empty for none
	redo   *later
	detach []func()
}

// NewSteps returns the steps tab of a desk.
func NewSteps(d *Desk) *Steps {
	p := &Steps{desk: d, back: canvas.NewRectangle(nil)}
	p.redo = &later{desk: d, wait: 30 * time.Millisecond, run: p.rebuild}
	add := newPress(d, language.Say("+ Step"), framed, palette.Text, p.Add)
	add.telling(language.Say("A step that shows what is selected"))
	p.suggest = newPress(d, language.Say("Suggest"), framed, palette.Text, p.Suggest)
	p.suggest.telling(language.Say("A tour of the whole map"))
	p.play = newPress(d, language.Say("Present"), framed, palette.Select, func() { p.desk.Present(p.Chosen()) })
	p.play.telling(language.Say("From the chosen step on"))
	p.count = newProse(d, "", 11, palette.Muted)
	p.none = newProse(d, language.Say("No steps yet. Select what the first step is to show, and add it; or have a tour suggested, and change it."), 12, palette.Muted)
	p.head = newColumn(8, newRow(6, add, p.suggest, p.play).loosely(), p.count, p.none).within(edges{12, 10, 12, 8})
	p.list = newStepList(p)
	p.rule = newRule(d)
	p.edit = newStepEditor(d, p.arrange)
	p.scroll = container.NewVScroll(p.edit.column)
	p.object = newSheet(container.New(&stepsLayout{p}, p.back, p.head, p.list, p.rule, p.scroll), func() { p.redo.ask() })
	return p
}

// Object returns what is laid into the window.
func (p *Steps) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session from now on.
func (p *Steps) Attach() {
	for _, stop := range p.detach {
		stop()
	}
	p.at = ""
	p.edit.drop()
	p.detach = []func(){p.desk.Session.Doc.Observe(func(d argument.Difference) {
		if len(d.Steps) > 0 || rewords(d.Claims) || len(d.Links) > 0 {
			p.redo.ask()
		}
	})}
	p.redo.drop()
	p.rebuild()
}

// Recolor follows a change of theme.
func (p *Steps) Recolor() {
	for _, c := range []*column{p.head, p.edit.column} {
		repaint(c)
	}
	p.rule.Refresh()
	p.list.Refresh()
	p.arrange()
}

// Commit takes what is being typed into the map.
func (p *Steps) Commit() { p.edit.flush() }

// Chosen returns the place of the chosen step, 0 where none is.
func (p *Steps) Chosen() int { return max(0, p.place(p.at)) }

func (p *Steps) place(id argument.ID) int {
	return slices.IndexFunc(p.steps, func(s *argument.Step) bool { return s.ID == id })
}

// rebuild lists the steps as they are now.
func (p *Steps) rebuild() {
	if p.desk.Session == nil {
		return
	}
	p.steps = p.steps[:0]
	for s := range p.desk.Session.Doc.Map().Steps() {
		p.steps = append(p.steps, s)
	}
	if p.place(p.at) < 0 {
		p.at = ""
	}
	if !p.object.Visible() {
		return
	}
	n := len(p.steps)
	p.count.say("")
	if n > 0 {
		p.count.say(language.Count(n, "%d step", "%d steps"))
	}
	show(p.none, n == 0)
	p.list.show()
	p.edit.show(p.at)
	p.arrange()
}

// choose makes a step the one that is edited, and shows on the canvas what it
// is about.
func (p *Steps) choose(i int) {
	if i < 0 || i >= len(p.steps) {
		return
	}
	p.edit.flush()
	s := p.steps[i]
	p.at = s.ID
	if len(s.Focus) > 0 {
		p.desk.Session.Doc.Select(s.Focus...)
		p.desk.Tool.FitAround(s.Focus[0], s.Focus...)
	} else {
		p.desk.Session.Doc.Select()
		p.desk.Tool.FitAll()
	}
	p.rebuild()
}

// Add adds a step that shows what is selected, after the chosen one or as the
// last.
func (p *Steps) Add() {
	p.Commit()
	p.refill()
	to := len(p.steps)
	if i := p.place(p.at); i >= 0 {
		to = i + 1
	}
	doc := p.desk.Session.Doc
	var id argument.ID
	p.desk.Do("Add step", func(e *argument.Edit) (err error) {
		if id, err = e.AddStep(tour.Step(e.Map(), to, doc.Selection())); err == nil {
			err = e.MoveStep(id, to)
		}
		return err
	})
	p.at = id
	p.rebuild()
	p.desk.Window.Canvas().Focus(p.edit.title)
}

// refill reads the steps where the panel, not being in view, has not.
func (p *Steps) refill() {
	p.steps = slices.Collect(p.desk.Session.Doc.Map().Steps())
}

// Suggest puts the tour that the map suggests in the place of all steps.
func (p *Steps) Suggest() {
	p.Commit()
	p.refill()
	put := func() {
		s := p.desk.Session
		p.desk.Do("Suggest steps", func(e *argument.Edit) error {
			for _, old := range p.steps {
				if err := e.RemoveStep(old.ID); err != nil {
					return err
				}
			}
			for _, step := range present.Suggested(e.Map(), func(link argument.ID) float64 { return s.Numbers.Link(link).Delivers }, language.Say("Evidence")) {
				if _, err := e.AddStep(step); err != nil {
					return err
				}
			}
			return nil
		})
		p.at = ""
		p.rebuild()
	}
	if len(p.steps) == 0 {
		put()
		return
	}
	p.desk.Confirm(language.Say("Suggest steps?"), language.Count(len(p.steps), "The step that is there goes; undo brings it back.", "The %d steps that are there go; undo brings them back."), language.Say("Suggest"), put)
}

// remove deletes the chosen step; the one after it is chosen then.
func (p *Steps) remove() {
	i := p.place(p.at)
	if i < 0 {
		return
	}
	id := p.at
	p.edit.drop()
	p.desk.Do("Delete step", func(e *argument.Edit) error { return e.RemoveStep(id) })
	p.refill()
	p.at = ""
	if n := len(p.steps); n > 0 {
		p.at = p.steps[min(i, n-1)].ID
	}
	p.rebuild()
}

// move puts a step at another place, counted without it.
func (p *Steps) move(id argument.ID, to int) {
	p.edit.flush()
	p.desk.Do("Move step", func(e *argument.Edit) error { return e.MoveStep(id, to) })
	p.at = id
	p.rebuild()
}

// titled is what a step is called in the list.
func titled(m *argument.Map, s *argument.Step) string {
	if t := present.Title(m, *s); t != "" {
		return t
	}
	return language.Say("The whole map")
}

// arrange lays the panel out anew, since something in it has another height.
func (p *Steps) arrange() {
	size := p.object.Size()
	if size.Width <= 0 {
		return
	}
	(&stepsLayout{p}).Layout(nil, size)
	p.head.Refresh()
	p.edit.Refresh()
	p.scroll.Refresh()
	canvas.Refresh(p.back)
}

// stepsLayout sets the head above the list, and the editor of the chosen step
// below it; the list has as much room as it needs, up to a part.
type stepsLayout struct{ p *Steps }

func (*stepsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (l *stepsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.p
	p.back.Resize(size)
	top := p.head.heightFor(size.Width)
	p.head.Resize(fyne.NewSize(size.Width, top))
	room := size.Height - top
	editing := p.at != ""
	high := room
	if editing {
		high = min(float32(len(p.steps))*stepPitch()+4, room*0.5)
	}
	p.list.Move(fyne.NewPos(0, top))
	p.list.Resize(fyne.NewSize(size.Width, high))
	show(p.rule, editing)
	show(p.scroll, editing)
	p.rule.Move(fyne.NewPos(0, top+high))
	p.rule.Resize(fyne.NewSize(size.Width, 1))
	p.edit.Resize(fyne.NewSize(size.Width, max(p.edit.heightFor(size.Width), room-high-1)))
	p.scroll.Move(fyne.NewPos(0, top+high+1))
	p.scroll.Resize(fyne.NewSize(size.Width, room-high-1))
}

// counted is what a step brings in, in a few characters.
func counted(s *argument.Step) string {
	if n := len(s.Reveal); n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return ""
}

// spoken reports whether the speaker says something at a step.
func spoken(s *argument.Step) bool { return strings.TrimSpace(s.Say) != "" }
