package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Source is the source tab.
type Source struct {
	desk   *Desk
	object *fyne.Container
}

// NewSource returns the source of a desk.
func NewSource(d *Desk) *Source { return &Source{desk: d, object: container.NewStack()} }

// Object returns what is laid into the window.
func (p *Source) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session.
func (p *Source) Attach() {}

// Recolor follows a change of theme.
func (p *Source) Recolor() {}
