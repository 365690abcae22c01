package merge

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

const often = 400 // rounds of a property

// Where only one side did something, the result is that side, in every
// record and in their order.
func TestMergeOfOneSide(t *testing.T) {
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, theirs := three(t, r)
		for _, c := range []struct {
			what               string
			base, mine, theirs *argument.Map
			want               *argument.Map
		}{
			{"merge(base, a, base)", base, mine, base, mine},
			{"merge(base, base, b)", base, base, theirs, theirs},
			{"merge(a, a, a)", mine, mine, mine, mine},
			{"merge(base, a, a)", base, mine, mine, mine},
		} {
			got := Merge(c.base, c.mine, c.theirs)
			equal(t, c.what, plain(got.Map), plain(c.want))
			for _, x := range got.Conflicts {
				t.Errorf("%s: a conflict: %s", c.what, x.Text)
			}
		}
	})
}

// The result is sound, the three maps are untouched, and what either side did
// is in it or in a conflict.
func TestMergeLosesNothing(t *testing.T) {
	conflicts, minor := 0, 0
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, theirs := three(t, r)
		before := [3]argument.Parts{base.Parts(), mine.Parts(), theirs.Parts()}
		got := Merge(base, mine, theirs)
		equal(t, "base after the merge", base.Parts(), before[0])
		equal(t, "mine after the merge", mine.Parts(), before[1])
		equal(t, "theirs after the merge", theirs.Parts(), before[2])
		build(t, got.Map.Parts())
		keeps(t, base, mine, theirs, got)
		conflicts += got.Open()
		minor += len(got.Conflicts) - got.Open()
	})
	if *seedFlag == 0 && (conflicts < often/8 || minor < often/50) {
		t.Errorf("%d conflicts and %d minor ones: the random edits hardly meet", conflicts, minor)
	}
}

// keeps fails where a change of a side is neither in the result nor told.
func keeps(t testing.TB, base, mine, theirs *argument.Map, got Result) {
	t.Helper()
	ids, _ := identify(base, mine, theirs)
	told := make(map[id]bool)
	for _, c := range got.Conflicts {
		if strings.Contains(c.Text, "cannot be brought together") {
			t.Errorf("the merge gave up: %s", c.Text)
		}
		for _, n := range c.IDs {
			told[n] = true
		}
		if c.Of == OfMap {
			told[id("map/"+c.Field)] = true
		}
	}
	g := &merging{base: versionOf(base, ids[Base]), mine: versionOf(mine, ids[Mine]), theirs: versionOf(theirs, ids[Theirs])}
	is := versionOf(got.Map, nil)
	for _, s := range []Side{Mine, Theirs} {
		v, o := g.version(s), g.version(s.other())
		kept(t, g, s, told, g.base.claims, v.claims, o.claims, is.claims, claimFields, stripClaim, nil)
		kept(t, g, s, told, g.base.sources, v.sources, o.sources, is.sources, sourceFields, stripSource, nil)
		kept(t, g, s, told, g.base.steps, v.steps, o.steps, is.steps, stepFields, stripStep, nil)
		kept(t, g, s, told, g.base.links, v.links, o.links, is.links, linkFields, stripLink, func(b, m, r *link) {
			keptItems(t, s, told, b, m, r)
		})
		for i := range infoFields {
			f := &infoFields[i]
			b := stripInfo(g.base.info, func(n id) bool { return g.removed(s, n) })
			if !f.same(b, v.info) && !f.same(v.info, is.info) && !told[id("map/"+f.name)] {
				t.Errorf("the map’s %s of %s is lost", f.name, s)
			}
		}
	}
}

