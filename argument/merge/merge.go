package merge

import (
	"fmt"
	"reflect"

	"warrant/argument"
)

// Result is what a merge gives.
type Result struct {
	Map *argument.Map // sound, and with Mine taken in each conflict, unless the conflict says otherwise
	// Conflicts are what the two sides do not agree in: what one removed and
	// the other needs, then fields that both changed, then the Minor ones.
	Conflicts []Conflict
}

// Open counts the conflicts that are not Minor.
func (r Result) Open() int {
	n := 0
	for i := range r.Conflicts {
		if !r.Conflicts[i].Minor {
			n++
		}
	}
	return n
}

// Merge brings mine and theirs together, which both come from base. What only
// one side changed is taken, field by field; what both changed alike is taken
// once; tags, premises, passages and evidence are merged item by item. The
// order of records is base's, then what mine added, then what theirs added,
// unless a side reordered them.
//
// What one side removed and the other changed or built on stays, which is a
// conflict. That a card was moved does not keep its claim. Where there is no
// common version, base is an empty map.
func Merge(base, mine, theirs *argument.Map) Result {
	ids, renamed := identify(base, mine, theirs)
	g := &merging{
		base: versionOf(base, ids[Base]), mine: versionOf(mine, ids[Mine]), theirs: versionOf(theirs, ids[Theirs]),
		asMine: make(map[id]bool),
	}
	// A link that ends up without premises, or in a ring of links, is mine as
	// a whole. Each round settles at least one more, so there is an end.
	for {
		g.start()
		g.survive()
		p := g.parts()
		if g.knots(&p) {
			continue
		}
		m, err := argument.Build(p)
		if err != nil {
			return refused(mine, theirs, err)
		}
		for _, n := range renamed {
			g.renamed(n)
		}
		g.result = &version{&p.Info, shelve(p.Claims), shelve(p.Links), shelve(p.Sources), shelve(p.Steps)}
		return Result{m, g.sorted()}
	}
}

// refused is for two maps that together are larger than a map may be.
func refused(mine, theirs *argument.Map, err error) Result {
	m, broken := argument.Build(mine.Parts())
	if broken != nil {
		m = mine // cannot be: it was built by the same rules
	}
	return Result{m, []Conflict{{
		Of: OfMap, Mine: mine.Info().Title, Theirs: theirs.Info().Title, Taken: Mine,
		Text:    sentence(fmt.Sprintf("the two maps cannot be brought together, so that nothing of theirs was taken: %v", err)),
		resolve: func(*argument.Edit, Side) error { return err },
	}}}
}

// entity is one thing in up to three versions, by the ID it has in each.
type entity struct{ in [3]id }

// rename tells that theirs added something under an ID that had been given.
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

// merging is one merge under way.
type merging struct {
	base, mine, theirs *version
	result             *version
	asMine             map[id]bool // links whose ends are mine, whatever theirs has made of them
	revived            map[id]*revival
	order              []id // of revival
	tell               *teller
	conflicts          []Conflict
	moved              []clash[claim]
	dropped            map[Side][]id // removed by that side, and only drawn otherwise by the other
}

func (g *merging) start() {
	g.revived, g.order = make(map[id]*revival), nil
	g.conflicts, g.moved = nil, nil
	g.dropped = make(map[Side][]id)
	g.tell = &teller{[]*version{g.mine, g.theirs, g.base}}
}

func (g *merging) version(s Side) *version {
	return [...]*version{g.base, g.mine, g.theirs}[s]
}

// removed reports whether a side has removed something that base has.
func (g *merging) removed(s Side, n id) bool {
	return !g.version(s).has(n) && g.base.has(n)
}

// absent reports whether something is not in the result.
func (g *merging) absent(n id) bool {
	if g.revived[n] != nil {
		return false
	}
	m, t := g.mine.has(n), g.theirs.has(n)
	switch {
	case m && t:
		return false
	case m || t:
		return g.base.has(n)
	}
	return true
}

