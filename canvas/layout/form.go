package layout

import (
	"cmp"
	"math"
	"slices"
)

// form is one way to arrange a branch, or the reasons of one claim: how large
// it is then, and what to ask of its parts for that.
type form struct {
	w, h float64
	// mid is where, from the left, the middle of what they are reasons of
	// belongs; of a branch, where its cards begin.
	mid float64
	// columns is in how many the reasons stand; 0 has them in a row.
	columns int
	// head is what columns have above their first row, at the least.
	head float64
	// limit is how high each part may be in a row, and how wide in columns.
	limit float64
}

// forms are ways to arrange the same thing, the narrowest first and each
// lower than the one before.
type forms []form

// most is how many forms are kept of a branch of so many cards. Of large ones,
// which are few, many: what each is too low or too narrow adds up.
func most(cards int) int {
	switch {
	case cards < 20:
		return 12
	case cards < 200:
		return 24
	}
	return 60
}

// within returns the narrowest form that is at most so high, or else the
// lowest.
func (fs forms) within(high float64) form {
	for _, f := range fs {
		if f.h <= high {
			return f
		}
	}
	return fs[len(fs)-1]
}

// narrow returns the lowest form that is at most so wide, or else the
// narrowest.
func (fs forms) narrow(wide float64) form {
	for _, f := range slices.Backward(fs) {
		if f.w <= wide {
			return f
		}
	}
	return fs[0]
}

// best keeps the forms that no other is both narrower and lower than: of many
// some, the fewer the less they are like a screen.
func best(fs forms, most int) forms {
	slices.SortStableFunc(fs, func(a, b form) int { return cmp.Or(cmp.Compare(a.w, b.w), cmp.Compare(a.h, b.h)) })
	kept := fs[:0]
	for _, f := range fs {
		if len(kept) == 0 || f.h < kept[len(kept)-1].h {
			kept = append(kept, f)
		}
	}
	for step := 0.03; len(kept) > most; step *= 1.3 {
		some := kept[:1]
		for i, f := range kept[1:] {
			by := 1 + step
			if shape := f.w / f.h; shape < 0.2 || shape > 6 {
				by = 1 + 8*step
			}
			before := some[len(some)-1]
			if last := i == len(kept)-2; last || f.w >= before.w*by || f.h*by <= before.h {
				some = append(some, f)
			}
		}
		kept = some
	}
	return slices.Clone(kept)
}

// sides lists what the forms of several things have as their height or width,
// from large to small, no more than a few of them.
func sides(parts []forms, of func(form) float64, most int) []float64 {
	var all []float64
	for _, fs := range parts {
		for _, f := range fs {
			all = append(all, of(f))
		}
	}
	slices.SortFunc(all, func(a, b float64) int { return cmp.Compare(b, a) })
	all = slices.Compact(all)
	if len(all) <= most {
		return all
	}
	some := make([]float64, most)
	for i := range some {
		some[i] = all[i*(len(all)-1)/(most-1)]
	}
	return some
}

// inRow are the forms of things side by side, with the gap between them.
func inRow(parts []forms, gap float64, most int) forms {
	if len(parts) == 1 {
		fs := slices.Clone(parts[0])
		for i := range fs {
			fs[i].columns, fs[i].limit = 0, fs[i].h
		}
		return fs
	}
	var fs forms
	for _, high := range sides(parts, func(f form) float64 { return f.h }, most) {
		row := form{w: -gap, limit: high}
		for _, p := range parts {
			f := p.within(high)
			row.w += f.w + gap
			row.h = math.Max(row.h, f.h)
		}
		fs = append(fs, row)
	}
	return best(fs, most)
}