func kept[R any](t testing.TB, g *merging, s Side, told map[id]bool, base, side, other, is shelf[R], fields []field[R], strip func(*R, func(id) bool) *R, also func(b, m, r *R)) {
	t.Helper()
	for _, b := range base.list {
		if n := idOf(b); side.at[n] == nil && is.at[n] != nil && !told[n] {
			t.Errorf("%s removed %s, but it is there, and no conflict says so", s, n)
		}
	}
	for _, m := range side.list {
		n := idOf(m)
		b, r := base.at[n], is.at[n]
		switch {
		case told[n]:
			continue
		case b == nil && r == nil:
			t.Errorf("%s added %s, and it is lost", s, n)
			continue
		case b == nil:
			b = new(R)
		case r == nil:
			b = strip(b, func(n id) bool { return g.removed(s, n) })
			for i := range fields {
				if !fields[i].same(b, m) {
					t.Errorf("%s changed the %s of %s, and it is lost with it", s, fields[i].name, n)
				}
			}
			continue
		}
		b = strip(b, func(n id) bool { return g.removed(s, n) })
		for i := range fields {
			f := &fields[i]
			if f.same(b, m) || f.same(m, r) {
				continue
			}
			if f.join == nil {
				t.Errorf("the %s of %s that %s set is lost", f.name, n, s)
				continue
			}
			// Of a list: every entry that came is there, every one that went is
			// not; of an entry that is there twice the other side may have taken
			// one out, or put one in.
			was, now, then := reflect.ValueOf(*b), reflect.ValueOf(*m), reflect.ValueOf(*r)
			others := was
			if o := other.at[n]; o != nil {
				others = reflect.ValueOf(*o)
			}
			entries := func(v reflect.Value) map[any]int {
				of := map[string]string{"from": "From", "tags": "Tags", "passages": "Passages", "focus": "Focus", "reveal": "Reveal", "authors": "Authors"}
				list := v.FieldByName(of[f.name])
				set := make(map[any]int)
				for i := range list.Len() {
					set[list.Index(i).Interface()]++
				}
				return set
			}
			b, m, o, r := entries(was), entries(now), entries(others), entries(then)
			for e, k := range m {
				if k > b[e] && r[e] < k-max(b[e]-o[e], 0) {
					t.Errorf("%s put %v into the %s of %s, and it is lost", s, e, f.name, n)
				}
			}
			for e, k := range b {
				if m[e] < k && r[e] > m[e]+max(o[e]-k, 0) {
					if ref, ok := e.(id); !ok || !told[ref] {
						t.Errorf("%s took %v out of the %s of %s, and it is there", s, e, f.name, n)
					}
				}
			}
		}
		if also != nil {
			also(b, m, r)
		}
	}
}

func keptItems(t testing.TB, s Side, told map[id]bool, b, m, r *link) {
	t.Helper()
	old, is, in := items(b.Evidence), items(m.Evidence), items(r.Evidence)
	for n := range old {
		if is[n] == nil && in[n] != nil && !told[n] {
			t.Errorf("%s removed the evidence %s, and it is there", s, n)
		}
	}
	for n, e := range is {
		switch was := old[n]; {
		case told[n]:
		case was != nil && sameItem(was, e):
		case in[n] == nil && !slices.ContainsFunc(r.Evidence, func(x evidence) bool { return x.Text == e.Text }):
			t.Errorf("%s changed or added the evidence %s, and it is lost", s, n)
		}
	}
}

// Who is called mine and who theirs decides what a conflict takes and nothing
// else.
func TestMergeIsSymmetric(t *testing.T) {
	calm := 0
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, theirs := three(t, r)
		one, two := Merge(base, mine, theirs), Merge(base, theirs, mine)
		if ids, _ := identify(base, mine, theirs); len(ids[Mine])+len(ids[Theirs]) > 0 {
			return // both added one thing; whose ID it has is mine's choice
		}
		if len(one.Conflicts) == 0 {
			calm++
			if len(two.Conflicts) != 0 {
				t.Errorf("no conflict, but the other way about %s", two.Conflicts[0].Text)
			}
			equal(t, "the other way about", unordered(plain(two.Map)), unordered(plain(one.Map)))
			return
		}
		for _, c := range slices.Concat(one.Conflicts, two.Conflicts) {
			if c.Of == OfLink && (c.Field == "from" || c.Field == "to") {
				return // ends that are mine bring back what they need
			}
		}
		p, q := one.Map.Parts(), two.Map.Parts()
		if len(one.Conflicts) != len(two.Conflicts) || len(p.Claims) != len(q.Claims) || len(p.Links) != len(q.Links) || len(p.Sources) != len(q.Sources) || len(p.Steps) != len(q.Steps) {
			for _, c := range slices.Concat(one.Conflicts, two.Conflicts) {
				t.Log(c.Text, c.IDs)
			}
			t.Errorf("%d conflicts, %d claims, %d links, %d sources, %d steps; the other way about %d, %d, %d, %d, %d",
				len(one.Conflicts), len(p.Claims), len(p.Links), len(p.Sources), len(p.Steps),
				len(two.Conflicts), len(q.Claims), len(q.Links), len(q.Sources), len(q.Steps))
		}
	})
	if *seedFlag == 0 && calm < often/20 {
		t.Errorf("only %d merges without a conflict", calm)
	}
}

