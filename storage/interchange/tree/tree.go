// Package tree answers what map a tree of claims is, such as outlines and mind
// maps are: a node below another bears on it. It knows no format.
package tree

import (
	"fmt"
	"strconv"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// Deepest is how deep nodes may stand in each other.
const Deepest = 4000

// Bears says what a node does.
type Bears uint8

// What a node may do.
const (
	Nothing   Bears = iota // it stands below nothing, or for itself
	Supports               // it supports the claim above
	Opposes                // it opposes it
	Joins                  // it is a further premise of the step of the node before it
	Underpins              // it supports the step of the node above, or of the last that joined it
	Undercuts
)

// Names are what the relations are called in files.
var Names = map[Bears]string{Supports: "supports", Opposes: "opposes", Joins: "joins", Underpins: "underpins", Undercuts: "undercuts"}

// Named returns the relation of a name, Nothing where there is none.
func Named(name string) Bears {
	for b, n := range Names {
		if n == name {
			return b
		}
	}
	return Nothing
}

// Node is a claim as it stands in a tree.
type Node struct {
	Line  int // of the file, 0 where it has none
	Depth int // 0 for what stands below nothing
	Bears Bears
	Claim argument.Claim // without an ID
	// Key names the claim within the file, and Same says that the claim is
	// that of such a name, further up.
	Key, Same  string
	Confidence argument.Degree
	Scheme     string
	Note       string // of the step
	Evidence   []argument.Evidence
	Group      bool // no claim: what stands below does what the node would
}

// Builder puts nodes together, each after the one it stands below.
type Builder struct {
	Lost  loss.Losses
	parts argument.Parts
	named map[string]int
	above []entry
	from  []map[argument.ID]bool // the premises of links that have many
	main  argument.ID
}

type entry struct {
	depth int
	claim argument.ID // "" where there is none
	step  int         // the link by which it bears on something; -1
	group Bears
}

// Add adds a node. It is false where the map is full; the fault says so.
func (b *Builder) Add(n *Node) error {
	for len(b.above) > 0 && b.above[len(b.above)-1].depth >= n.Depth && !(n.Bears == Joins && b.above[len(b.above)-1].depth == n.Depth) {
		b.above = b.above[:len(b.above)-1]
	}
	at := entry{depth: -1, step: -1}
	if len(b.above) > 0 {
		at = b.above[len(b.above)-1]
	}
	if n.Depth > Deepest {
		return &loss.Fault{Line: n.Line, Column: 1, Problem: fmt.Sprintf("nodes stand more than %d deep in each other", Deepest)}
	}
	if n.Group {
		b.above = append(b.above, entry{n.Depth, at.claim, at.step, n.Bears})
		return nil
	}
	joins := n.Bears == Joins && at.depth == n.Depth
	if joins {
		b.above = b.above[:len(b.above)-1]
	}
	claim, err := b.claim(n)
	if err != nil {
		return err
	}
	if joins && at.step >= 0 && at.group == Nothing {
		b.join(n, at.step, claim)
		b.above = append(b.above, entry{n.Depth, claim, at.step, Nothing})
		return nil
	}
	if n.Bears == Joins {
		b.Lost.Add(n.Line, "that it joins another premise: none stands before it")
		if len(b.above) > 0 && joins {
			at = b.above[len(b.above)-1]
		}
	}
	bears := n.Bears
	if (bears == Nothing || bears == Joins) && at.group != Nothing {
		bears = at.group
	}
	step, err := b.link(n, at, bears, claim)
	if err != nil {
		return err
	}
	b.above = append(b.above, entry{n.Depth, claim, step, Nothing})
	return nil
}

// claim returns the claim of a node, a new one unless it stood above.
func (b *Builder) claim(n *Node) (argument.ID, error) {
	if b.named == nil {
		b.named = make(map[string]int)
	}
	if n.Same != "" {
		if at, ok := b.named[n.Same]; ok {
			return b.parts.Claims[at].ID, nil
		}
		b.Lost.Add(n.Line, "that the claim stands above: none there has its name")
	}
	if len(b.parts.Claims) == argument.MaxClaims {
		return "", &loss.Fault{Line: n.Line, Column: 1, Problem: fmt.Sprintf("a map holds at most %d claims", argument.MaxClaims)}
	}
	c := n.Claim
	c.ID = argument.ID("c" + strconv.Itoa(len(b.parts.Claims)+1))
	b.parts.Claims = append(b.parts.Claims, c)
	if n.Key != "" {
		if _, taken := b.named[n.Key]; !taken {
			b.named[n.Key] = len(b.parts.Claims) - 1
		}
	}
	return c.ID, nil
}

// link makes the step from a node to what it stands below.
func (b *Builder) link(n *Node, at entry, bears Bears, claim argument.ID) (int, error) {
	if at.claim == "" || bears == Nothing || bears == Joins && at.claim == "" {
		if bears != Nothing && bears != Joins {
			b.Lost.Add(n.Line, "what it bears on: nothing stands above it")
		}
		return -1, nil
	}
	l := argument.Link{Kind: argument.Supports, From: []argument.ID{claim}, To: at.claim, Confidence: n.Confidence, Scheme: n.Scheme, Note: n.Note, Evidence: n.Evidence}
	if bears == Opposes || bears == Undercuts {
		l.Kind = argument.Opposes
	}
	if bears == Underpins || bears == Undercuts {
		if at.step >= 0 {
			l.To = b.parts.Links[at.step].ID
		} else {
			b.Lost.Add(n.Line, "that it bears on a step: the node above makes none, so it bears on the claim")
		}
	}
	if len(b.parts.Links) == argument.MaxLinks {
		return -1, &loss.Fault{Line: n.Line, Column: 1, Problem: fmt.Sprintf("a map holds at most %d links", argument.MaxLinks)}
	}
	l.ID = argument.ID("l" + strconv.Itoa(len(b.parts.Links)+1))
	b.parts.Links = append(b.parts.Links, l)
	b.from = append(b.from, map[argument.ID]bool{claim: true})
	return len(b.parts.Links) - 1, nil
}

func (b *Builder) join(n *Node, step int, claim argument.ID) {
	if b.from[step][claim] {
		b.Lost.Add(n.Line, "a premise that stands twice")
		return
	}
	b.from[step][claim] = true
	l := &b.parts.Links[step]
	l.From = append(l.From, claim)
	if len(n.Evidence) > 0 || n.Confidence.IsSet() {
		b.Lost.Add(n.Line, "the confidence and evidence of a premise that joins another")
	}
}

// Main says that the claim added last is the contention.
func (b *Builder) Main() { b.main = b.above[len(b.above)-1].claim }

// Parts returns the map. The contention is the claim that was said to be it,
// or the first.
func (b *Builder) Parts(info argument.Info, sources []argument.Source) argument.Parts {
	b.parts.Info, b.parts.Sources = info, sources
	b.parts.Info.Contention = b.main
	if b.main == "" && len(b.parts.Claims) > 0 {
		b.parts.Info.Contention = b.parts.Claims[0].ID
	}
	return b.parts
}

// Row is a line of a map's outline, with what its node bears on.
type Row struct {
	argument.Row
	Bears Bears
}

// Rows lists a map as a tree. What bears on a link stands below the link's
// last premise.
func Rows(m *argument.Map) []Row {
	outline := m.Outline()
	rows := make([]Row, len(outline))
	for i, r := range outline {
		rows[i].Row = r
		l := m.Link(r.Link)
		switch {
		case l == nil:
		case r.Joined:
			rows[i].Bears = Joins
		default:
			rows[i].Bears = map[argument.Role]Bears{argument.Supporting: Supports, argument.Opposing: Opposes,
				argument.Underpinning: Underpins, argument.Undercutting: Undercuts}[m.LinkRole(l)]
		}
	}
	return rows
}
