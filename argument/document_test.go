package argument_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"warrant/argument"
)

type (
	id   = argument.ID
	edit = argument.Edit
)

func build(t testing.TB, p argument.Parts) *argument.Map {
	t.Helper()
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func do(t testing.TB, d *argument.Document, label string, change func(*edit) error) {
	t.Helper()
	if err := d.Do(label, change); err != nil {
		t.Fatalf("%s: %v", label, err)
	}
}

var seedFlag = flag.Uint64("seed", 0, "make the random edits of this seed")

// random returns a source of random numbers, and prints its seed if the test
// fails.
func random(t *testing.T) *rand.Rand {
	seed := *seedFlag
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("again with -seed %d", seed)
		}
	})
	return rand.New(rand.NewPCG(seed, 0))
}

// editor makes random edits, of which some break a rule.
type editor struct {
	*rand.Rand
	doc *argument.Document
}

// newEditor returns an editor on a map that has had some edits.
func newEditor(t *testing.T, r *rand.Rand) *editor {
	e := &editor{r, argument.NewDocument(argument.Empty("m", ""))}
	for e.doc.Map().NumLinks() == 0 {
		_ = e.edit()
	}
	return e
}

func (e *editor) claim() id {
	return pick(e, e.doc.Map().Parts().Claims, func(c argument.Claim) id { return c.ID })
}
func (e *editor) link() id {
	return pick(e, e.doc.Map().Parts().Links, func(l argument.Link) id { return l.ID })
}
func (e *editor) source() id {
	return pick(e, e.doc.Map().Parts().Sources, func(s argument.Source) id { return s.ID })
}
func (e *editor) step() id {
	return pick(e, e.doc.Map().Parts().Steps, func(s argument.Step) id { return s.ID })
}

func (e *editor) any() id {
	if e.IntN(3) == 0 {
		return e.link()
	}
	return e.claim()
}

// pick returns one of the records' IDs, and now and then one that no record
// has.
func pick[T any](e *editor, records []T, of func(T) id) id {
	if len(records) == 0 || e.IntN(40) == 0 {
		return "nobody"
	}
	return of(records[e.IntN(len(records))])
}

func (e *editor) degree() argument.Degree {
	if e.IntN(30) == 0 {
		return argument.Stated(1.5)
	}
	return argument.Stated(float64(e.IntN(11)) / 10)
}

func (e *editor) newID(prefix string) id {
	if e.IntN(3) > 0 {
		return "" // the edit finds one
	}
	return id(fmt.Sprint(prefix, e.IntN(20))) // perhaps taken, perhaps one that was removed
}

// change makes one random change.
func (e *editor) change(x *edit) error {
	var err error
	switch e.IntN(25) {
	case 0, 1, 2:
		_, err = x.AddClaim(argument.Claim{ID: e.newID("c"), Text: fmt.Sprint(e.Int()), Prior: e.degree()})
	case 3, 4, 5:
		_, err = x.AddLink(argument.Link{ID: e.newID("l"), Kind: argument.Supports, From: []id{e.claim()}, To: e.any(), Confidence: e.degree()})
	case 6:
		err = x.UpdateClaim(e.claim(), func(c *argument.Claim) { c.Text, c.Prior = fmt.Sprint(e.IntN(3)), e.degree() })
	case 7:
		err = x.MoveClaim(e.claim(), argument.Point{X: float64(e.IntN(3))})
	case 8:
		err = x.UpdateLink(e.link(), func(l *argument.Link) { l.To = e.any() }) // perhaps a ring
	case 9:
		err = x.UpdateLink(e.link(), func(l *argument.Link) { l.Kind = l.Kind.Opposite() })
	case 10:
		err = x.AddPremise(e.link(), e.claim())
	case 11:
		x.Remove(e.any(), e.any())
	case 12:
		x.Remove(e.any())
	case 13:
		_, err = x.AddSource(argument.Source{ID: e.newID("s"), Title: fmt.Sprint(e.Int())})
	case 14:
		if e.IntN(2) == 0 {
			err = x.RemoveSource(e.source())
		} else {
			err = x.UpdateSource(e.source(), func(s *argument.Source) { s.Title = fmt.Sprint(e.IntN(3)) })
		}
	case 15:
		passage := argument.Passage{Source: e.source(), End: 1}
		err = x.UpdateClaim(e.claim(), func(c *argument.Claim) { c.Passages = append(slices.Clone(c.Passages), passage) })
	case 16:
		item := argument.Evidence{ID: e.newID("e") + "e", Kind: argument.Law, Source: e.source(), Passages: []argument.Passage{{Source: e.source()}}}
		err = x.UpdateLink(e.link(), func(l *argument.Link) { l.Evidence = append(slices.Clone(l.Evidence), item) })
	case 17:
		_, err = x.AddStep(argument.Step{ID: e.newID("p"), Focus: []id{e.any()}, Reveal: []id{e.any()}})
	case 18:
		if e.IntN(2) == 0 {
			err = x.RemoveStep(e.step())
		} else {
			err = x.UpdateStep(e.step(), func(s *argument.Step) { s.Reveal = []id{e.any()} })
		}
	case 19:
		contention := e.claim()
		x.SetInfo(func(i *argument.Info) { i.Contention, i.Title = contention, fmt.Sprint(e.IntN(3)) })
	case 20:
		_, err = x.InsertClaim(e.link(), e.claim())
	case 21:
		_, err = x.MergeClaims(e.claim(), e.claim(), e.claim())
	case 22:
		_, err = x.SplitClaim(e.claim(), []string{"one", "two", "three"}[:1+e.IntN(3)])
	case 23:
		item := id("nobody")
		link := e.link()
		if l := e.doc.Map().Link(link); l != nil && len(l.Evidence) > 0 {
			item = l.Evidence[e.IntN(len(l.Evidence))].ID
		}
		_, _, err = x.EvidenceToClaim(link, item)
	case 24:
		_, _, err = x.ClaimToEvidence(e.claim())
	}
	return err
}

