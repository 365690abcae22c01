package credence

import (
	"math"

	"warrant/argument"
)

// Options say how a map is to be evaluated, and what of it is to be taken
// differently without changing the map.
type Options struct {
	Semantics argument.Semantics   // empty: as the map says
	Premises  argument.PremiseRule // empty: as the map says
	// Without names links that are left out. Other IDs are passed over.
	Without []argument.ID
	// Set gives claims and links another base. Numbers outside 0..1 are
	// brought to the nearer end; what is not a number is passed over.
	Set map[argument.ID]float64
}

// OptionsOf returns what the map itself says, nothing left out or set.
func OptionsOf(m *argument.Map) Options {
	e := m.Info().Evaluation
	o := Options{Semantics: e.Semantics, Premises: e.Premises}
	if o.Semantics == "" {
		o.Semantics = argument.DFQuAD
	}
	if o.Premises == "" {
		o.Premises = argument.Weakest
	}
	return o
}

// completed fills in what o leaves to the map, whose own options are said.
func (o Options) completed(said Options) Options {
	if o.Semantics == "" {
		o.Semantics = said.Semantics
	}
	if o.Premises == "" {
		o.Premises = said.Premises
	}
	return o
}

// following returns o after the map has changed its mind from was to is:
// what agreed with the map goes with it, what differed stays.
func (o Options) following(was, is Options) Options {
	if o.Semantics == was.Semantics {
		o.Semantics = is.Semantics
	}
	if o.Premises == was.Premises {
		o.Premises = is.Premises
	}
	return o
}

func (o Options) baseOf(id argument.ID, own float64) float64 {
	if v, ok := o.Set[id]; ok && !math.IsNaN(v) {
		return inRange(v)
	}
	return own
}
