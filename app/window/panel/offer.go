package panel

import (
	"slices"

	"fyne.io/fyne/v2/widget"
)

// offer sets what a select offers, if that changed.
func offer(s *widget.Select, options []string, chosen string) {
	if s.Selected == chosen && slices.Equal(s.Options, options) {
		return
	}
	s.Options, s.Selected = options, chosen
	s.Refresh()
}
