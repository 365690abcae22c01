package window

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

// foot is the bar at the bottom: counts, what needs attention or was just
// explained, and the zoom.
type foot struct {
	w       *Window
	object  fyne.CanvasObject
	rule    *canvas.Rectangle
	counts  *canvas.Text
	said    *canvas.Text
	lacking *control.Button
	zoom    *control.Button

	items int // of evidence
	until *time.Timer
}

func newFoot(w *Window) *foot {
	f := &foot{w: w, counts: canvas.NewText("", color.Black), said: canvas.NewText("", color.Black)}
	f.lacking = control.NewButton("", "", f.showLacking)
	f.lacking.Caption, f.lacking.Color = true, theme.ColorNameWarning
	f.zoom = control.NewButton(language.Percent(1, 0), "", func() { w.tool.ZoomBy(1/w.tool.View().Zoom, nil) })
	less := control.NewButton("−", "", func() { w.tool.ZoomBy(1/1.25, nil) })
	more := control.NewButton("+", "", func() { w.tool.ZoomBy(1.25, nil) })
	fit := control.NewButton(language.Say("Fit"), "", w.fitAll)
	for _, b := range []*control.Button{f.zoom, less, more, fit} {
		b.Caption = true
	}
	for b, name := range map[*control.Button]string{f.zoom: "Actual Size", less: "Zoom Out", more: "Zoom In", fit: "Fit All"} {
		w.telling(b, name)
	}
	right := container.NewHBox(f.zoom, less, more, fit, space(6))
	left := container.NewHBox(space(12), container.NewCenter(f.counts))
	middle := container.NewCenter(container.NewStack(container.NewCenter(f.said), f.lacking))
	f.rule = hairline()
	f.object = container.NewBorder(f.rule, nil, nil, nil,
		container.NewBorder(nil, nil, left, container.NewCenter(right), middle))
	return f
}

func (f *foot) recolor(p *palette.Palette) {
	f.rule.FillColor = p.Of(palette.Rule)
	canvas.Refresh(f.rule)
	f.counts.TextSize, f.said.TextSize = theme.CaptionTextSize(), theme.CaptionTextSize()+1
	f.counts.Color, f.said.Color = p.Of(palette.Muted), p.Of(palette.Text)
	canvas.Refresh(f.counts)
	canvas.Refresh(f.said)
}

// count counts anew how much there is, and says so.
func (f *foot) count() {
	f.items = 0
	for l := range f.w.session.Doc.Map().Links() {
		f.items += len(l.Evidence)
	}
	f.tell()
	f.attend()
}

// follow counts what a difference brought and took: to count all of a large
// map would take a part of every frame while a slider is in the hand.
func (f *foot) follow(d argument.Difference) {
	for _, c := range d.Links {
		if c.From != nil {
			f.items -= len(c.From.Evidence)
		}
		if c.To != nil {
			f.items += len(c.To.Evidence)
		}
	}
	f.tell()
}

// tell says how much there is.
func (f *foot) tell() {
	m := f.w.session.Doc.Map()
	f.counts.Text = language.Count(m.NumClaims(), "%d claim", "%d claims") + " · " +
		language.Count(m.NumLinks(), "%d link", "%d links") + " · " + language.Count(f.items, "%d piece of evidence", "%d pieces of evidence")
	canvas.Refresh(f.counts)
}

// attend says what needs attention: a what-if that is on, or what a review
// remarks on. Hints alone do not, but links without evidence.
func (f *foot) attend() {
	text := ""
	grave, bare := f.w.review.Attention()
	switch {
	case grave > 0:
		text = language.Count(grave+bare, "%d remark — show", "%d remarks — show")
	case bare > 0:
		text = language.Count(bare, "%d link lacks evidence — show", "%d links lack evidence — show")
	}
	if trial, on := f.w.session.WhatIf(); on {
		text = language.Count(len(trial.Without), "what if without %d link: contention %s → %s — end", "what if without %d links: contention %s → %s — end", said(trial.Before), said(trial.After))
	}
	f.lacking.Set(text, false)
	show(f.lacking, text != "" && f.said.Text == "")
}

// said is a number as it is printed: never one that is not known.
func said(v credence.Value) string {
	if !v.Known {
		return language.Say("unsettled")
	}
	return language.Percent(v.Credence, 0)
}

// showLacking ends the what-if, or opens the review.
func (f *foot) showLacking() {
	if _, on := f.w.session.WhatIf(); on {
		f.w.session.EndWhatIf()
		return
	}
	f.w.showReview()
}

func (f *foot) zoomed(zoom float64) {
	decimals := 0
	if zoom < geom.MinZoom {
		decimals = 2 // and not 0 %
	}
	f.zoom.Set(language.Percent(zoom, decimals), false)
}

// explain shows a sentence for as long as it takes to read.
func (w *Window) explain(sentence string) {
	f := w.foot
	f.said.Text = sentence
	canvas.Refresh(f.said)
	f.lacking.Hide()
	if f.until != nil {
		f.until.Stop()
	}
	f.until = time.AfterFunc(3*time.Second+time.Duration(len(sentence))*50*time.Millisecond, func() {
		fyne.Do(func() {
			f.said.Text = ""
			canvas.Refresh(f.said)
			f.attend()
		})
	})
}
