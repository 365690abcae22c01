package filter

import (
	"reflect"
	"slices"

	"warrant/argument"
)

// Moved reports whether a difference moves cards and does nothing else, which
// no filter asks for.
func Moved(d argument.Difference) bool {
	return d.Info == nil && len(d.Links)+len(d.Sources)+len(d.Steps) == 0 &&
		!slices.ContainsFunc(d.Claims, func(c argument.Change[argument.Claim]) bool {
			if c.From == nil || c.To == nil {
				return true
			}
			from, to := *c.From, *c.To
			from.At, from.Placed, from.Width = to.At, to.Placed, to.Width
			return !reflect.DeepEqual(from, to)
		})
}