// Edits of different parts of a map never meet.
func TestMergeOfDifferentParts(t *testing.T) {
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		// Two maps in one: what is left and what is right have nothing in
		// common.
		left := branch(t, r, argument.Empty("m", ""), "left", 30, func(n id) bool { return strings.Contains(string(n), "-left-") })
		base := branch(t, r, left, "right", 30, func(n id) bool { return strings.Contains(string(n), "-right-") })
		mine := branch(t, r, base, "left-m", 12, func(n id) bool { return strings.Contains(string(n), "-left-") })
		theirs := branch(t, r, base, "right-t", 12, func(n id) bool { return strings.Contains(string(n), "-right-") })
		got := Merge(base, mine, theirs)
		for _, c := range got.Conflicts {
			t.Errorf("a conflict: %s", c.Text)
		}
		for c := range got.Map.Claims() {
			from := theirs
			if strings.Contains(string(c.ID), "-left-") {
				from = mine
			}
			if want := from.Claim(c.ID); want == nil || c.Text != want.Text || c.At != want.At || !slices.Equal(c.Tags, want.Tags) {
				t.Errorf("%s is %+v, want %+v", c.ID, c, want)
			}
		}
	})
}

// Edits of different fields never meet, in whatever records they are.
func TestMergeOfDifferentFields(t *testing.T) {
	rounds(t, 100, func(t *testing.T, r *rand.Rand) {
		base := branch(t, r, argument.Empty("m", ""), "b", 40, nil)
		edited := func(claims func(*claim), links func(*link)) *argument.Map {
			p := base.Parts()
			for i := range p.Claims {
				if r.IntN(2) == 0 {
					claims(&p.Claims[i])
				}
			}
			for i := range p.Links {
				if r.IntN(2) == 0 {
					links(&p.Links[i])
				}
			}
			return build(t, p)
		}
		mine := edited(func(c *claim) { c.Text += " one more"; c.Pinned = true }, func(l *link) { l.Confidence = argument.Stated(0.123); l.Kind = l.Kind.Opposite() })
		theirs := edited(func(c *claim) { c.Prior = argument.Stated(0.321); c.Extra = `{"x":1}` }, func(l *link) { l.Note = "seen" })
		got := Merge(base, mine, theirs)
		for _, c := range got.Conflicts {
			t.Errorf("a conflict: %s", c.Text)
		}
		for c := range got.Map.Claims() {
			m, th := mine.Claim(c.ID), theirs.Claim(c.ID)
			if c.Text != m.Text || c.Pinned != m.Pinned || c.Prior != th.Prior || c.Extra != th.Extra {
				t.Errorf("%+v of %+v and %+v", c, m, th)
			}
		}
		for l := range got.Map.Links() {
			m, th := mine.Link(l.ID), theirs.Link(l.ID)
			if l.Confidence != m.Confidence || l.Kind != m.Kind || l.Note != th.Note {
				t.Errorf("%+v of %+v and %+v", l, m, th)
			}
		}
	})
}

