// Package present answers where a presentation of a map stands: at which
// step, what of the map is in sight and what is set off, where the camera
// goes, and what the speaker's keys and pointer mean. It has no window and
// never changes a map.
package present

import (
	"strconv"

	"warrant/argument"
	"warrant/argument/tour"
)

// Show is a presentation under way. The map must stay as it is meanwhile.
type Show struct {
	m     *argument.Map
	steps []argument.Step
	first map[argument.ID]int
	at    int
	typed string // digits of a number to go to

	Blank bool // nothing is to be seen
	Ahead bool // what is yet to come is seen faintly
	Mute  bool // what the speaker says is not shown
}

// New begins a presentation of at least one step, at one of them.
func New(m *argument.Map, steps []argument.Step, at int) *Show {
	return &Show{m: m, steps: steps, first: tour.First(m, steps), at: max(0, min(at, len(steps)-1))}
}

// Step returns the step that is shown.
func (s *Show) Step() argument.Step { return s.steps[s.at] }

// At returns the number of the step that is shown, counted from 0, and how
// many there are.
func (s *Show) At() (at, of int) { return s.at, len(s.steps) }

// Typed returns the digits of a number that is being typed.
func (s *Show) Typed() string { return s.typed }

// GoBy goes some steps on or back, as far as there are any, and reports
// whether another step is shown now. While the screen is blank it only ends
// that.
func (s *Show) GoBy(n int) bool {
	s.typed = ""
	if s.Blank {
		s.Blank = false
		return false
	}
	return s.goTo(s.at + n)
}

func (s *Show) goTo(to int) bool {
	to = max(0, min(to, len(s.steps)-1))
	moved := to != s.at
	s.at, s.Blank = to, false
	return moved
}

// Answer is what a key asks of who shows the presentation.
type Answer uint8

// The answers.
const (
	Nothing Answer = iota // the key means nothing
	Moved                 // another step is shown
	Altered               // the same step is shown otherwise
	Over                  // the presentation ends
	ZoomIn
	ZoomOut
	Refit // the camera goes back to what is in focus
	Help
)

// Key takes a key by its name, as the canvas has them; presenters that one
// holds in the hand send the keys of pages, of a full stop for a blank screen,
// and Escape or F5.
func (s *Show) Key(key string, shift bool) Answer {
	if len(key) == 1 && key[0] >= '0' && key[0] <= '9' && !shift {
		return s.digit(key)
	}
	number := s.typed
	s.typed = ""
	switch key {
	case "Right", "Down", "Next", "N":
		return s.moved(1)
	case "Space":
		if shift {
			return s.moved(-1)
		}
		return s.moved(1)
	case "Left", "Up", "Prior", "P", "BackSpace":
		if number != "" && key == "BackSpace" {
			s.typed = number[:len(number)-1]
			return Altered
		}
		return s.moved(-1)
	case "Return":
		if n, err := strconv.Atoi(number); err == nil {
			return s.jumped(n - 1)
		}
		if shift {
			return s.moved(-1)
		}
		return s.moved(1)
	case "Home":
		return s.jumped(0)
	case "End":
		return s.jumped(len(s.steps) - 1)
	case "B", ".":
		s.Blank = !s.Blank
		return Altered
	case "H":
		s.Ahead = !s.Ahead
		return Altered
	case "T":
		s.Mute = !s.Mute
		return Altered
	case "+", "=":
		return ZoomIn
	case "-":
		return ZoomOut
	case "F":
		return Refit
	case "F1", "?":
		return Help
	case "Escape":
		if number != "" {
			return Altered
		}
		return Over
	case "F5":
		return Over
	}
	if number != "" {
		return Altered
	}
	return Nothing
}

// digit adds to the number that is being typed. One that no step could have
// begins anew; a nought alone has the camera go back.
func (s *Show) digit(d string) Answer {
	if s.typed == "" && d == "0" {
		return Refit
	}
	s.typed += d
	if n, err := strconv.Atoi(s.typed); err != nil || n > len(s.steps) {
		s.typed = ""
		if d != "0" && len(s.steps) >= int(d[0]-'0') {
			s.typed = d
		}
	}
	return Altered
}

func (s *Show) moved(by int) Answer {
	if s.GoBy(by) {
		return Moved
	}
	return Altered
}

func (s *Show) jumped(to int) Answer {
	if s.goTo(to) {
		return Moved
	}
	return Altered
}
