package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/app/window/control"
)

// handle is how what leads somewhere is operated: a click, Return or the
// space bar follow it, and it shows that it is pointed at or has the keys.
type handle struct {
	hovered, focused bool
	of               interface {
		fyne.CanvasObject
		fyne.Tappable
	}
}

func (h *handle) MouseIn(*desktop.MouseEvent)    { h.hovered = true; h.of.Refresh() }
func (h *handle) MouseMoved(*desktop.MouseEvent) {}
func (h *handle) MouseOut()                      { h.hovered = false; h.of.Refresh() }
func (h *handle) FocusGained()                   { h.focused = true; h.of.Refresh() }
func (h *handle) FocusLost()                     { h.focused = false; h.of.Refresh() }

func (h *handle) TypedRune(r rune) {
	if r == ' ' {
		h.of.Tapped(nil)
	}
}

func (h *handle) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		h.of.Tapped(nil)
		return
	}
	control.Unused(h.of, e)
}

// What is said of controls to those who do not see them, where the toolkit
// passes it on: on macOS and Windows, in a build with its tag accessibility.

func (h *handle) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (r *barRow) AccessibilityLabel() string       { return r.sign + " " + r.text + ", " + r.value }
func (c *evidenceCard) AccessibilityLabel() string { return kindName(c.item.Kind) + ": " + c.item.Text }
func (w *doorway) AccessibilityLabel() string      { return w.text }

func (b *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
func (b *press) AccessibilityLabel() string {
	if b.tells != "" {
		return b.tells
	}
	return b.text
}

func (s *slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var (
	_ fyne.Accessible = (*barRow)(nil)
	_ fyne.Accessible = (*evidenceCard)(nil)
	_ fyne.Accessible = (*doorway)(nil)
	_ fyne.Accessible = (*press)(nil)
	_ fyne.Accessible = (*slider)(nil)
)
