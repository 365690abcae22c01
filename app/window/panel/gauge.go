package panel

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// gauge sets a degree: a slider, the number in words and exactly, and what
// the evidence suggests in its place. One drag is one step of undo, and so
// are keys that follow each other within a second.
type gauge struct {
	*column
	desk     *Desk
	label    string // of the step of undo
	title    *prose
	big      *prose
	slider   *slider
	sentence *prose
	exact    *field
	wrong    *prose
	unset    *press
	suggest  *press
	sliding  func(on bool)

	at    reading
	mark  argument.Mark
	state int // of the document after the last key
	keyed time.Time
}

// reading is what a gauge shows.
type reading struct {
	owner   string // whose number it is
	stated  argument.Degree
	instead float64 // what counts while nothing is stated
	role    palette.Role
	// suggestion is offered where there is one.
	suggestion float64
	suggested  bool
	write      func(*argument.Edit, argument.Degree) error
	say        func(v float64, stated bool) string // the sentence below
}

func newGauge(d *Desk, title, label string, small bool) *gauge {
	g := &gauge{desk: d, label: label, sliding: func(bool) {}}
	g.title = newProse(d, title, 12.5, palette.Text).bold()
	g.big = newProse(d, "", 15, palette.Text).bold().right()
	g.slider = newSlider(d, title)
	g.sentence = newProse(d, "", 11.5, palette.Muted).italic()
	g.exact = newField(d, language.Say("unset"))
	g.exact.wide = max(52, widthOf(g.exact.PlaceHolder, usualText, fyne.TextStyle{})+18)
	g.wrong = newProse(d, "", 11.5, palette.Opposes)
	g.wrong.Hide()
	g.unset = newPress(d, language.Say("Unset"), framed, palette.Text, func() { g.put(argument.Unset) })
	g.suggest = newPress(d, "", framed, palette.Select, func() { g.put(argument.Stated(round(g.at.suggestion))) })
	g.unset.size, g.suggest.size = 11.5, 11.5
	g.slider.begun = func() {
		g.mark = g.desk.Session.Doc.Mark()
		g.sliding(true)
	}
	g.slider.changed = g.slide
	g.slider.ended = func() { g.sliding(false) }
	g.slider.keyed = g.key
	if small {
		g.title.size, g.big.size = 11.5, 12
	}
	words := newWords(d)
	exact := newRow(6, g.exact, g.unset, g.suggest).loosely()
	g.column = newColumn(2, newRow(8, g.title, g.big), spacer(2), g.slider, words, spacer(3), g.sentence, spacer(5), exact, g.wrong)
	if small {
		g.column = newColumn(2, newRow(8, g.title, g.big), g.slider, spacer(2), exact, g.wrong)
	}
	return g
}

// round keeps what is taken over from a computation to a tenth of a percent.
func round(v float64) float64 { return float64(int(v*1000+.5)) / 1000 }

// show brings a reading into view.
func (g *gauge) show(r reading) {
	if r.owner != g.at.owner {
		g.wrong.Hide()
	}
	g.at = r
	v, stated := r.stated.Value()
	if !stated {
		v = r.instead
	}
	g.slider.set(v, !stated, r.role)
	g.paint(v, stated)
	text := ""
	if stated {
		text = exactPercent(v)
	}
	g.exact.fill(r.owner, text, g.typed)
	show(g.unset, stated)
	show(g.suggest, r.suggested && (!stated || round(r.suggestion) != v))
	if r.suggested {
		g.suggest.set(language.Say("Evidence suggests %s", percent(r.suggestion)), palette.Select)
	}
}

// paint shows a number in all places but the slider and the entry.
func (g *gauge) paint(v float64, stated bool) {
	role := g.at.role
	text := percent(v)
	if !stated {
		role, text = palette.Muted, language.Say("unset · %s", percent(v))
	}
	g.big.set(text, role)
	if g.at.say != nil {
		g.sentence.say(g.at.say(v, stated))
	}
}

// slide follows the hand.
func (g *gauge) slide() {
	v := g.slider.value
	doc := g.desk.Session.Doc
	g.desk.Do(g.label, func(e *argument.Edit) error { return g.at.write(e, argument.Stated(v)) })
	doc.Squash(g.mark, g.label)
	g.slider.hollow = false
	g.paint(v, true)
}

// key is slide for the keys.
func (g *gauge) key() {
	doc, now := g.desk.Session.Doc, time.Now()
	if doc.State() != g.state || now.Sub(g.keyed) > time.Second {
		g.mark = doc.Mark()
	}
	g.slide()
	g.state, g.keyed = doc.State(), now
}

// typed takes an exact number, or nothing, which unsets.
func (g *gauge) typed(text string) {
	if text == "" {
		g.put(argument.Unset)
		return
	}
	v, err := parsePercent(text)
	if err != nil {
		g.exact.bound = "" // it is asked again on the next try
		g.wrong.say(err.Error())
		g.wrong.Show()
		g.changedHeight()
		return
	}
	g.put(argument.Stated(v))
}

func (g *gauge) put(to argument.Degree) {
	if g.wrong.Visible() {
		g.wrong.Hide()
		g.changedHeight()
	}
	if g.at.write != nil {
		g.desk.Do(g.label, func(e *argument.Edit) error { return g.at.write(e, to) })
	}
	g.exact.focusedText(to)
}

func (g *gauge) changedHeight() { g.Refresh() }

// focusedText shows a number in an entry that has the keys, which fill
// leaves alone.
func (f *field) focusedText(to argument.Degree) {
	text := ""
	if v, ok := to.Value(); ok {
		text = exactPercent(v)
	}
	f.bound = text
	if f.Text != text {
		f.SetText(text)
	}
}

func show(o fyne.CanvasObject, on bool) {
	if on != o.Visible() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// spacer is empty room of a height.
func spacer(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}
