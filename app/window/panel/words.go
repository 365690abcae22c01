package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// words is a verbal scale below a slider.
type words struct {
	widget.BaseWidget
	desk *Desk
}

func newWords(d *Desk) *words {
	w := &words{desk: d}
	w.ExtendBaseWidget(w)
	return w
}

func (w *words) heightFor(float32) float32 { return lineHeight(scaled(10.5)) }

func (w *words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{w: w}
	r.Refresh()
	return r
}

type wordsRenderer struct {
	w     *words
	texts []fyne.CanvasObject
}

func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return r.texts }
func (r *wordsRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, r.w.heightFor(0)) }

func (r *wordsRenderer) Layout(size fyne.Size) {
	for i, o := range r.texts {
		t := o.(*canvas.Text)
		wide := t.MinSize().Width
		x := -wide / 2
		switch i {
		case 0:
			x = 0
		case len(r.texts) - 1:
			x = -wide
		}
		if n := len(r.texts) - 1; n > 0 {
			x += size.Width * float32(i) / float32(n)
		}
		t.Move(fyne.NewPos(x, 0))
		t.Resize(fyne.NewSize(wide, size.Height))
		t.Hide()
	}
	const apart = 5
	for _, i := range outsideIn(len(r.texts)) {
		t := r.texts[i]
		if !slices.ContainsFunc(r.texts, func(o fyne.CanvasObject) bool {
			return o != t && o.Visible() && o.Position().X < t.Position().X+t.Size().Width+apart && t.Position().X < o.Position().X+o.Size().Width+apart
		}) {
			t.Show()
		}
	}
}

// outsideIn is the order in which words are given their room: the ends, the
// middle, and then the others. What has no room beside those before is left
// out; the sentence below the slider says it.
func outsideIn(n int) []int {
	if n == 0 {
		return nil
	}
	order := []int{0, n - 1, n / 2}
	for i := range n {
		order = append(order, i)
	}
	return order
}

func (r *wordsRenderer) Refresh() {
	said := r.w.desk.Scale.Words()
	for len(r.texts) < len(said) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.texts = r.texts[:len(said)]
	for i, o := range r.texts {
		t := o.(*canvas.Text)
		t.Text, t.TextSize, t.Color = said[i], scaled(10.5), r.w.desk.Palette().Of(palette.Muted)
		canvas.Refresh(t)
	}
	r.Layout(r.w.Size())
}
