// Package panel holds what stands beside the canvas: the inspector, the
// outline, the source, the evidence, and finding with its filter. A panel
// shows the document and edits it through Do; it never draws the map.
package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/app/filter"
	"warrant/app/session"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// Desk is what the panels work at. The window fills it, and replaces Session
// and Tool when another map is opened, and then tells each panel to Attach.
type Desk struct {
	Session *session.Session
	Tool    *tool.Tool
	Window  fyne.Window
	Scale   credence.Scale

	// Palette returns the colours in force.
	Palette func() *palette.Palette
	// Go selects a claim or link and brings it into view.
	Go func(argument.ID)
	// OpenSource shows a source in its panel, at a span of its text, in bytes,
	// where that is not empty.
	OpenSource func(id argument.ID, from, to int)
	// MarkFound marks what a search found, and nothing else; nil ends it.
	MarkFound func(map[argument.ID]scene.Mark)
	// MarkRemarks marks what a review remarks on; nil ends it.
	MarkRemarks func(map[argument.ID]scene.Mark)
	// SetFilter has all claims but those that pass fade.
	SetFilter func(filter.Filter)
	// Present shows the steps to a class, from one of them on.
	Present func(from int)
	// Explain shows a sentence for a few seconds at the foot of the window.
	Explain func(sentence string)
	// Fail shows an error that the person must know of.
	Fail func(error)
	// Confirm asks a question that Escape declines; yes names the answer upon
	// which then is called.
	Confirm func(title, text, yes string, then func())
	// OpenAddress shows a web or mail address of the map whole and asks before
	// it is opened; one that may not be opened is told why. Nothing else opens
	// addresses.
	OpenAddress func(raw string)
	// Hint says in a while what a control does whose face does not tell; with
	// no text it stops. It may be nil.
	Hint func(over fyne.CanvasObject, text string)
	// FocusCanvas gives the keys back to the canvas.
	FocusCanvas func()

	// patient desks start no timers and no goroutines: tests say when.
	patient bool
}

// look is what all that is drawn depends on besides what it shows.
type look struct {
	palette *palette.Palette
	text    float32
}

func (d *Desk) look() look { return look{d.Palette(), theme.TextSize()} }

// Panel is one of them.
type Panel interface {
	// Object returns what is laid into the window; always the same.
	Object() fyne.CanvasObject
	// Attach shows the desk's present session from now on.
	Attach()
	// Recolor follows a change of theme.
	Recolor()
}

// Do makes an edit and reports what goes wrong.
func (d *Desk) Do(label string, change func(*argument.Edit) error) {
	if err := d.Session.Doc.Do(label, change); err != nil {
		d.Fail(err)
	}
}

// doEach makes one edit of several claims, those that are still there.
func (d *Desk) doEach(label string, claims []argument.ID, change func(*argument.Claim)) {
	claims = slices.Clone(claims) // the edit may change what is shown, and with it the list
	d.Do(label, func(e *argument.Edit) error {
		for _, id := range claims {
			if e.Map().Claim(id) == nil {
				continue
			}
			if err := e.UpdateClaim(id, change); err != nil {
				return err
			}
		}
		return nil
	})
}
