package review

import (
	"slices"
	"strings"

	"warrant/argument"
)

// terms looks at linked premises, whose terms should tie them together.
//
// By the rule of holding hands, each term of a premise stands in the target
// or in a premise linked to it; by that of the rabbit, each term of the target
// stands in a premise, for nothing comes out of a hat. People say one thing in
// several words, so that to hold a map to each term would mark nearly every
// step. So only what shares nothing at all is marked. HoldingHands: not one
// term of a premise is akin to one of its linked premises or of the target.
// Rabbit: not one term of the target is akin to one of any premise. Both need
// two terms or more on each side, claims in one tongue that is known, and no
// pronoun by which a claim may speak of what the other names.
func (v *review) terms() {
	for l := range v.m.Links() {
		target, ok := v.at[l.To]
		if !ok || len(l.From) < 2 {
			continue
		}
		all := []*wording{&v.words[target]}
		for _, p := range l.From {
			all = append(all, &v.words[v.at[p]])
		}
		tongue := all[0].tongue
		if tongue == unknown || slices.ContainsFunc(all, func(w *wording) bool { return w.tongue != tongue || w.named() < 2 }) {
			continue
		}
		v.hatted(l, all[0], all[1:])
		for i, p := range l.From {
			w := all[i+1]
			if w.points() || slices.ContainsFunc(all, func(o *wording) bool { return o != w && (w.shares(o) || o.points()) }) {
				continue
			}
			c := v.m.Claim(p)
			r := on(HoldingHands, l.ID, c.Text)
			r.At = append(r.At, p)
			r.Mends = []Mend{{Way: EditClaim, Claims: []argument.ID{p}}}
			v.note(r)
		}
	}
}

func (v *review) hatted(l *argument.Link, target *wording, premises []*wording) {
	if target.points() || slices.ContainsFunc(premises, func(w *wording) bool { return w.points() || target.shares(w) }) {
		return
	}
	term := ""
	text := v.m.Claim(l.To).Text
	for _, one := range target.words { // the first term as it is written
		if one.small&target.tongue == 0 && !one.turning {
			term = text[one.from:one.to]
			break
		}
	}
	if strings.TrimSpace(term) == "" {
		return
	}
	r := on(Rabbit, l.ID, term)
	r.At = append(r.At, l.To)
	r.Mends = []Mend{{Way: EditClaim, Claims: []argument.ID{l.To}}}
	v.note(r)
}
