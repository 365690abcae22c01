package aif

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// mostEnds is how many premises links may have together: a node with many that
// leads to many others makes a link for each of these.
const mostEnds = 5 * argument.MaxLinks

// reader makes a map of a graph.
type reader struct {
	parts  argument.Parts
	lost   loss.Losses
	place  map[name]int // nodes
	nodes  []node
	claim  []int // of a node, -1
	link   []int // the first of a node, -1
	into   [][]int
	out    [][]int
	target []int // of a link: a node
	by     []int // of a link: its node
	ends   int   // premises of all links
}

// read makes the map.
func read(g *graph) (argument.Parts, []Lost, error) {
	n := len(g.Nodes)
	r := reader{nodes: g.Nodes, place: make(map[name]int, n), claim: make([]int, n), link: make([]int, n), into: make([][]int, n), out: make([][]int, n)}
	r.parts.Info.Title = strings.ToValidUTF8(g.Title, "\uFFFD")
	if err := r.claims(); err != nil {
		return argument.Parts{}, nil, err
	}
	if err := r.edges(g.Edges); err != nil {
		return argument.Parts{}, nil, err
	}
	r.lost.AddCount(len(g.Locutions), "locutions: who said what")
	if err := r.links(); err != nil {
		return argument.Parts{}, nil, err
	}
	r.lead()
	r.contention()
	return r.parts, r.lost.Told(), nil
}

// claims makes a claim of each I-node.
func (r *reader) claims() error {
	for i := range r.nodes {
		n := &r.nodes[i]
		r.claim[i], r.link[i] = -1, -1
		if _, twice := r.place[n.ID]; twice || n.ID == "" {
			return &loss.Fault{Problem: fmt.Sprintf("the nodeID %s of node %d is another's already, or empty", named(n.ID), i+1), Hint: "give each node an ID of its own"}
		}
		r.place[n.ID] = i
		if n.Type != "I" {
			continue
		}
		if len(r.parts.Claims) == argument.MaxClaims {
			return &loss.Fault{Problem: fmt.Sprintf("the graph has more than %d claims, which is all that a map holds", argument.MaxClaims)}
		}
		r.claim[i] = len(r.parts.Claims)
		c := argument.Claim{ID: argument.ID("c" + strconv.Itoa(len(r.parts.Claims)+1)), Text: n.Text, Note: n.Note}
		if !degree(n.Prior, &c.Prior) {
			r.lost.Add(0, fmt.Sprintf("the prior of node %s: it is outside 0 to 1", named(n.ID)))
		}
		r.parts.Claims = append(r.parts.Claims, c)
	}
	return nil
}

func degree(v *float64, to *argument.Degree) bool {
	if v == nil {
		return true
	}
	if !(*v >= 0 && *v <= 1) {
		return false
	}
	*to = argument.Stated(*v)
	return true
}

func (r *reader) edges(edges []edge) error {
	for _, e := range edges {
		from, ok := r.place[e.From]
		to, there := r.place[e.To]
		if !ok || !there {
			wrong := e.From
			if ok {
				wrong = e.To
			}
			return &loss.Fault{Problem: fmt.Sprintf("the edge %s leads to or from a node %s that is not there", named(e.ID), named(wrong)), Hint: "an edge joins two of the nodes"}
		}
		r.out[from] = append(r.out[from], to)
		r.into[to] = append(r.into[to], from)
	}
	return nil
}