// To take what is taken changes nothing. To take the other side and come back
// gives the merged map again, and every step of it is one step of undo.
func TestResolveThereAndBack(t *testing.T) {
	done := 0
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, theirs := three(t, r)
		got := Merge(base, mine, theirs)
		was := unordered(plain(got.Map))
		for _, c := range got.Conflicts {
			doc := argument.NewDocument(copyOf(t, got.Map))
			if err := Resolve(doc, c, c.Taken); err != nil {
				t.Errorf("%s\ntake %s: %v", c.Text, c.Taken, err)
			}
			if doc.Modified() {
				t.Errorf("%s\ntaking %s, which is taken, changes the map", c.Text, c.Taken)
			}
			if err := Resolve(doc, c, c.Taken.other()); err != nil {
				var rule *argument.RuleError
				if !errors.As(err, &rule) { // what the reading refers to may not be there
					t.Errorf("%s\ntake %s: %v", c.Text, c.Taken.other(), err)
				}
				continue
			}
			if done, _ := doc.History(); len(done) > 1 {
				t.Errorf("%s: %d steps of undo", c.Text, len(done))
			}
			build(t, doc.Map().Parts())
			if len(c.IDs) > 1 || c.Of == OfStep || c.Of == OfSource {
				continue // steps and passages do not come back with their claims
			}
			if err := Resolve(doc, c, c.Taken); err != nil {
				t.Errorf("%s\nback to %s: %v", c.Text, c.Taken, err)
				continue
			}
			if len(was.Steps) == 0 && got.Map.Info().Contention == "" {
				equal(t, c.Text+" there and back", unordered(plain(doc.Map())), was)
				done++
			}
		}
	})
	if *seedFlag == 0 && done == 0 {
		t.Error("no conflict was resolved there and back")
	}
}

// A comparison of a map with itself, and with itself under other IDs, finds
// nothing; with a changed one it finds something.
func TestCompareFindsWhatDiffers(t *testing.T) {
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, _ := three(t, r)
		if c := Compare(base, copyOf(t, base)); !c.Same() {
			t.Errorf("a map and its copy: %s", c.Changes[0].Text)
		}
		differs := !reflect.DeepEqual(unordered(plain(base)), unordered(plain(mine)))
		for a, b := range match(base, mine).back {
			if a != b {
				return // one thing taken out and put in again under another ID
			}
		}
		if c := Compare(base, mine); differs && c.Same() {
			t.Errorf("no difference between\n%+v\nand\n%+v", plain(base), plain(mine))
		}
	})
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte("a map"), []byte("mine"), []byte("theirs"))
	f.Add([]byte{2, 0, 0, 3, 1, 1}, []byte{23, 0, 0}, []byte{5, 1, 0, 1})
	f.Fuzz(func(t *testing.T, b, m, o []byte) {
		if len(b)+len(m)+len(o) > 2000 {
			t.Skip()
		}
		base := branch(t, &tape{left: b}, argument.Empty("m", "title"), "b", 1+len(b)/3, nil)
		mine := branch(t, &tape{left: m}, base, "m", 1+len(m)/3, nil)
		theirs := branch(t, &tape{left: o}, base, "t", 1+len(o)/3, nil)
		got := Merge(base, mine, theirs)
		build(t, got.Map.Parts())
		keeps(t, base, mine, theirs, got)
		Compare(mine, theirs)
		equal(t, "merge(base, a, base)", plain(Merge(base, mine, base).Map), plain(mine))
	})
}

// tape takes decisions from bytes.
type tape struct{ left []byte }

func (b *tape) IntN(n int) int {
	if len(b.left) == 0 {
		return 0
	}
	v := int(b.left[0])
	b.left = b.left[1:]
	return v % n
}

// The same holds where a side gave what it did not touch other IDs, as a
// program does that knows none: what is matched by likeness keeps the IDs of
// the side that changed them.
func TestMergeOfOtherIDs(t *testing.T) {
	foreign := func(t *testing.T, r *rand.Rand, m *argument.Map) *argument.Map {
		p := m.Parts()
		names := make(map[id]id)
		eachID(m, func(n id) {
			if r.IntN(3) > 0 {
				names[n] = "x" + n
			}
		})
		rename(&p, names)
		return build(t, p)
	}
	rounds(t, often, func(t *testing.T, r *rand.Rand) {
		base, mine, theirs := three(t, r)
		mine = foreign(t, r, mine)
		if r.IntN(2) == 0 {
			theirs = foreign(t, r, theirs)
		}
		equal(t, "merge(base, a, base)", plain(Merge(base, mine, base).Map), plain(mine))
		equal(t, "merge(base, base, b)", plain(Merge(base, base, theirs).Map), plain(theirs))
		equal(t, "merge(a, a, a)", plain(Merge(mine, mine, mine).Map), plain(mine))
		got := Merge(base, mine, theirs)
		build(t, got.Map.Parts())
		keeps(t, base, mine, theirs, got)
	})
}
