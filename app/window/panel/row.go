package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// row sets objects side by side, each in the middle of the height and as wide
// as it wants to be. The first takes what room the others leave; in a loose
// row that room is at the right end, and what does not fit goes on below.
type row struct {
	widget.BaseWidget
	items []fyne.CanvasObject
	gap   float32
	loose bool
}

func newRow(gap float32, items ...fyne.CanvasObject) *row {
	r := &row{gap: gap, items: items}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) loosely() *row { r.loose = true; return r }

func (r *row) children() []fyne.CanvasObject { return r.items }

func wanted(o fyne.CanvasObject) float32 {
	if t, ok := o.(interface{ widthWanted() float32 }); ok {
		return t.widthWanted()
	}
	return o.MinSize().Width
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

// line is some of a row's objects, side by side.
type line struct {
	objects []fyne.CanvasObject
	widths  []float32
	used    float32
	height  float32
}

// lines returns what stands beside what at a width.
func (r *row) lines(width float32) []line {
	var all []line
	var at line
	end := func() {
		if len(at.objects) > 0 {
			if !r.loose {
				at.widths[0] = max(at.widths[0]+width-at.used, 0)
			}
			for i, o := range at.objects {
				at.height = max(at.height, heightOf(o, at.widths[i]))
			}
			all = append(all, at)
		}
		at = line{}
	}
	for _, o := range r.items {
		if !o.Visible() {
			continue
		}
		w := wanted(o)
		if r.loose && len(at.objects) > 0 && at.used+r.gap+w > width+.5 {
			end()
		}
		if len(at.objects) > 0 {
			at.used += r.gap
		}
		at.objects, at.widths, at.used = append(at.objects, o), append(at.widths, w), at.used+w
	}
	end()
	return all
}

func (r *row) heightFor(width float32) float32 {
	h := float32(0)
	for i, l := range r.lines(width) {
		if i > 0 {
			h += r.gap
		}
		h += l.height
	}
	return h
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
	lines := x.r.lines(size.Width)
	y := float32(0)
	for _, l := range lines {
		height := l.height
		if len(lines) == 1 {
			height = size.Height
		}
		at := float32(0)
		for i, o := range l.objects {
			h := heightOf(o, l.widths[i])
			o.Move(fyne.NewPos(at, y+(height-h)/2))
			o.Resize(fyne.NewSize(l.widths[i], h))
			at += l.widths[i] + x.r.gap
		}
		y += height + x.r.gap
	}
}
