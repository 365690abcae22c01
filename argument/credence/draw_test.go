package credence_test

import (
	"strconv"
	"strings"
	"testing"

	"warrant/argument"
)

// draw builds a map from lines:
//
//	claim A .5           a claim with that prior; without a number: unset
//	l: A,B + C .8        a link that supports C, with that confidence
//	k: D - l             one that opposes the link l, confidence unset
//	l: A + C ? .8 -.3    evidence: reliability, with a minus against; ? alone: not rated
//
// The first claim is the contention.
func draw(t testing.TB, text string) *argument.Map {
	t.Helper()
	var p argument.Parts
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("draw: %v", err)
		}
		return v
	}
	for line := range strings.Lines(text) {
		w := strings.Fields(line)
		if len(w) == 0 {
			continue
		}
		if w[0] == "claim" {
			c := argument.Claim{ID: argument.ID(w[1]), Text: w[1]}
			if len(w) > 2 {
				c.Prior = argument.Stated(number(w[2]))
			}
			p.Claims = append(p.Claims, c)
			continue
		}
		l := argument.Link{ID: argument.ID(strings.TrimSuffix(w[0], ":")), Kind: argument.Supports, To: argument.ID(w[3])}
		for f := range strings.SplitSeq(w[1], ",") {
			l.From = append(l.From, argument.ID(f))
		}
		if w[2] == "-" {
			l.Kind = argument.Opposes
		}
		evidence := false
		for _, s := range w[4:] {
			switch {
			case s == "?":
				evidence = true
			case !evidence:
				l.Confidence = argument.Stated(number(s))
			default:
				v := argument.Evidence{ID: argument.ID("e" + strconv.Itoa(len(l.Evidence))), Kind: argument.Other}
				if strings.HasPrefix(s, "-") {
					v.Stance, s = argument.Against, s[1:]
				}
				if s != "unrated" {
					v.Reliability = argument.Stated(number(s))
				}
				l.Evidence = append(l.Evidence, v)
			}
		}
		p.Links = append(p.Links, l)
	}
	if len(p.Claims) > 0 {
		p.Info.Contention = p.Claims[0].ID
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatalf("draw: %v", err)
	}
	return m
}