var errChange = errors.New("the edit gives up")

// edit makes an edit of some changes, which may fail in every way there is.
func (e *editor) edit() (err error) {
	defer func() {
		if p := recover(); p != nil {
			if p != errChange {
				panic(p)
			}
			err = errChange
		}
	}()
	e.doc.Select(e.any(), e.any())
	end := e.IntN(20)
	return e.doc.Do("edit", func(x *edit) error {
		for range 1 + e.IntN(4) {
			if err := e.change(x); err != nil && e.IntN(2) == 0 {
				return err
			}
		}
		switch end {
		case 0:
			return errChange
		case 1:
			panic(errChange)
		}
		return nil
	})
}

// same fails unless two states of a map are equal.
func same(t *testing.T, what string, got, want argument.Parts) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: the map is\n%+v\nwant\n%+v", what, got, want)
	}
}

// sound fails unless the map keeps all rules, and answers as a map does that
// was just built of the same parts.
func sound(t *testing.T, m *argument.Map) {
	t.Helper()
	fresh := build(t, m.Parts())
	ids := func(m *argument.Map, of id) (in, out []id) {
		for l := range m.Incoming(of) {
			in = append(in, l.ID)
		}
		for l := range m.Outgoing(of) {
			out = append(out, l.ID)
		}
		return in, out
	}
	check := func(of id) {
		in, out := ids(m, of)
		wantIn, wantOut := ids(fresh, of)
		if !slices.Equal(in, wantIn) || !slices.Equal(out, wantOut) || m.NumIncoming(of) != len(in) || m.NumOutgoing(of) != len(out) {
			t.Fatalf("%s has the links %v and %v, want %v and %v", of, in, out, wantIn, wantOut)
		}
	}
	for c := range m.Claims() {
		check(c.ID)
	}
	for l := range m.Links() {
		check(l.ID)
	}
	check("nobody")
	if m.NumClaims() != fresh.NumClaims() || m.NumLinks() != fresh.NumLinks() {
		t.Fatalf("%d claims and %d links are counted, want %d and %d", m.NumClaims(), m.NumLinks(), fresh.NumClaims(), fresh.NumLinks())
	}
}

const rounds = 60

// An edit that fails, by an error, a broken rule or a panic, changes nothing
// and is told to nobody. One that succeeds leaves a sound map.
func TestEditsAreWholeOrNothing(t *testing.T) {
	failed, made := 0, 0
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		told := 0
		e.doc.Observe(func(argument.Difference) { told++ })
		for range 40 {
			before, state, history := e.doc.Map().Parts(), e.doc.State(), historyOf(e.doc)
			told = 0
			if err := e.edit(); err != nil {
				failed++
				same(t, err.Error(), e.doc.Map().Parts(), before)
				if told != 0 || e.doc.State() != state || historyOf(e.doc) != history {
					t.Fatalf("after %v: told %d times, state %d was %d", err, told, e.doc.State(), state)
				}
				continue
			}
			if e.doc.State() != state {
				made++
			}
			if (told == 1) != (e.doc.State() != state) || told > 1 {
				t.Fatalf("told %d times of an edit from state %d to %d", told, state, e.doc.State())
			}
			sound(t, e.doc.Map())
		}
	}
	if failed < 10*rounds || made < 10*rounds {
		t.Errorf("%d edits were made and %d failed: too few to tell anything", made, failed)
	}
}

func historyOf(d *argument.Document) string {
	done, undone := d.History()
	return fmt.Sprint(len(done), len(undone))
}

