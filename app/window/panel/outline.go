package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Outline is the outline tab.
type Outline struct {
	desk   *Desk
	object *fyne.Container
}

// NewOutline returns the outline of a desk.
func NewOutline(d *Desk) *Outline { return &Outline{desk: d, object: container.NewStack()} }

// Object returns what is laid into the window.
func (p *Outline) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session.
func (p *Outline) Attach() {}

// Recolor follows a change of theme.
func (p *Outline) Recolor() {}
