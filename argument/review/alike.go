package review

import (
	"cmp"
	"slices"
	"strings"

	"warrant/argument"
)

// alike finds claims that say the same.
//
// Duplicate: the words are the same, in order, whatever their case and the
// signs between them.
//
// NearDuplicate: the terms of one claim, four or more, stand in the other in
// the same order, and that has no more, or one more than seven (a Dice
// coefficient of .93 or above): what is added to a short claim narrows it. A
// term in place of another makes another claim, and so does a word that turns
// it: "not", "only", "may", a number. Claims that oppose one another are not
// marked either. Candidates are neighbours when the claims are
// sorted by their terms, once from the front and once from the end, so that the
// cost is that of sorting (M. Hernández, S. Stolfo, "The merge/purge problem
// for large databases", SIGMOD 1995); a copy with an addition both at the
// front and at the end may be missed.
func (v *review) alike() {
	same := make(map[string][]int32, len(v.claims))
	key := make([]string, len(v.claims))
	var b []byte
	for i := range v.claims {
		b = b[:0]
		for _, w := range v.words[i].words {
			b = append(append(b, w.text...), ' ')
		}
		if len(b) == 0 {
			continue
		}
		key[i] = string(b)
		same[key[i]] = append(same[key[i]], int32(i))
	}
	var first []int32 // one of those that say the same
	for i := range v.claims {
		group := same[key[i]]
		if len(group) == 0 || group[0] != int32(i) {
			continue
		}
		first = append(first, int32(i))
		if len(group) > 1 {
			v.note(v.merging(Remark{Kind: Duplicate}, group))
		}
	}
	v.nearly(first)
}

// merging makes a remark on claims that should be one, the one that most hangs
// on first.
func (v *review) merging(r Remark, group []int32) Remark {
	weight := func(i int32) int {
		id := v.claims[i].ID
		if id == v.m.Info().Contention {
			return 1 << 30
		}
		return v.m.NumIncoming(id) + v.m.NumOutgoing(id)
	}
	group = slices.Clone(group)
	slices.SortStableFunc(group, func(a, b int32) int { return cmp.Compare(weight(b), weight(a)) })
	for _, i := range group {
		r.At = append(r.At, v.claims[i].ID)
	}
	r.Mends = []Mend{{Way: Merge, Claims: r.At}}
	return r
}

// nearly looks for near duplicates among claims of which no two say the same.
func (v *review) nearly(claims []int32) {
	const (
		least  = 4 // terms
		window = 8 // neighbours that are looked at
	)
	type sorted struct {
		key string
		at  int32
	}
	list := make([]sorted, 0, len(claims))
	told := make(map[int32]bool)
	for _, backwards := range []bool{false, true} {
		list = list[:0]
		for _, i := range claims {
			if terms := v.words[i].terms; len(terms) >= least {
				if backwards {
					terms = slices.Clone(terms)
					slices.Reverse(terms)
				}
				list = append(list, sorted{strings.Join(terms, " "), i})
			}
		}
		slices.SortFunc(list, func(a, b sorted) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) })
		for n := range list {
			for _, o := range list[n+1 : min(n+1+window, len(list))] {
				a, b := min(list[n].at, o.at), max(list[n].at, o.at)
				if told[b] || !v.near(a, b) {
					continue
				}
				told[b] = true
				r := v.merging(Remark{Kind: NearDuplicate}, []int32{a, b})
				r.Args = []any{v.m.Claim(r.At[1]).Text}
				v.note(r)
			}
		}
	}
	slices.SortStableFunc(v.remarks[NearDuplicate], func(a, b Remark) int { return cmp.Compare(v.at[a.At[0]], v.at[b.At[0]]) })
}

func (v *review) near(i, j int32) bool {
	a, b := &v.words[i], &v.words[j]
	if len(a.terms) > len(b.terms) {
		a, b = b, a
	}
	const likeness = 0.93 // Dice: twice what is common, of what there is
	if 2*float64(len(a.terms)) < likeness*float64(len(a.terms)+len(b.terms)) || a.tongue != b.tongue {
		return false
	}
	k := 0
	for _, t := range b.terms {
		if k < len(a.terms) && a.terms[k] == t {
			k++
		}
	}
	return k == len(a.terms) && slices.Equal(a.turns(), b.turns()) && !v.opposed(v.claims[i].ID, v.claims[j].ID)
}

// opposed reports whether one of two claims opposes the other.
func (v *review) opposed(a, b argument.ID) bool {
	for _, end := range [][2]argument.ID{{a, b}, {b, a}} {
		for l := range v.m.Outgoing(end[0]) {
			if l.To == end[1] && l.Kind == argument.Opposes {
				return true
			}
		}
	}
	return false
}
