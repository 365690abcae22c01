package review

import "math"

// calibration looks at all stated confidences together, where there are eight
// or more. Flat: all are the same. Sure: all are .9 or more.
func (v *review) calibration() {
	const (
		least = 8
		high  = 0.9
	)
	n, low, most := 0, math.Inf(1), math.Inf(-1)
	for l := range v.m.Links() {
		if c, ok := l.Confidence.Value(); ok {
			n++
			low, most = math.Min(low, c), math.Max(most, c)
		}
	}
	switch {
	case n < least:
	case low == most:
		v.note(Remark{Kind: Flat, Args: []any{Share(low)}})
	case low >= high:
		v.note(Remark{Kind: Sure, Args: []any{Share(low)}})
	}
}
