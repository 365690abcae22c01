package review

import (
	"warrant/argument"
)

// sources looks at sources and at the passages in them.
//
// StalePassage: the full text of a source is attached, and where a passage
// points there is no text, or other text than its digest tells. Where all
// passages of a source fail, three or more, another text is attached, and the
// source is marked once. Uncited: no passage and no evidence names a source,
// in a map of three links or more.
func (v *review) sources() {
	type held struct {
		argument.Passage
		on   argument.ID
		item argument.ID
	}
	in := make(map[argument.ID][]held)
	cited := make(map[argument.ID]bool)
	add := func(ps []argument.Passage, on, item argument.ID) {
		for _, p := range ps {
			cited[p.Source] = true
			in[p.Source] = append(in[p.Source], held{p, on, item})
		}
	}
	for _, c := range v.claims {
		add(c.Passages, c.ID, "")
	}
	for l := range v.m.Links() {
		for i := range l.Evidence {
			e := &l.Evidence[i]
			cited[e.Source] = true
			add(e.Passages, l.ID, e.ID)
		}
	}
	for s := range v.m.Sources() {
		if !cited[s.ID] {
			if v.m.NumLinks() >= 3 {
				r := on(Uncited, s.ID)
				r.Mends = []Mend{{Way: OpenSource, Source: s.ID}, {Way: RemoveSource, Source: s.ID}}
				v.note(r)
			}
			continue
		}
		list := in[s.ID]
		if s.Text == "" || len(list) == 0 {
			continue
		}
		ps := make([]argument.Passage, len(list))
		for i := range list {
			ps[i] = list[i].Passage
		}
		holds := s.Holds(ps)
		var stale []held
		for i, ok := range holds {
			if !ok {
				stale = append(stale, list[i])
			}
		}
		if len(stale) == len(list) && len(list) >= 3 {
			r := on(StalePassage, s.ID, s.Title)
			r.Mends = []Mend{{Way: OpenSource, Source: s.ID}}
			v.note(r)
			continue
		}
		for i, h := range stale {
			if i > 0 && h.on == stale[i-1].on && h.item == stale[i-1].item {
				continue // two passages of one claim
			}
			r := on(StalePassage, h.on, s.Title)
			r.At, r.Evidence = append(r.At, s.ID), h.item
			r.Mends = []Mend{{Way: OpenSource, Source: s.ID}}
			v.note(r)
		}
	}
}
