package tool

import (
	"warrant/argument"
	"warrant/canvas/geom"
)

// The steps of a nudge in world units.
const (
	nudgeStep = 1.0
	nudgeLeap = 10.0
)

var modeKeys = map[Key]Mode{
	"V": Selecting, "C": AddingClaim, "S": AddingSupport, "O": AddingObjection, "E": AddingEvidence,
}

var arrows = map[Key]struct {
	direction Direction
	x, y      float64
}{
	"Up": {Upward, 0, -1}, "Down": {Downward, 0, 1}, "Left": {Leftward, -1, 0}, "Right": {Rightward, 1, 0},
}

// KeyDown takes a key, and reports whether it was of use. While a button is
// held only Escape is.
func (t *Tool) KeyDown(k Key, m Mods) bool {
	defer t.flush()
	t.click.counts = false
	if k == "Escape" {
		return t.escape()
	}
	if t.Busy() {
		return false
	}
	if k == "Space" && m == 0 {
		t.holdSpace(true)
		return true
	}
	if a, ok := arrows[k]; ok && m&Command == 0 {
		t.arrow(a.direction, geom.Pt(a.x, a.y), m)
		return true
	}
	if m&Command != 0 {
		if k == "A" && m == Command {
			t.SelectAll()
			return true
		}
		return false
	}
	if m&Alt != 0 {
		return false
	}
	if mode, ok := modeKeys[k]; ok && m == 0 {
		t.SetMode(mode)
		return true
	}
	return t.command(k, m)
}

// KeyUp takes the release of a key; also when the focus is lost, after which
// no release would come.
func (t *Tool) KeyUp(k Key) {
	defer t.flush()
	if k == "Space" {
		t.holdSpace(false)
	}
}

func (t *Tool) holdSpace(held bool) {
	t.spaceHeld = held
	t.hover()
}

// command does what the keys do that stand for one, with Shift or without.
func (t *Tool) command(k Key, m Mods) bool {
	switch k {
	case "Tab":
		if m&Shift != 0 {
			t.AddReason(argument.Opposes)
		} else {
			t.AddReason(argument.Supports)
		}
	case "Return", "Enter", "KP_Enter":
		if m&Shift != 0 {
			t.AddLinkedPremise("")
		} else {
			t.AddSibling()
		}
	case "F2":
		t.editChosen()
	case "Delete", "BackSpace":
		t.Delete()
	case "+", "=":
		t.ZoomBy(zoomStep, nil)
	case "-", "_":
		t.ZoomBy(1/zoomStep, nil)
	case "0":
		t.ZoomBy(1/t.view.Zoom, nil)
	case "1":
		t.FitAll()
	case "2":
		t.FitSelection()
	default:
		return false
	}
	return true
}

func (t *Tool) editChosen() {
	sel := t.doc.Selection()
	if len(sel) == 0 {
		return
	}
	if id := sel[len(sel)-1]; t.scene.Card(id) != nil {
		t.Reveal(id)
		t.host.EditText(id, false)
	}
}

// arrow walks; with Alt it nudges the selected cards, a leap with Shift; and
// when nothing is selected it pans.
func (t *Tool) arrow(d Direction, by geom.Point, m Mods) {
	switch {
	case m&Alt != 0:
		step := nudgeStep
		if m&Shift != 0 {
			step = nudgeLeap
		}
		t.Nudge(by.X*step, by.Y*step)
	case len(t.doc.Selection()) == 0:
		t.SetView(t.view.PannedBy(by.Mul(-panStep)))
	default:
		t.Walk(d, m&Shift != 0)
	}
}

// escape takes back the nearest thing: a gesture, else a mode, else the
// selection.
func (t *Tool) escape() bool {
	switch {
	case t.Busy():
		t.Cancel()
	case t.mode != Selecting:
		t.SetMode(Selecting)
	case len(t.doc.Selection()) > 0:
		t.doc.Select()
	default:
		return false
	}
	return true
}
