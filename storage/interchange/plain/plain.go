// Package plain answers what argument an indented text makes, and how a map
// is written as one: a claim a line, below each claim what bears on it. It
// never chooses places for cards and never edits a map.
//
// What a line may begin with, after its indent:
//
//	“+”         supports the claim above it
//	“−”, “-”    opposes it; a "-" is a plain bullet where no other sign stands in the text
//	“*” “•” “1.”  a bullet: supports
//	“&” “and:”  a further premise of the step of the line before
//	“⊕” “⊘”     underpins, undercuts the step of the line above
//	“because:” “pro:” “but:” “con:”  as “+” and “−”; alone on a line, for all that stands below it
//	“#” “##”    a heading: above all lines that are none
//	“80%” “?”   after a sign: the confidence of the step; “?” for none
//
// "(64%)" at the end, two blanks before it, is a computed credence and is
// passed over; "… above" there says that the claim is one that stood before.
// A backslash in front of a line keeps its first characters from meaning
// anything.
package plain

import (
	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// The limits of a text. What comes after them is left out.
const (
	MaxBytes = 64 << 20
	MaxLines = argument.MaxClaims + argument.MaxLinks // blank ones not counted
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost
