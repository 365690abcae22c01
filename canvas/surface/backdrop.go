package surface

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

// backdrop is the colour behind all.
type backdrop struct {
	flat  *canvas.Shader
	plain *canvas.Rectangle // for drivers that draw no programs
}

func newBackdrop() *backdrop {
	b := &backdrop{canvas.NewShader("warrant-flat", flatSource, flatSourceES), canvas.NewRectangle(color.Transparent)}
	b.flat.Uniforms = make(map[string]float32, 3)
	return b
}

// show appends the backdrop, unless it is the colour to which the toolkit
// clears the window at no cost.
func (b *backdrop) show(out []fyne.CanvasObject, size geom.Size, pal *palette.Palette) []fyne.CanvasObject {
	c := pal.Of(palette.Canvas)
	if color.NRGBAModel.Convert(theme.Color(theme.ColorNameBackground)) == color.Color(c) {
		return out
	}
	px := fyne.NewSize(float32(size.W), float32(size.H))
	if !driven() {
		b.plain.FillColor = c
		b.plain.Resize(px)
		return append(out, b.plain)
	}
	u := b.flat.Uniforms
	u["cr"], u["cg"], u["cb"] = float32(c.R)/255, float32(c.G)/255, float32(c.B)/255
	b.flat.Resize(px)
	return append(out, b.flat)
}
