package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"warrant/argument"
)

// Inspector shows what is selected and edits it.
type Inspector struct {
	desk   *Desk
	object *fyne.Container
}

// NewInspector returns the inspector of a desk.
func NewInspector(d *Desk) *Inspector { return &Inspector{desk: d, object: container.NewStack()} }

// Object returns what is laid into the window.
func (p *Inspector) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session.
func (p *Inspector) Attach() {}

// Recolor follows a change of theme.
func (p *Inspector) Recolor() {}

// AddEvidence begins a new evidence item of a link.
func (p *Inspector) AddEvidence(link argument.ID) {}
