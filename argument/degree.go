package argument

import (
	"math"
	"strconv"
)

// Degree is a number from 0 to 1 that may be unset: a prior, a confidence or
// a reliability. The zero value is unset.
type Degree struct {
	value float64
	set   bool
}

// Unset is the Degree that nobody has stated.
var Unset Degree

// Stated returns the Degree v. A v that is not a number or outside 0..1 makes
// a Degree that no map accepts: the edit that brings it in fails.
func Stated(v float64) Degree {
	if v == 0 {
		v = 0 // minus zero is zero
	}
	return Degree{v, true}
}

// Value returns the number and whether one is set.
func (d Degree) Value() (float64, bool) { return d.value, d.set }

// Or returns the number, or instead where none is set.
func (d Degree) Or(instead float64) float64 {
	if d.set {
		return d.value
	}
	return instead
}

// IsSet reports whether a number is set.
func (d Degree) IsSet() bool { return d.set }

func (d Degree) valid() bool {
	return !d.set || !math.IsNaN(d.value) && d.value >= 0 && d.value <= 1
}

// String returns the number in whole percent, or "unset".
func (d Degree) String() string {
	if !d.set {
		return "unset"
	}
	return strconv.Itoa(int(math.Round(d.value*100))) + "%"
}