// parts merges all records.
func (g *merging) parts() argument.Parts {
	var p argument.Parts
	p.Info = *stripInfo(g.info(), g.absent)
	p.Sources = mergeShelf(g, OfSource, sourceFields, func(v *version) shelf[source] { return v.sources }, stripSource, nil)
	p.Claims = mergeShelf(g, OfClaim, claimFields, func(v *version) shelf[claim] { return v.claims }, stripClaim, nil)
	p.Links = mergeShelf(g, OfLink, linkFields, func(v *version) shelf[link] { return v.links }, stripLink, g.link)
	p.Steps = mergeShelf(g, OfStep, stepFields, func(v *version) shelf[step] { return v.steps }, stripStep, nil)
	return p
}

func (g *merging) info() *info {
	v := five[info]{
		g.base.info,
		stripInfo(g.base.info, func(n id) bool { return g.removed(Mine, n) }),
		stripInfo(g.base.info, func(n id) bool { return g.removed(Theirs, n) }),
		g.mine.info, g.theirs.info,
	}
	out, clashes := mergeFields(infoFields, &v)
	for _, c := range clashes {
		g.conflicts = append(g.conflicts, fieldConflict(g, OfMap, "", c, "the map", func(e *argument.Edit, _ id, change func(*info)) error {
			e.SetInfo(change)
			return nil
		}))
	}
	return &out
}

// mergeShelf merges the records of a sort. special does what fields do not.
func mergeShelf[R any](g *merging, of Subject, fields []field[R], at func(*version) shelf[R], strip func(*R, func(id) bool) *R, special func(*R, *five[R])) []R {
	base, mine, theirs := at(g.base), at(g.mine), at(g.theirs)
	names, clashed := mergeOrder(base.ids(), mine.ids(), theirs.ids(), func(n id) bool {
		return !g.absent(n) && (mine.at[n] != nil || theirs.at[n] != nil)
	})
	out := make([]R, 0, len(names))
	for _, n := range names {
		m, t := mine.at[n], theirs.at[n]
		var r R
		switch {
		case m == nil || t == nil:
			if m == nil {
				m = t
			}
			r = *m
		default:
			r = mergeRecord(g, of, n, fields, base.at[n], m, t, strip, special)
		}
		out = append(out, *strip(&r, g.absent))
	}
	if clashed && of == OfStep { // of the others the order says nothing
		g.reordered()
	}
	return out
}

func mergeRecord[R any](g *merging, of Subject, n id, fields []field[R], b, m, t *R, strip func(*R, func(id) bool) *R, special func(*R, *five[R])) R {
	if b == nil {
		b = new(R)
	}
	if reflect.DeepEqual(m, t) && reflect.DeepEqual(b, m) {
		return *m
	}
	v := five[R]{
		b,
		strip(b, func(n id) bool { return g.removed(Mine, n) }),
		strip(b, func(n id) bool { return g.removed(Theirs, n) }),
		m, t,
	}
	out, clashes := mergeFields(fields, &v)
	if special != nil {
		special(&out, &v)
	}
	for _, c := range clashes {
		g.clash(of, n, c)
	}
	return out
}

// clash is a field that both sides changed, each in its way.
type clash[R any] struct {
	field              *field[R]
	base, mine, theirs *R
}

// mergeFields merges a record field by field; mine where they clash.
func mergeFields[R any](fields []field[R], v *five[R]) (out R, clashes []clash[R]) {
	out = *v.mine
	for i := range fields {
		f := &fields[i]
		if f.same(v.mine, v.theirs) && f.same(v.base, v.mine) {
			continue
		}
		if f.join != nil {
			if f.join(&out, v) {
				clashes = append(clashes, clash[R]{f, v.base, v.mine, v.theirs})
			}
			continue
		}
		byMine, byTheirs := !f.same(v.baseMine, v.mine), !f.same(v.baseTheirs, v.theirs)
		switch {
		case byMine && byTheirs && !f.same(v.mine, v.theirs):
			clashes = append(clashes, clash[R]{f, v.base, v.mine, v.theirs})
		case byTheirs:
			f.set(&out, v.theirs)
		case !byMine:
			f.set(&out, v.base)
		}
	}
	return out, clashes
}
