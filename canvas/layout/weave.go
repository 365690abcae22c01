package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
	"warrant/canvas/maze"
)

// wireCards is how many cards a folded tree may have for ways to be looked for:
// of more that takes too long.
const wireCards = 150

// weave finds ways between the cards of a folded tree for the links that it
// does not show, each along lines beside the cards, with few turns.
func (f *forest) weave(root int32, at []geom.Point) (leads []lead) {
	s := &siblings{f: f, root: root, at: at, blocks: f.under(root), ofBlock: make([]int32, len(at))}
	var cards []geom.Rect
	for _, b := range s.blocks {
		for _, v := range f.blocks[b].nodes {
			s.ofBlock[v] = b
			cards = append(cards, f.rect(v, at[v]))
		}
	}
	if len(cards) > wireCards {
		return nil
	}
	ways := maze.New(cards)
	for _, b := range s.blocks {
		for _, v := range f.blocks[b].nodes {
			for _, l := range f.into.of(int(v)) {
				from := f.links[l].from
				if f.links[l].on >= 0 || len(from) == 0 || f.blocks[s.ofBlock[from[0]]].link == l ||
					slices.ContainsFunc(from, func(o int32) bool { return s.ofBlock[o] != s.ofBlock[from[0]] }) {
					continue
				}
				if via := f.way(ways, from, v, at); via != nil && !f.stopped() {
					leads = append(leads, lead{links: []int32{l}, ends: [2]int32{from[0], v}, placed: [2]geom.Point{at[from[0]], at[v]}, via: via})
				}
			}
		}
	}
	return leads
}

// under lists the blocks of the tree of root, parents first.
func (f *forest) under(root int32) []int32 {
	order := []int32{root}
	for i := 0; i < len(order); i++ {
		order = append(order, f.blocks[order[i]].kids...)
	}
	return order
}

// way returns the corners of a way from premises to their target, upwards or
// downwards; nil where neither is beyond the other.
func (f *forest) way(ways *maze.Maze, from []int32, to int32, at []geom.Point) []geom.Point {
	box := geom.Rect{}
	for _, v := range from {
		box = box.Union(f.rect(v, at[v]))
	}
	target := f.rect(to, at[to])
	rise := float64(stub)
	if len(from) > 1 {
		rise += junctionRise
	}
	a, b := geom.Pt(box.Center().X, box.Min.Y-rise), geom.Pt(target.Center().X, target.Max.Y+landing)
	way := geom.Pt(0, -1)
	switch {
	case a.Y >= b.Y:
	case target.Min.Y-landing >= box.Max.Y+rise:
		a.Y, b.Y = box.Max.Y+rise, target.Min.Y-landing
		way.Y = 1
	default:
		return nil
	}
	a, b = floor(a), floor(b)
	if math.Abs(a.X-b.X) < corner { // straight on, if that is free
		b.X = a.X
	}
	return ways.Way(a, b, way, way)
}

// junctionRise is how far from linked premises their link has one line.
const junctionRise = 30
