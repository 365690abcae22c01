// Package merge answers what differs between two versions of a map, by
// meaning, and how two versions that come from one are brought together.
//
// Records are the same where their IDs are the same; where the IDs differ,
// claims are matched by what they say and where they stand, and links by what
// they connect. The package never changes a map that it is given, never asks,
// and never leaves an edit out without naming it in a conflict. It knows
// nothing of files.
//
// The order of steps, of the evidence of a link and of the entries of a list
// says something: it is compared and merged. The order of claims, links and
// sources says nothing that an outline does not take from elsewhere; a merge
// follows who put them in another order, a comparison passes over it.
package merge

import "warrant/argument"

// Subject says what sort of thing a change or a conflict is about.
type Subject string

// The subjects.
const (
	OfMap      Subject = "map"
	OfClaim    Subject = "claim"
	OfLink     Subject = "link"
	OfEvidence Subject = "evidence"
	OfSource   Subject = "source"
	OfStep     Subject = "step"
)

// Side names one of the three maps of a merge.
type Side uint8

// The sides: the version that both come from, one's own, and the other's.
const (
	Base Side = iota
	Mine
	Theirs
)

func (s Side) String() string { return [...]string{"base", "mine", "theirs"}[s] }

func (s Side) other() Side { return Mine + Theirs - s }

type (
	claim    = argument.Claim
	link     = argument.Link
	evidence = argument.Evidence
	source   = argument.Source
	step     = argument.Step
	info     = argument.Info
	passage  = argument.Passage
	id       = argument.ID
)
