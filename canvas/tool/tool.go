// Package tool answers what the pointer and the keys mean: a state machine
// that takes events in and gives edits of the document out, with what is to
// be shown meanwhile as plain data. It knows no window and never paints.
package tool

import (
	"time"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Button is a pointer button.
type Button uint8

// The buttons.
const (
	NoButton Button = iota
	Primary
	Secondary
	Middle
)

// Mods are the modifier keys held down.
type Mods uint8

// The modifier keys. Command is Control, and Command on a Mac.
const (
	Shift Mods = 1 << iota
	Command
	Alt
)

// Pointer is a pointer event. At is in pixels from the canvas's upper left
// corner.
type Pointer struct {
	At     geom.Point
	Button Button // which went down or up; while moving, which is held
	Mods   Mods
	Time   time.Time // double clicks are counted from it
}

// Key is a key by the name of what it does on a US keyboard: "A", "Left",
// "Return", "Tab", "Escape", "Delete", "BackSpace", "Space", "F2", "+", "-".
type Key string

// Mode is what a click on the canvas makes.
type Mode uint8

// The modes, with the keys that choose them: V, C, S, O, E.
const (
	Selecting Mode = iota
	AddingClaim
	AddingSupport
	AddingObjection
	AddingEvidence
)

// Host is what the tool asks of the window around it.
type Host interface {
	// EditText opens a field over a card, its text selected when fresh.
	EditText(claim argument.ID, fresh bool)
	// AddEvidence opens the inspector at a new evidence item of the link.
	AddEvidence(link argument.ID)
	// Menu shows the context menu of what was hit at a place on the canvas,
	// in pixels.
	Menu(hit scene.Hit, at geom.Point)
	// Choose offers what a link let go on nothing may lead to, at a place on
	// the canvas in pixels, and calls chosen once: with one of the offers, or
	// with ok false when the person wants none.
	Choose(at geom.Point, offers []Offer, chosen func(o Offer, ok bool))
	// Explain shows why something cannot be done, or what was done besides,
	// for a few seconds.
	Explain(sentences ...string)
}

// Offer is what a link that is drawn to an empty place may lead to.
type Offer uint8

// The offers: a claim that supports or opposes the one that the link was
// drawn from, or that becomes a linked premise beside it.
const (
	OfferReason Offer = iota
	OfferObjection
	OfferPremise
)

// Overlay is what a gesture shows on top of the scene, in world units.
type Overlay struct {
	Hover   scene.Hit
	Marquee *geom.Rect
	Guides  []Guide
	Rubber  *geom.Cubic   // the link being drawn, from its premise to its target
	Kind    argument.Kind // of the link being drawn
	Target  scene.Hit     // what would be linked to, or joined, on release
	Refused scene.Hit     // what is pointed at and cannot be
	Why     string        // why it cannot, in a sentence
	Handle  *geom.Point   // on a card's border: links are drawn from its edge, here nearest
	Ghost   *geom.Rect    // where a new claim's card would be
	Grip    *geom.Point   // the corner by which a card is made wider
}

// Guide is a line that shows what a dragged card is in line with, or, as a
// gap, a distance that it keeps to both sides.
type Guide struct {
	From, To geom.Point
	Gap      bool
}

// Cursor is the shape of the pointer.
type Cursor uint8

// The cursors.
const (
	Arrow     Cursor = iota
	Hand             // what is below can be dragged or clicked
	Grabbing         // the canvas or a card is held
	Crosshair        // a link or a claim is being made
	Sideways         // a card's edge moves left and right
)
