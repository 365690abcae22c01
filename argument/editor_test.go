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
		err = x.UpdateLink(e.link(), func(l *argument.Link) {
			l.Kind = l.Kind.Opposite()
			l.Via = append(slices.Clone(l.Via), argument.Point{Y: float64(e.IntN(3))})
		})
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
