package arrange

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/layout"
)

// Present returns how a map is arranged now, so that arranging it again keeps
// to that: on which side of its reasons most targets lie, and whether reasons
// stand one behind another, in columns. A map without places is to be
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
		var links []geom.Rect
		for l := range m.Incoming(c.ID) {
			box, alone := geom.Rect{}, true
			for _, f := range l.From {
				r, ok := place(f)
				box, alone = box.Union(r), alone && ok && m.NumOutgoing(f) == 1
			}
			if links = append(links, box); !alone { // it stands where other targets want it, too
				links = links[:len(links)-1]
			}
			if len(links) == 20 { // so many are in rows or in columns all along
				break
			}
		}
		inColumn := false
		for i, a := range links {
			for _, b := range links[:i] {
				inColumn = inColumn || behind(a, b, d) || behind(b, a, d)
			}
		}
		switch {
		case inColumn:
			columns++
		case len(links) > 1:
			rows++
		}
	}
	return d, columns*columnShare > rows
}

// columnShare is how many claims with their reasons in rows there may be for
// each with its reasons in columns, in a map that is arranged compactly: it
// has a column only where that saves something.
const columnShare = 4

// behind reports whether all of a is further from the target than b.
func behind(a, b geom.Rect, d layout.Direction) bool {
	switch d {
	case layout.BottomUp:
		return a.Max.Y <= b.Min.Y
	case layout.LeftRight:
		return a.Min.X >= b.Max.X
	case layout.RightLeft:
		return a.Max.X <= b.Min.X
	}
	return a.Min.Y >= b.Max.Y
}