// Undoing all gives the first map and redoing all the last, in the same
// order, by way of every state between.
func TestUndoAndRedo(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		type moment struct {
			parts argument.Parts
			state int
		}
		now := func() moment { return moment{e.doc.Map().Parts(), e.doc.State()} }
		e.doc = argument.NewDocument(build(t, e.doc.Map().Parts()))
		moments := []moment{now()}
		for range 25 {
			before := e.doc.State()
			if e.edit() == nil && e.doc.State() != before {
				moments = append(moments, now())
			}
		}
		for range 3 {
			for _, want := range slices.Backward(moments[:len(moments)-1]) {
				if !e.doc.Undo() {
					t.Fatal("nothing to undo")
				}
				same(t, "undo", e.doc.Map().Parts(), want.parts)
				if e.doc.State() != want.state {
					t.Fatalf("undo leads to state %d, want %d", e.doc.State(), want.state)
				}
				sound(t, e.doc.Map())
			}
			if _, can := e.doc.CanUndo(); can || e.doc.Undo() {
				t.Fatal("undo goes on before the first state")
			}
			for _, want := range moments[1:] {
				if !e.doc.Redo() {
					t.Fatal("nothing to redo")
				}
				same(t, "redo", e.doc.Map().Parts(), want.parts)
				if e.doc.State() != want.state {
					t.Fatalf("redo leads to state %d, want %d", e.doc.State(), want.state)
				}
			}
			if _, can := e.doc.CanRedo(); can || e.doc.Redo() {
				t.Fatal("redo goes on behind the last state")
			}
		}
	}
}

// replica is a copy of a map that is kept by differences alone.
type replica struct {
	info    *argument.Info
	claims  map[int]*argument.Claim
	links   map[int]*argument.Link
	sources map[int]*argument.Source
	steps   map[int]*argument.Step
}

func newReplica(m *argument.Map) *replica {
	p := m.Parts()
	r := &replica{info: &p.Info, claims: map[int]*argument.Claim{}, links: map[int]*argument.Link{}, sources: map[int]*argument.Source{}, steps: map[int]*argument.Step{}}
	for i := range p.Claims {
		r.claims[i] = &p.Claims[i]
	}
	for i := range p.Links {
		r.links[i] = &p.Links[i]
	}
	for i := range p.Sources {
		r.sources[i] = &p.Sources[i]
	}
	for i := range p.Steps {
		r.steps[i] = &p.Steps[i]
	}
	return r
}

func (r *replica) apply(t *testing.T, d argument.Difference) {
	if d.Empty() {
		t.Fatal("told of nothing")
	}
	if d.Info != nil {
		if *d.Info.From != *r.info {
			t.Fatalf("the map was %+v, told %+v", *r.info, *d.Info.From)
		}
		r.info = d.Info.To
	}
	applyTo(t, r.claims, d.Claims)
	applyTo(t, r.links, d.Links)
	applyTo(t, r.sources, d.Sources)
	applyTo(t, r.steps, d.Steps)
}

func applyTo[T any](t *testing.T, to map[int]*T, changes []argument.Change[T]) {
	seen := map[int]bool{}
	for _, c := range changes {
		if c.From == nil && c.To == nil || seen[c.Slot] {
			t.Fatalf("slot %d is told of twice, or for nothing", c.Slot)
		}
		seen[c.Slot] = true
		if !reflect.DeepEqual(to[c.Slot], c.From) {
			t.Fatalf("slot %d was %+v, told %+v", c.Slot, to[c.Slot], c.From)
		}
		if c.To == nil {
			delete(to, c.Slot)
		} else {
			to[c.Slot] = c.To
		}
	}
}

func inOrder[T any](of map[int]*T) (list []T) {
	slots := make([]int, 0, len(of))
	for s := range of {
		slots = append(slots, s)
	}
	slices.Sort(slots)
	for _, s := range slots {
		list = append(list, *of[s])
	}
	return list
}

func (r *replica) parts() argument.Parts {
	return argument.Parts{Info: *r.info, Claims: inOrder(r.claims), Links: inOrder(r.links), Sources: inOrder(r.sources), Steps: inOrder(r.steps)}
}

// An observer that does nothing but follow the differences has the map, also
// through undo, redo, squash and revert.
func TestDifferencesTellAll(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		e.doc = argument.NewDocument(build(t, e.doc.Map().Parts()))
		copied := newReplica(e.doc.Map())
		cancel := e.doc.Observe(func(d argument.Difference) {
			copied.apply(t, d)
			same(t, "told", copied.parts(), e.doc.Map().Parts())
		})
		for range 60 {
			switch e.IntN(8) {
			case 0:
				e.doc.Undo()
			case 1:
				e.doc.Redo()
			case 2:
				mark := e.doc.Mark()
				for range e.IntN(5) {
					_ = e.edit()
				}
				if e.IntN(2) == 0 {
					e.doc.Squash(mark, "gesture")
				} else {
					e.doc.Revert(mark)
				}
			default:
				_ = e.edit()
			}
			same(t, "after", copied.parts(), e.doc.Map().Parts())
		}
		cancel()
		last := copied.parts()
		do(t, e.doc, "unseen", func(x *edit) error { _, err := x.AddClaim(argument.Claim{}); return err })
		same(t, "after the end", copied.parts(), last)
	}
}

