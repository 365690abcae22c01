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

// grid is the dot grid, drawn by one object at the cost of one more colour a
// pixel. It is an ornament: where the driver draws no programs, it is absent.
type grid struct{ shader *canvas.Shader }

func newGrid() *grid {
	o := canvas.NewShader("warrant-grid", gridSource, gridSourceES)
	o.Uniforms = make(map[string]float32, 8)
	return &grid{o}
}

// show returns the grid for a frame, nil where the dots would be too close.
func (g *grid) show(f *frame, size geom.Size, pal *palette.Palette) fyne.CanvasObject {
	gap := gridGap
	if f.view.Zoom*gap < gridLeast {
		return nil
	}
	first := f.px(geom.Pt(gridFirst, gridFirst))
	step := gap * f.scale
	u, c := g.shader.Uniforms, pal.Of(palette.GridDot)
	u["px"], u["py"] = float32(math.Mod(first.X, step)), float32(math.Mod(first.Y, step))
	u["gap"], u["r"] = float32(step), float32(math.Max(0.7, math.Min(1.4, f.view.Zoom))*f.dev)
	u["cr"], u["cg"], u["cb"], u["ca"] = float32(c.R)/255, float32(c.G)/255, float32(c.B)/255, float32(c.A)/255
	g.shader.Resize(fyne.NewSize(float32(size.W), float32(size.H)))
	return g.shader
}