// links makes the links of the nodes between claims: one for each that such a
// node leads to.
func (r *reader) links() error {
	others := make(map[string]int)
	for i := range r.nodes {
		n := &r.nodes[i]
		kind := argument.Supports
		switch n.Type {
		case "RA":
		case "CA":
			kind = argument.Opposes
		case "MA":
			r.lost.Add(0, fmt.Sprintf("that node %s is a rephrasing: it is read as support", named(n.ID)))
		case "I":
			for _, to := range r.out[i] {
				if r.claim[to] >= 0 {
					r.lost.Add(0, fmt.Sprintf("an edge from claim to claim at node %s: it says neither support nor conflict", named(n.ID)))
				}
			}
			continue
		default:
			others[n.Type]++
			continue
		}
		from := r.premises(i)
		if len(from) == 0 || !r.leads(i) {
			r.lost.Add(0, fmt.Sprintf("node %s: it comes from no claim, or leads to none", named(n.ID)))
			continue
		}
		for _, to := range r.out[i] {
			if t := r.nodes[to].Type; r.claim[to] < 0 && t != "RA" && t != "CA" && t != "MA" {
				continue
			}
			if len(r.parts.Links) == argument.MaxLinks {
				return &loss.Fault{Problem: fmt.Sprintf("the graph has more than %d links, which is all that a map holds", argument.MaxLinks)}
			}
			if r.ends += len(from); r.ends > mostEnds {
				return &loss.Fault{Problem: fmt.Sprintf("the links of the graph have more than %d premises together", mostEnds)}
			}
			l := argument.Link{ID: argument.ID("l" + strconv.Itoa(len(r.parts.Links)+1)), Kind: kind, From: from, Note: n.Note, Scheme: scheme(n)}
			if !degree(n.Confidence, &l.Confidence) {
				r.lost.Add(0, fmt.Sprintf("the confidence of node %s: it is outside 0 to 1", named(n.ID)))
			}
			if r.link[i] < 0 {
				r.link[i] = len(r.parts.Links)
			}
			r.parts.Links = append(r.parts.Links, l)
			r.target = append(r.target, to)
			r.by = append(r.by, i)
		}
	}
	for _, t := range []string{"L", "YA", "TA", "PA"} {
		r.lost.AddCount(others[t], "nodes of the type "+t)
		delete(others, t)
	}
	rest := 0
	for _, k := range others {
		rest += k
	}
	r.lost.AddCount(rest, "nodes of other types")
	return nil
}

// premises are the claims that lead to a node.
func (r *reader) premises(i int) (from []argument.ID) {
	seen := make(map[int]bool)
	for _, f := range r.into[i] {
		c := r.claim[f]
		switch {
		case c >= 0 && !seen[c]:
			seen[c] = true
			from = append(from, r.parts.Claims[c].ID)
		case c >= 0:
			r.lost.Add(0, fmt.Sprintf("a premise that leads to node %s twice", named(r.nodes[i].ID)))
		}
	}
	return from
}

func (r *reader) leads(i int) bool {
	for _, to := range r.out[i] {
		if t := r.nodes[to].Type; r.claim[to] >= 0 || t == "RA" || t == "CA" || t == "MA" {
			return true
		}
	}
	return false
}

// scheme is what a node says of its pattern, where it says any.
func scheme(n *node) string {
	switch {
	case n.Scheme != "":
		return n.Scheme
	case strings.HasPrefix(n.Text, "Default "), n.Text == n.Type:
		return ""
	}
	return n.Text
}

// lead gives links their targets. A link on what is no link, or on itself by
// way of others, is left out, with those on it.
func (r *reader) lead() {
	const (
		fresh = iota
		open
		fine
		gone
	)
	state := make([]uint8, len(r.parts.Links))
	next := func(l int) int { // the link that one is on, -1 for a claim, -2 for nothing
		to := r.target[l]
		switch {
		case r.claim[to] >= 0:
			return -1
		case r.link[to] >= 0:
			return r.link[to]
		}
		return -2
	}
	for i := range state {
		var chain []int
		end := uint8(fine)
		for at := i; ; {
			if state[at] != fresh {
				if end = state[at]; end == open {
					end = gone
				}
				break
			}
			state[at] = open
			chain = append(chain, at)
			to := next(at)
			if to == -2 {
				end = gone
			}
			if to < 0 {
				break
			}
			at = to
		}
		for _, c := range chain {
			state[c] = end
		}
	}
	kept := r.parts.Links[:0]
	for i := range r.parts.Links {
		if state[i] == gone {
			r.lost.Add(0, fmt.Sprintf("node %s: what it leads to never comes to a claim", named(r.nodes[r.by[i]].ID)))
			continue
		}
		l := r.parts.Links[i]
		if on := next(i); on >= 0 {
			l.To = argument.ID("l" + strconv.Itoa(on+1))
		} else {
			l.To = r.parts.Claims[r.claim[r.target[i]]].ID
		}
		kept = append(kept, l)
	}
	r.parts.Links = kept
}

// contention chooses the claim that the map is about.
func (r *reader) contention() {
	bears := make(map[argument.ID]bool)
	for _, l := range r.parts.Links {
		for _, f := range l.From {
			bears[f] = true
		}
	}
	for i := range r.nodes {
		if c := r.claim[i]; c >= 0 && r.nodes[i].Contention {
			r.parts.Info.Contention = r.parts.Claims[c].ID
			return
		}
	}
	for i := range r.parts.Claims {
		if c := &r.parts.Claims[i]; r.parts.Info.Contention == "" || !bears[c.ID] {
			r.parts.Info.Contention = c.ID
			if !bears[c.ID] {
				return
			}
		}
	}
}
