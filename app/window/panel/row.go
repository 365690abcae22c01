package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// row sets objects side by side. The first takes what room the others leave;
// each is as wide as it wants to be, and all stand in the middle of the
// height, or at the top where the first wraps.
type row struct {
	widget.BaseWidget
	items []fyne.CanvasObject
	gap   float32
	equal bool // all are of one width
	loose bool // the room left is at the right end
}

func newRow(gap float32, items ...fyne.CanvasObject) *row {
	r := &row{gap: gap, items: items}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) equally() *row { r.equal = true; return r }
func (r *row) loosely() *row { r.loose = true; return r }

func wanted(o fyne.CanvasObject) float32 {
	if t, ok := o.(interface{ widthWanted() float32 }); ok {
		return t.widthWanted()
	}
	return o.MinSize().Width
}

func (r *row) widths(width float32) []float32 {
	ws := make([]float32, len(r.items))
	shown, used := 0, float32(0)
	for i, o := range r.items {
		if !o.Visible() {
			continue
		}
		if shown++; shown > 1 {
			used += r.gap
		}
		if i > 0 || r.loose {
			ws[i] = wanted(o)
			used += ws[i]
		}
	}
	switch {
	case r.equal && shown > 0:
		for i, o := range r.items {
			if o.Visible() {
				ws[i] = (width - r.gap*float32(shown-1)) / float32(shown)
			}
		}
	case !r.loose && len(ws) > 0:
		ws[0] = max(width-used, 0)
	}
	return ws
}

func (r *row) heightFor(width float32) float32 {
	h := float32(0)
	for i, w := range r.widths(width) {
		if r.items[i].Visible() {
			h = max(h, heightOf(r.items[i], w))
		}
	}
	return h
}

func (r *row) widthWanted() float32 {
	w := float32(0)
	for _, o := range r.items {
		if o.Visible() {
			w += wanted(o) + r.gap
		}
	}
	return max(w-r.gap, 0)
}

func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (x *rowRenderer) Destroy()                     {}
func (x *rowRenderer) Objects() []fyne.CanvasObject { return x.r.items }
func (x *rowRenderer) Refresh()                     { x.Layout(x.r.Size()) }
func (x *rowRenderer) MinSize() fyne.Size {
	w := x.r.Size().Width
	if w <= 0 {
		w = 240
	}
	return fyne.NewSize(40, x.r.heightFor(w))
}

func (x *rowRenderer) Layout(size fyne.Size) {
	at := float32(0)
	for i, w := range x.r.widths(size.Width) {
		o := x.r.items[i]
		if !o.Visible() {
			continue
		}
		h := heightOf(o, w)
		o.Move(fyne.NewPos(at, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
		at += w + x.r.gap
	}
}

func (r *row) children() []fyne.CanvasObject { return r.items }
