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
		g.renamed(renamed)
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
	said := say("the two maps cannot be brought together, so that nothing of theirs was taken: %s", Plain(err.Error()))
	return Result{m, []Conflict{{
		Of: OfMap, Mine: mine.Info().Title, Theirs: theirs.Info().Title, Taken: Mine,
		Readings: [3]fmt.Stringer{Mine: Plain(mine.Info().Title), Theirs: Plain(theirs.Info().Title)},
		Text:     sentence(said), Said: said,
		resolve: func(*argument.Edit, Side) error { return err },
	}}}
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
		g.conflicts = append(g.conflicts, fieldConflict(g, OfMap, "", c, Value("the map"), func(e *argument.Edit, _ id, change func(*info)) error {
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
