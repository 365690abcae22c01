package surface

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

const (
	gridGap   = 24.0 // world units between dots
	gridFirst = 2.0  // world units from the origin to the first dot
	gridLeast = 14.0 // units of the toolkit: closer dots would be a grey mist
)

// backdrop is what lies behind all: a colour, and on it the dot grid. It is
// one object, drawn by a program of its own for each palette: a driver
// without a graphics card pays for every pixel and for every object, and twice
// as much where a colour is not part of the program.
type backdrop struct {
	plain   *canvas.Rectangle // for drivers that draw no programs; it has no dots, which are an ornament
	grounds map[string]*canvas.Shader
}

func newBackdrop() *backdrop {
	return &backdrop{canvas.NewRectangle(color.Transparent), make(map[string]*canvas.Shader)}
}

// show appends the backdrop, unless it is the colour to which the toolkit
// clears the window at no cost. The dots are there if they are wanted.
func (b *backdrop) show(out []fyne.CanvasObject, f *frame, size geom.Size, pal *palette.Palette, dotted bool) []fyne.CanvasObject {
	c := pal.Of(palette.Canvas)
	dots := dotted && driven() && f.view.Zoom*gridGap >= gridLeast
	if !dots && color.NRGBAModel.Convert(theme.Color(theme.ColorNameBackground)) == color.Color(c) {
		return out
	}
	px := fyne.NewSize(float32(size.W), float32(size.H))
	if !driven() {
		b.plain.FillColor = c
		b.plain.Resize(px)
		return append(out, b.plain)
	}
	name, body := "flat-"+pal.Name, fmt.Sprintf(flatBody, glsl(c))
	if dots {
		name, body = "dots-"+pal.Name, fmt.Sprintf(dotsBody, glsl(pal.Of(palette.GridDot)), glsl(c))
	}
	o := b.grounds[name]
	if o == nil {
		o = canvas.NewShader("warrant-"+name, []byte(desktopHead+body), []byte(esHead+body))
		o.Uniforms = make(map[string]float32, 4)
		b.grounds[name] = o
	}
	if dots {
		first := f.px(geom.Pt(gridFirst, gridFirst))
		gap := gridGap * f.scale
		u := o.Uniforms
		u["px"], u["py"] = float32(math.Mod(first.X, gap)), float32(math.Mod(first.Y, gap))
		u["gap"], u["r"] = float32(gap), float32(math.Max(0.7, math.Min(1.4, f.view.Zoom))*f.dev)
	}
	o.Resize(px)
	return append(out, o)
}

// glsl writes an opaque colour as the shading language does.
func glsl(c color.NRGBA) string {
	return fmt.Sprintf("vec3(%.5f, %.5f, %.5f)", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
