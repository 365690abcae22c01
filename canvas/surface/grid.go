package surface

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

const (
	gridGap   = 24.0 // world units between dots
	gridFirst = 2.0  // world units from the origin to the first dot
	gridLeast = 14.0 // units of the toolkit: closer dots would be a grey mist
)

// grid is the dot grid: an object for each row of dots, because a driver
// without a graphics card pays for every pixel an object covers. It is an
// ornament: where the driver draws no programs, it is absent.
type grid struct{ rows []*canvas.Shader }

// show appends the grid to a frame, unless the dots would be too close.
func (g *grid) show(out []fyne.CanvasObject, f *frame, size geom.Size, pal *palette.Palette) []fyne.CanvasObject {
	if f.view.Zoom*gridGap < gridLeast {
		return out
	}
	first := f.px(geom.Pt(gridFirst, gridFirst))
	gap := gridGap * f.scale
	r := math.Max(0.7, math.Min(1.4, f.view.Zoom)) * f.dev
	x, y := math.Mod(first.X, gap), math.Mod(first.Y, gap)
	if y > r+1 {
		y -= gap
	}
	half := math.Ceil(r + 1) // of a row's height; the dots' fraction of a pixel is kept within it
	n := int(math.Ceil((size.H*f.dev-y+half)/gap)) + 1
	for len(g.rows) < n {
		o := canvas.NewShader("warrant-grid", gridSource, gridSourceES)
		o.Uniforms = make(map[string]float32, 8)
		g.rows = append(g.rows, o)
	}
	c := pal.Of(palette.GridDot)
	for i, o := range g.rows[:n] {
		middle := y + float64(i)*gap
		top := math.Floor(middle) - half
		u := o.Uniforms
		u["px"], u["py"] = float32(x), float32(middle-top)
		u["gap"], u["r"] = float32(gap), float32(r)
		u["cr"], u["cg"], u["cb"], u["ca"] = float32(c.R)/255, float32(c.G)/255, float32(c.B)/255, float32(c.A)/255
		o.Move(fyne.NewPos(0, float32(top/f.dev)))
		o.Resize(fyne.NewSize(float32(size.W), float32((2*half+1)/f.dev)))
		out = append(out, o)
	}
	return out
}
