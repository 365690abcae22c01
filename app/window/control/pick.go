package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Pick is the toolkit's choice of one among several, with a ring while it has
// the keys: the toolkit only tints it.
type Pick struct {
	widget.Select
	focused bool
}

// NewPick returns a choice among options.
func NewPick(options []string, changed func(string)) *Pick {
	p := &Pick{}
	p.Options, p.OnChanged = options, changed
	p.ExtendBaseWidget(p)
	return p
}

// FocusGained shows the ring.
func (p *Pick) FocusGained() { p.focused = true; p.Select.FocusGained() }

// FocusLost hides it.
func (p *Pick) FocusLost() { p.focused = false; p.Select.FocusLost() }

// TypedKey opens the list on Return too.
func (p *Pick) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		p.Select.TypedKey(e)
	default:
		Unused(p, e)
	}
}

// CreateRenderer adds the ring.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	r := WithRing(p.Select.CreateRenderer(), 0, func() bool { return p.focused }).(*ringed)
	r.edged = true
	r.paint()
	return r
}

// AccessibilityLabel says what is chosen.
func (p *Pick) AccessibilityLabel() string { return p.Selected }

// AccessibilityRole is that of what can be pressed.
func (p *Pick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Check is the toolkit's box to tick, with a ring while it has the keys.
type Check struct {
	widget.Check
	focused bool
}

// NewCheck returns a box with a text.
func NewCheck(text string, on bool, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.Checked, c.OnChanged = text, on, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained shows the ring.
func (c *Check) FocusGained() { c.focused = true; c.Check.FocusGained() }

// FocusLost hides it.
func (c *Check) FocusLost() { c.focused = false; c.Check.FocusLost() }

// TypedKey ticks on Return too.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.SetChecked(!c.Checked)
	case fyne.KeySpace: // comes as a rune as well
	default:
		Unused(c, e)
	}
}

// CreateRenderer adds the ring.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return WithRing(c.Check.CreateRenderer(), 0, func() bool { return c.focused })
}

// AccessibilityLabel says what is ticked or not.
func (c *Check) AccessibilityLabel() string { return c.Text }

// AccessibilityRole is that of what can be pressed.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

var (
	_ fyne.Accessible = (*Pick)(nil)
	_ fyne.Accessible = (*Check)(nil)
)
