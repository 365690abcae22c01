package panel

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawn says what a renderer draws and where.
func drawn(r fyne.WidgetRenderer) string {
	var b strings.Builder
	for _, o := range r.Objects() {
		if !o.Visible() {
			continue
		}
		text := ""
		if t, ok := o.(*canvas.Text); ok {
			if text = t.Text; text == "" {
				continue
			}
		}
		fmt.Fprintf(&b, "%T %q at %v, %v large\n", o, text, o.Position(), o.Size())
	}
	return b.String()
}

// The toolkit lets go of the renderer of a widget that was out of sight for a
// minute. It lays a new one out only if something in it has a least size, so
// what a new renderer draws must not wait for that.
func TestARendererMadeAnewDrawsTheSame(t *testing.T) {
	b := soupBench(t)
	inspector := NewInspector(b.Desk)
	panels := map[string]Panel{"inspector": inspector, "outline": NewOutline(b.Desk), "source": NewSource(b.Desk), "evidence": NewEvidence(b.Desk), "steps": NewSteps(b.Desk)}
	for _, p := range panels {
		p.Attach()
	}
	panels["steps"].(*Steps).Suggest()
	panels["steps"].(*Steps).choose(1)
	kinds := map[string]bool{}
	var walk func(o fyne.CanvasObject, where string)
	walk = func(o fyne.CanvasObject, where string) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child, where)
			}
		case fyne.Widget:
			objects := rendered(o)
			kind := reflect.TypeOf(o).Elem()
			if strings.HasPrefix(kind.PkgPath(), "warrant/") && !kinds[kind.Name()] {
				test.WidgetRenderer(o).Layout(o.Size()) // a window would have done so
				before := drawn(standing{objects})
				anew := o.CreateRenderer()
				for _, child := range anew.Objects() {
					if child.Visible() && child.MinSize() != (fyne.Size{}) {
						anew.Layout(o.Size())
						break
					}
				}
				if after := drawn(anew); after != before {
					kinds[kind.Name()] = true // one complaint is enough
					t.Errorf("%s at %s: made anew it draws\n%sand drew\n%s", kind.Name(), where, after, before)
				}
			}
			for _, child := range objects {
				walk(child, where)
			}
		}
	}
	for name, p := range panels {
		b.Window.SetContent(p.Object())
		b.Window.Resize(fyne.NewSize(320, 700))
		for _, chosen := range [][]id{nil, {"c1"}, {"c2"}, {"l1"}, {"l3"}, {"c1", "c2"}} {
			b.Session.Doc.Select(chosen...)
			inspector.settle()
			panels["outline"].(*Outline).settle()
			panels["source"].(*Source).redo.flush()
			panels["evidence"].(*Evidence).redo.flush()
			walk(p.Object(), fmt.Sprint(name, " with ", chosen))
		}
	}
}

// standing is a renderer as it stands.
type standing struct{ objects []fyne.CanvasObject }

func (p standing) Objects() []fyne.CanvasObject { return p.objects }
func (standing) Destroy()                       {}
func (standing) Layout(fyne.Size)               {}
func (standing) MinSize() fyne.Size             { return fyne.Size{} }
func (standing) Refresh()                       {}
