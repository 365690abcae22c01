// Package argdown answers what argument a text in the Argdown language makes,
// and how a map is written in it. It never chooses places for cards, runs
// nothing that a text says, and reads no file that a text names.
//
// Of the language it reads statements and arguments with their titles, tags
// and data, relations in both directions, premise-conclusion structures with
// their inferences, lists, headings, comments and frontmatter. A statement is
// a claim; statements of one title are one claim. An inference is a link from
// its premises to its conclusion. An argument without a structure is a claim
// too; one with a structure stands for its last inference.
//
// What the language has no words for is written as data, which other programs
// keep and pass over: the confidence, scheme, note and evidence of a link on
// its inference; the prior and note of a claim. A conclusion after an
// inference with "through: true" is no claim: it only says on what the link
// bears, where that is not a claim that it supports.
package argdown

import "warrant/storage/interchange/loss"

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// MaxBytes is how long a text may be.
const MaxBytes = 16 << 20

// The signs of relations.
type sign uint8

const (
	noSign sign = iota
	supports
	attacks
	undercuts
	contradicts
)

// relationSign is how a relation begins. A line is of the first that fits.
var relationSigns = []struct {
	text   string
	sign   sign
	onward bool // the upper of the two bears on the lower
}{
	{"+>", supports, true}, {"->", attacks, true}, {"_>", undercuts, true},
	{"<+", supports, false}, {"<-", attacks, false}, {"<_", undercuts, false},
	{"><", contradicts, false}, {"+", supports, false}, {"-", attacks, false}, {"_ ", undercuts, false},
}
