package present

import (
	"strings"

	"warrant/argument"
	"warrant/argument/tour"
)

// Suggested turns the tour of a map into steps that can become the map's own.
// What the speaker says are the person's own words: the note of the claim
// that a step brings in, or the evidence that it is about, under the word for
// that. Others have no title: Title finds one that stays true when a claim is
// reworded.
func Suggested(m *argument.Map, worth func(link argument.ID) float64, evidence string) []argument.Step {
	var steps []argument.Step
	for _, s := range tour.Of(m, worth) {
		step := argument.Step{Focus: s.Focus, Reveal: s.Reveal, Say: said(m, s)}
		if s.Kind == tour.Evidence {
			step.Title = evidence
		}
		steps = append(steps, step)
	}
	return steps
}

func said(m *argument.Map, s tour.Stop) string {
	var lines []string
	for _, id := range s.Focus {
		switch l := m.Link(id); {
		case s.Kind == tour.Evidence && l != nil:
			for _, e := range l.Evidence {
				sign := "+ "
				if e.Speaks() == argument.Against {
					sign = "− "
				}
				lines = append(lines, sign+strings.TrimSpace(e.Text))
			}
		case s.Kind != tour.Evidence && l == nil && contains(s.Reveal, id):
			if note := strings.TrimSpace(m.Claim(id).Note); note != "" {
				lines = append(lines, note)
			}
		}
	}
	return strings.Join(lines, "\n")
}

func contains(ids []argument.ID, id argument.ID) bool {
	for _, one := range ids {
		if one == id {
			return true
		}
	}
	return false
}

// Title is what a step is called: its title, or the claim that it brings in
// or is about, or the premise of the link that it is about. It is empty for a
// step about the whole map.
func Title(m *argument.Map, s argument.Step) string {
	if t := strings.TrimSpace(s.Title); t != "" {
		return t
	}
	if id := Subject(m, s); id != "" && len(s.Focus) > 0 {
		return strings.Join(strings.Fields(m.Claim(id).Text), " ")
	}
	return ""
}

// Subject is the claim that a step is called by, empty where there is none.
func Subject(m *argument.Map, s argument.Step) argument.ID {
	for _, id := range s.Focus {
		if m.Claim(id) != nil && contains(s.Reveal, id) {
			return id
		}
	}
	for _, id := range append(append([]argument.ID{}, s.Focus...), s.Reveal...) {
		if m.Claim(id) != nil {
			return id
		}
		if l := m.Link(id); l != nil {
			return l.From[0]
		}
	}
	return ""
}
