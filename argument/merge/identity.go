package merge

import (
	"fmt"

	"warrant/argument"
)

// entity is one thing in up to three versions, by the ID it has in each.
type entity struct{ in [3]id }

// renaming tells that theirs added something under an ID that had been given.
type renaming struct{ was, is id }

// identify finds what is the same in the three maps and gives it one ID: the
// one a side changed it to, else base's. It returns for each map the IDs that
// are different in the result.
func identify(base, mine, theirs *argument.Map) (names [3]map[id]id, renamed []renaming) {
	bm, bt := match(base, mine), match(base, theirs)
	both := &matching{a: mine, b: theirs, pair: make(map[id]id), back: make(map[id]id), aloneA: make(map[id]bool), aloneB: make(map[id]bool), added: true}
	for m, b := range bm.pair {
		if t := bt.back[b]; t != "" {
			both.join(m, t)
		} else {
			both.aloneA[m] = true
		}
	}
	for t, b := range bt.pair {
		if bm.back[b] == "" {
			both.aloneB[t] = true
		}
	}
	both.run()

	// Those that are sure to be in the result choose their IDs first.
	var sure, news, unsure, gone []entity
	all := make(map[id]bool)
	eachID(base, func(b id) {
		e := entity{[3]id{b, bm.back[b], bt.back[b]}}
		all[b] = true
		switch {
		case e.in[Mine] != "" && e.in[Theirs] != "":
			sure = append(sure, e)
		case e.in[Mine] != "" || e.in[Theirs] != "":
			unsure = append(unsure, e)
		default:
			gone = append(gone, e)
		}
	})
	eachID(mine, func(m id) {
		all[m] = true
		if bm.pair[m] == "" {
			sure = append(sure, entity{[3]id{"", m, both.back[m]}})
		}
	})
	eachID(theirs, func(t id) {
		all[t] = true
		if bt.pair[t] == "" && both.pair[t] == "" {
			news = append(news, entity{[3]id{"", "", t}})
		}
	})
	for i := range names {
		names[i] = make(map[id]id)
	}
	taken := make(map[id]bool, len(all))
	for _, group := range [][]entity{sure, news, unsure, gone} {
		for _, e := range group {
			want := e.name()
			n := want
			for i := 2; taken[n]; i++ {
				if n = numberedID(want, i); all[n] {
					n = want // another's, though not yet taken
				}
			}
			taken[n] = true
			for s, was := range e.in {
				if was != "" && was != n {
					names[s][was] = n
				}
			}
			if n != want && e.in[Base] == "" && e.in[Mine] == "" {
				renamed = append(renamed, renaming{want, n})
			}
		}
	}
	return names, renamed
}

func (e entity) name() id {
	b, m, t := e.in[Base], e.in[Mine], e.in[Theirs]
	switch {
	case m != "" && m != b:
		return m
	case t != "" && t != b && (m == "" || b != ""):
		return t
	case b != "":
		return b
	}
	return t
}

// numberedID is an ID with a number, within the length that an ID may have.
func numberedID(n id, i int) id {
	const room = 200 - 8
	if len(n) > room {
		cut := room
		for cut > 0 && n[cut]&0xC0 == 0x80 { // within a code point
			cut--
		}
		n = n[:cut]
	}
	return id(fmt.Sprintf("%s-%d", n, i))
}

func eachID(m *argument.Map, do func(id)) {
	for s := range m.Sources() {
		do(s.ID)
	}
	for c := range m.Claims() {
		do(c.ID)
	}
	for l := range m.Links() {
		do(l.ID)
	}
	for s := range m.Steps() {
		do(s.ID)
	}
}
