package panel

import (
	"slices"

	"warrant/app/window/control"
)

// offer sets what a select offers, if that changed.
func offer(s *control.Pick, options []string, chosen string) {
	if s.Selected == chosen && slices.Equal(s.Options, options) {
		return
	}
	s.Options, s.Selected = options, chosen
	s.Refresh()
}
