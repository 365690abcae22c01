package panel

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// colours adds the colours of what is visible in an object, the toolkit's
// own controls apart, with a word for where each is.
func colours(o fyne.CanvasObject, where string, into map[color.NRGBA]string) {
	if !o.Visible() {
		return
	}
	add := func(cs ...color.Color) {
		for _, c := range cs {
			if n, ok := c.(color.NRGBA); ok && n.A == 255 {
				into[n] = where
			}
		}
	}
	switch o := o.(type) {
	case *control.Pick, *widget.Entry, *field:
	case *canvas.Text:
		if o.Text != "" {
			where += fmt.Sprintf(" text %q", o.Text)
			add(o.Color)
		}
	case *canvas.Rectangle:
		add(o.FillColor, o.StrokeColor)
	case *canvas.Circle:
		add(o.FillColor, o.StrokeColor)
	case *canvas.Line:
		add(o.StrokeColor)
	case *fyne.Container:
		for _, child := range o.Objects {
			colours(child, where, into)
		}
	case fyne.Widget:
		for _, child := range rendered(o) {
			colours(child, fmt.Sprintf("%s %T", where, o), into)
		}
	}
}

// After a change of theme nothing keeps a colour of the one before, neither
// what is in view nor what comes into view later.
func TestNothingKeepsItsColour(t *testing.T) {
	b := soupBench(t)
	in := palette.Light
	b.Palette = func() *palette.Palette { return in }
	inspector := NewInspector(b.Desk)
	panels := map[string]Panel{"inspector": inspector, "outline": NewOutline(b.Desk), "source": NewSource(b.Desk), "evidence": NewEvidence(b.Desk), "review": NewReview(b.Desk, inspector, func() {})}
	chosen := []id{"", "c1", "c2", "c4", "l1", "l2", "l3"}
	settle := func() {
		inspector.settle()
		panels["outline"].(*Outline).settle()
		panels["source"].(*Source).redo.flush()
		panels["evidence"].(*Evidence).redo.flush()
	}
	look := func() map[color.NRGBA]string {
		seen := make(map[color.NRGBA]string)
		for name, p := range panels {
			b.Window.SetContent(p.Object())
			b.Window.Resize(fyne.NewSize(320, 700))
			for _, one := range chosen {
				b.Session.Doc.Select(one)
				settle()
				colours(p.Object(), name+" at "+string(one), seen)
			}
		}
		return seen
	}
	for _, p := range panels {
		p.Attach()
	}
	if len(look()) < 8 {
		t.Fatal("hardly any colour is seen at all")
	}
	in = palette.Dark
	for _, p := range panels {
		p.Recolor()
	}
	seen := look()
	for role := palette.None + 1; role < palette.Roles; role++ {
		light := palette.Light.Of(role)
		if light.A < 255 {
			continue
		}
		kept := true
		for other := palette.None + 1; other < palette.Roles; other++ {
			if palette.Dark.Of(other) == light {
				kept = false // a colour of both
			}
		}
		if where, ok := seen[light]; ok && kept {
			t.Errorf("a light colour (role %d) is kept by %s", role, where)
		}
	}
}