// A gesture squashed is one step of undo; reverted, it is none.
func TestSquashAndRevert(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		before, state, history := e.doc.Map().Parts(), e.doc.State(), historyOf(e.doc)
		mark := e.doc.Mark()
		gesture := func() {
			for range 1 + e.IntN(6) {
				_ = e.edit()
			}
		}
		gesture()
		e.doc.Revert(mark)
		same(t, "reverted", e.doc.Map().Parts(), before)
		if e.doc.State() != state || historyOf(e.doc) != history {
			t.Fatalf("state %d and history %s after a revert, want %d and %s", e.doc.State(), historyOf(e.doc), state, history)
		}
		gesture()
		after := e.doc.Map().Parts()
		e.doc.Squash(mark, "gesture")
		same(t, "squashed", e.doc.Map().Parts(), after)
		if e.doc.State() == state {
			same(t, "squashed to nothing", after, before)
			continue
		}
		if label, _ := e.doc.CanUndo(); label != "gesture" {
			t.Fatalf("what is undone is called %q", label)
		}
		e.doc.Undo()
		same(t, "undone", e.doc.Map().Parts(), before)
		if e.doc.State() != state || e.doc.Mark() != mark {
			t.Fatalf("state %d after undo, want %d", e.doc.State(), state)
		}
		e.doc.Redo()
		same(t, "redone", e.doc.Map().Parts(), after)
		sound(t, e.doc.Map())
	}
}

func TestRevertKeepsWhatCanBeDoneAgain(t *testing.T) {
	d := argument.NewDocument(argument.Empty("m", ""))
	add := func(e *argument.Edit) error {
		_, err := e.AddClaim(argument.Claim{Text: "one"})
		return err
	}
	if err := d.Do("Add claim", add); err != nil {
		t.Fatal(err)
	}
	d.Undo()
	mark := d.Mark()
	for range 3 {
		if err := d.Do("Drag", add); err != nil {
			t.Fatal(err)
		}
		d.Squash(mark, "Drag")
	}
	d.Revert(mark)
	if label, ok := d.CanRedo(); !ok || label != "Add claim" {
		t.Errorf("after a gesture was given up, redo offers %q, %v", label, ok)
	}
	if !d.Redo() || d.Map().NumClaims() != 1 {
		t.Errorf("redo gives %d claims, want 1", d.Map().NumClaims())
	}
}

// Cards glide to their places in several edits. Whatever else is done
// meanwhile finds them there, and the glide one step.
func TestWhatIsUnderwayIsFinishedFirst(t *testing.T) {
	for _, c := range []struct {
		name     string
		during   func(*argument.Document)
		finished int
		x        float64 // where the card is afterwards
		done     []string
	}{
		{"nothing", func(*argument.Document) {}, 0, 40, []string{"Glide"}},
		{"an edit", func(d *argument.Document) {
			_ = d.Do("Title", func(e *edit) error {
				e.SetInfo(func(i *argument.Info) { i.Title = "new" })
				return nil
			})
			d.Undo()
			d.Redo()
		}, 1, 100, []string{"Glide", "Title"}},
		{"undo", func(d *argument.Document) { d.Undo() }, 1, 0, nil},
		{"a gesture's mark", func(d *argument.Document) { d.Revert(d.Mark()) }, 1, 100, []string{"Glide"}},
		{"another glide", func(d *argument.Document) { d.Underway(func() {}) }, 1, 100, []string{"Glide"}},
	} {
		d := argument.NewDocument(build(t, argument.Parts{Claims: []argument.Claim{{ID: "c1", Placed: true}}}))
		mark := d.Mark()
		move := func(x float64) {
			if err := d.Do("Move", func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: x}) }); err != nil {
				t.Fatal(err)
			}
			d.Squash(mark, "Glide")
		}
		move(40)
		finished := 0
		d.Underway(func() { finished++; move(100) })
		c.during(d)
		done, _ := d.History()
		if at := d.Map().Claim("c1").At.X; at != c.x || finished != c.finished || !slices.Equal(done, c.done) {
			t.Errorf("%s: finished %d times, the card at %v, steps %q; want %d, %v, %q", c.name, finished, at, done, c.finished, c.x, c.done)
		}
	}
}
