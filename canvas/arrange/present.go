package arrange

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/layout"
)

// Present returns how a map is arranged now, so that arranging it again keeps
// to that: on which side of its reasons most targets lie, and whether reasons
// without reasons of their own stand in columns. A map without places is to be
// arranged top down.
func Present(m *argument.Map, sizes Sizes) (d layout.Direction, compact bool) {
	var beyond [4]int // premises clear of their target, by the direction that puts them there
	place := func(id argument.ID) (r geom.Rect, ok bool) {
		c := m.Claim(id)
		if c == nil || !c.Placed {
			return r, false
		}
		s := sizes.CardSize(c)
		return geom.R(c.At.X, c.At.Y, s.W, s.H), true
	}
	for l := range m.Links() {
		to, ok := place(l.To)
		if !ok {
			continue
		}
		for _, f := range l.From {
			if from, ok := place(f); ok {
				for way, room := range [4]float64{
					layout.TopDown:   from.Min.Y - to.Max.Y,
					layout.BottomUp:  to.Min.Y - from.Max.Y,
					layout.LeftRight: from.Min.X - to.Max.X,
					layout.RightLeft: to.Min.X - from.Max.X,
				} {
					if room > 0 {
						beyond[way]++
					}
				}
			}
		}
	}
	for way, n := range beyond {
		if n > beyond[d] {
			d = layout.Direction(way)
		}
	}
	columns, rows := 0, 0
	for c := range m.Claims() {
		var leaves []geom.Rect
		for l := range m.Incoming(c.ID) {
			if len(l.From) == 1 && m.NumIncoming(l.From[0]) == 0 {
				if r, ok := place(l.From[0]); ok {
					leaves = append(leaves, r)
				}
			}
		}
		inColumn := false
		for i, a := range leaves {
			for _, b := range leaves[:i] {
				inColumn = inColumn || stacked(a, b, d)
			}
			if i == 20 { // a row so long is either, all along
				break
			}
		}
		switch {
		case inColumn:
			columns++
		case len(leaves) > 1:
			rows++
		}
	}
	return d, columns > rows
}

// stacked reports whether of two cards one stands right behind the other, as
// seen from their target.
func stacked(a, b geom.Rect, d layout.Direction) bool {
	aside, apart := math.Abs(a.Center().X-b.Center().X), math.Max(a.Min.Y-b.Max.Y, b.Min.Y-a.Max.Y)
	if d == layout.LeftRight || d == layout.RightLeft {
		aside, apart = math.Abs(a.Center().Y-b.Center().Y), math.Max(a.Min.X-b.Max.X, b.Min.X-a.Max.X)
	}
	return aside < layout.DefaultGap && apart > 0
}
