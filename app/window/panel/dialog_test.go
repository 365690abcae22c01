package panel

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"warrant/argument"
)

// over returns the objects of a type in what lies over a window.
func over[T fyne.CanvasObject](b *bench) (found []T) {
	top := b.Window.Canvas().Overlays().Top()
	if top == nil {
		b.t.Fatal("no dialog is open")
	}
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if one, ok := o.(T); ok {
			found = append(found, one)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				look(child)
			}
		case fyne.Widget:
			for _, child := range rendered(o) {
				look(child)
			}
		}
	}
	look(top)
	return found
}

func TestOpenTextAsksForAFile(t *testing.T) {
	b := soupBench(t)
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	b.Window.Resize(fyne.NewSize(1000, 700))
	s.open.Tapped(nil)
	if len(over[*widget.Button](b)) == 0 {
		t.Error("the dialog has no buttons")
	}
}

func TestNewSourceForEvidence(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	b.Window.Resize(fyne.NewSize(1000, 700))
	p.link.evidence.edit("e2")
	p.link.evidence.editor.source.SetSelected(newSource())
	for i, said := range []string{"Of Stews", "Bo Stew; Cy Pan", "2004", "https://example.org"} {
		test.Type(over[*widget.Entry](b)[i], said)
	}
	for _, button := range over[*widget.Button](b) {
		if button.Text == "Add" {
			test.Tap(button)
			break
		}
	}
	p.settle()
	item := b.link("l1").Evidence[1]
	src := b.Session.Doc.Map().Source(item.Source)
	if src == nil || src.Title != "Of Stews" || len(src.Authors) != 2 || src.Issued != "2004" || src.URL != "https://example.org" {
		t.Errorf("the item cites %+v", src)
	}
	if got := p.link.evidence.editor.source.Selected; got != "Stew et al., “Of Stews” (2004)" {
		t.Errorf("the editor shows %q", got)
	}
	b.wantSteps("Add source") // the source and its mention are one thing to undo
	b.Session.Doc.Undo()
	if b.link("l1").Evidence[1].Source != "" || b.Session.Doc.Map().Source(item.Source) != nil {
		t.Error("undo leaves some of it")
	}
}

func TestNoSourceSaysHowToAddOne(t *testing.T) {
	b := benchWith(t, argument.Parts{Claims: []argument.Claim{{ID: "c1", Text: "Alone"}}})
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	b.Window.Resize(fyne.NewSize(1000, 700))
	if s.title.text != "No source yet" || !s.add.Visible() || s.open.Visible() {
		t.Errorf("without a source it says %q", s.title.text)
	}
	s.add.Tapped(nil)
	test.Type(over[*widget.Entry](b)[0], "An essay")
	for _, button := range over[*widget.Button](b) {
		if button.Text == "Add" {
			test.Tap(button)
			break
		}
	}
	s.redo.flush()
	if s.title.text != "“An essay”" || s.add.Visible() || !s.open.Visible() {
		t.Errorf("with a source it says %q", s.title.text)
	}
}
