package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Evidence is the evidence tab.
type Evidence struct {
	desk   *Desk
	object *fyne.Container
}

// NewEvidence returns the evidence of a desk.
func NewEvidence(d *Desk) *Evidence { return &Evidence{desk: d, object: container.NewStack()} }

// Object returns what is laid into the window.
func (p *Evidence) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session.
func (p *Evidence) Attach() {}

// Recolor follows a change of theme.
func (p *Evidence) Recolor() {}
