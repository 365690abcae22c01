package layout

import "math"

// The measures of reasons in columns, in world units. Their links run in the
// gutter beside their column, each in its own track, that of the lowest the
// furthest from the column.
const (
	trackPitch = 12 // between two tracks
	trackClear = 14 // between a column and the track next to it
	trackEdge  = 24 // from the corner of the card above to the first track
	// turnRoom is what a row of a column needs above it less than one of a
	// tree, where several links turn at once.
	turnRoom     = DefaultLayerGap - 60
	junctionRoom = 24 // what linked premises need besides
)

// columns are branches dealt out, by column.
type columns struct {
	first  []int // branch of each column, and at the end the number of branches
	wide   []float64
	gutter []float64 // on the side that looks at the card above
	form   form
}

// right reports whether column i has its gutter on its right.
func (c *columns) right(i int) bool { return i < len(c.wide)/2 }

// shared reports whether column i uses the gutter of the one before it.
func (c *columns) shared(i int) bool { return i > 0 && c.right(i-1) && !c.right(i) }

// space is between column i or its gutter and what is left of it.
func (c *columns) space(i int, gap float64) float64 {
	if i == 0 || c.shared(i) {
		return 0
	}
	return gap
}

// above is what a branch needs above it in a column.
func (f *fold) above(b int32) float64 {
	if f.blocks[b].joint {
		return f.o.LayerGap - turnRoom + junctionRoom
	}
	return f.o.LayerGap - turnRoom
}

// deal sets branches in n columns, in order, so that the highest is low. parent
// is the width of the card above, and alone tells that no card beside that has
// anything below it.
func (f *fold) deal(kids []int32, n int, limit, parent float64, alone bool) columns {
	chosen := f.chosen[:0]
	all, highest := 0.0, 0.0
	for _, k := range kids {
		one := f.branch[k].narrow(limit)
		one.h += f.above(k)
		chosen = append(chosen, one)
		all += one.h
		highest = math.Max(highest, one.h)
	}
	f.chosen = chosen
	fits := func(high float64) bool {
		count, y := 1, 0.0
		for _, one := range chosen {
			if y > 0 && y+one.h > high {
				count, y = count+1, 0
			}
			y += one.h
		}
		return count <= n
	}
	lo, hi := math.Max(highest, all/float64(n)), all
	for i := 0; i < 12 && lo < hi && !fits(lo); i++ {
		if mid := (lo + hi) / 2; fits(mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
	if fits(lo) {
		hi = lo
	}
	c := columns{first: make([]int, 1, n+2), wide: make([]float64, 0, n+1), form: form{columns: n, limit: limit}}
	y, w := 0.0, 0.0
	for i, one := range chosen {
		if y > 0 && y+one.h > hi {
			c.first, c.wide = append(c.first, i), append(c.wide, w)
			y, w = 0, 0
		}
		y += one.h
		w = math.Max(w, one.w)
		c.form.h = math.Max(c.form.h, y)
	}
	c.first, c.wide = append(c.first, len(kids)), append(c.wide, w)
	c.form.head = f.o.LayerGap - turnRoom
	if len(c.wide) > 2 || !alone { // the tracks turn towards the card above
		c.form.head = f.o.LayerGap
		c.form.h += turnRoom
	}
	f.gutters(&c, parent)
	return c
}

// gutters gives the columns their gutters, and says how wide all is.
func (f *fold) gutters(c *columns, parent float64) {
	tracks := func(i int) float64 { return float64(c.first[i+1] - c.first[i] - 1) }
	c.gutter = make([]float64, len(c.wide))
	w := 0.0
	for i := range c.wide {
		w += c.space(i, f.o.Gap)
		n := tracks(i)
		switch {
		case c.shared(i):
		case c.right(i) && !c.right(i+1):
			n += tracks(i + 1)
			c.gutter[i] = 2*trackClear + trackPitch*math.Max(0, n-1)
		case len(c.wide) == 1:
			c.gutter[i] = math.Ceil(math.Min(trackEdge, parent/5)) + trackClear + trackPitch*math.Max(0, n-1)
		default:
			c.gutter[i] = trackClear + trackPitch*math.Max(0, n-1)
		}
		w += c.wide[i] + c.gutter[i]
	}
	c.form.w = w
	switch len(c.wide) {
	case 1:
		c.form.mid = parent / 2
	case 2:
		c.form.mid = c.wide[0] + c.gutter[0]/2
	default:
		c.form.mid = w / 2
	}
}

// mostRows is how many items a column may have whose gutter is below a card
// of that width: so many that each track ends on the card.
func mostRows(columns int, parent float64) int {
	room := parent - 2*math.Min(trackEdge, parent/5)
	if columns == 2 {
		return max(2, 1+int((room-2*trackEdge)/trackPitch/2))
	}
	return min(8, 1+int(room/trackPitch))
}
