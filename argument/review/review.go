package review

import (
	"warrant/argument"
	"warrant/argument/credence"
)

// Numbers is what a review asks of the numbers of a map; *credence.Evaluation
// answers it.
type Numbers interface {
	Claim(argument.ID) credence.Value
	Link(argument.ID) credence.LinkValue
	EffectsOf(target argument.ID, links []argument.ID) []credence.Effect
	Unsettled() (claims, links []argument.ID)
	Cycle(argument.ID) []argument.ID
}

// review is the work on one map.
type review struct {
	m       *argument.Map
	n       Numbers // may be nil
	claims  []*argument.Claim
	at      map[argument.ID]int32 // index in claims
	words   []wording             // of each claim
	speaks  tongue                // the tongue of most claims
	remarks map[Kind][]Remark
}

// Of reviews a map. Without numbers, the rules that need them are silent. The
// remarks come gravest first, then by kind, then in the map's order; the same
// map gives the same remarks. Those that were passed over are among them,
// marked so.
//
// The cost is that of reading all texts once and sorting them, plus the effect
// of some dozens of links on the contention.
func Of(m *argument.Map, n Numbers) []Remark {
	v := &review{m: m, n: n, remarks: make(map[Kind][]Remark)}
	v.claims = make([]*argument.Claim, 0, m.NumClaims())
	v.at = make(map[argument.ID]int32, m.NumClaims())
	for c := range m.Claims() {
		v.at[c.ID] = int32(len(v.claims))
		v.claims = append(v.claims, c)
	}
	v.read()
	v.wordings()
	v.alike()
	v.structure()
	v.circles()
	v.steps()
	v.terms()
	v.sources()
	v.weights()
	v.calibration()
	var all []Remark
	for _, k := range kinds {
		all = append(all, v.remarks[k.kind]...)
	}
	if list := m.Info().Dismissed; len(list) > 0 {
		dismissed := make(map[string]bool, len(list))
		for _, key := range list {
			dismissed[key] = true
		}
		for i := range all {
			all[i].Dismissed = dismissed[all[i].Key(m)]
		}
	}
	return all
}

// Open returns the remarks that were not passed over.
func Open(all []Remark) []Remark {
	open := make([]Remark, 0, len(all))
	for _, r := range all {
		if !r.Dismissed {
			open = append(open, r)
		}
	}
	return open
}

func (v *review) note(r Remark) { v.remarks[r.Kind] = append(v.remarks[r.Kind], r) }

// on makes a remark about a claim or link.
func on(k Kind, id argument.ID, args ...any) Remark {
	return Remark{Kind: k, At: []argument.ID{id}, Args: args}
}
