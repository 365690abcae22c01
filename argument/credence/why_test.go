package credence_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

const reasons = `
	claim A
	claim B 1
	claim C .5
	claim D 1
	b: B + A .6
	c: C - A .8
	d: D - b .5
	e: D + C .2`

// DF-QuAD: b is .6 − .6×.5 = .3; C is .5 + .5×.2 = .6, so c delivers .48; A is
// .5 − .5×.18 = .41.
func TestWhy(t *testing.T) {
	e := credence.Evaluate(draw(t, reasons), credence.Options{})
	want := []credence.Share{
		{Link: "c", Without: .65, Share: .41 - .65, Known: true},
		{Link: "b", Without: .26, Share: .41 - .26, Known: true},
	}
	near := func(a, b credence.Share) bool {
		return a.Link == b.Link && a.Known == b.Known && math.Abs(a.Without-b.Without) < 1e-12 && math.Abs(a.Share-b.Share) < 1e-12
	}
	if got := e.Why("A"); !slices.EqualFunc(got, want, near) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	bars := e.Waterfall("A")
	if len(bars) != 2 || bars[0] != (credence.Bar{Link: "c", From: .5, To: .26}) ||
		bars[1].Link != "b" || bars[1].From != .26 || math.Abs(bars[1].To-.41) > 1e-12 {
		t.Errorf("from .5 to .26 by c and to .41 by b, but got %+v", bars)
	}
	if got := e.Why("b"); len(got) != 1 || got[0].Link != "d" || math.Abs(got[0].Share+.3) > 1e-12 {
		t.Errorf("b is .3 lower for d, but got %+v", got)
	}
	if prior, stated := e.Prior("A"); prior != .5 || stated {
		t.Errorf("the prior of A is .5 and unset, but got %v, %v", prior, stated)
	}
}

func TestEffects(t *testing.T) {
	e := credence.Evaluate(draw(t, reasons+`
	claim F
	f: A + F 1`), credence.Options{})
	got, err := e.Effects(context.Background(), "A")
	if err != nil {
		t.Fatal(err)
	}
	want := []credence.Effect{ // f is not among them: from it no way leads to A
		{Link: "c", Without: .65, Effect: -.24, Known: true, Rank: 1},
		{Link: "b", Without: .26, Effect: .15, Known: true, Rank: 2},
		{Link: "d", Without: .56, Effect: -.15, Known: true, Rank: 3}, // .6 − .48
		{Link: "e", Without: .45, Effect: -.04, Known: true, Rank: 4}, // .3 − .4
	}
	if !slices.EqualFunc(got, want, func(a, b credence.Effect) bool {
		return a.Link == b.Link && a.Rank == b.Rank && a.Known == b.Known && math.Abs(a.Without-b.Without) < 1e-12 && math.Abs(a.Effect-b.Effect) < 1e-12
	}) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Effects(canceled, "A"); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled, but got %v", err)
	}
}

// An effect, a supposition and a share are what a whole evaluation gives of
// the map without the link, or with the other base.
func TestTrialsEqualEvaluate(t *testing.T) {
	overMaps(t, 40, func(t *testing.T, r *rand.Rand, m *argument.Map) {
		o := credence.OptionsOf(m)
		e := credence.Evaluate(m, o)
		target := argument.ID("c0")
		before := e.Claim(target)
		effects, err := e.Effects(context.Background(), target)
		if err != nil {
			t.Fatal(err)
		}
		listed := make(map[argument.ID]credence.Effect)
		for _, f := range effects {
			listed[f.Link] = f
		}
		shares := make(map[argument.ID]credence.Share)
		for _, s := range e.Why(target) {
			shares[s.Link] = s
		}
		for l := range m.Links() {
			o.Without = []argument.ID{l.ID}
			want := credence.Evaluate(m, o).Claim(target)
			known := want.Known && before.Known
			was, is, sure := e.Effect(l.ID, target)
			if was != before.Credence || math.Abs(is-want.Credence) > 1e-9 || sure != known {
				t.Errorf("without %s: %v to %v, %v; want %v to %v, %v", l.ID, was, is, sure, before.Credence, want.Credence, known)
			}
			f, ok := listed[l.ID]
			if !ok && slices.Contains(e.DependsOn(target), l.ID) {
				t.Errorf("%s is not among the effects", l.ID)
			}
			if ok && (math.Abs(f.Without-want.Credence) > 1e-9 || math.Abs(f.Effect-(before.Credence-want.Credence)) > 1e-9 || f.Known != known) {
				t.Errorf("without %s: %+v, want %+v", l.ID, f, want)
			}
			if of := e.EffectsOf(target, []argument.ID{l.ID, "no such"}); math.Abs(of[0].Without-want.Credence) > 1e-9 || of[0].Known != known || of[1].Known {
				t.Errorf("without %s: %+v, want %+v", l.ID, of, want)
			}
			if s, ok := shares[l.ID]; ok != (l.To == target) || ok && math.Abs(s.Without-want.Credence) > 1e-9 {
				t.Errorf("share of %s: %+v, want %+v", l.ID, s, want)
			}
		}
		o.Without = nil
		for l := range m.Links() {
			base := r.Float64()
			o.Set = map[argument.ID]float64{l.ID: base}
			want := credence.Evaluate(m, o).Claim(target)
			if got := e.Supposing(l.ID, base, target); math.Abs(got.Credence-want.Credence) > 1e-9 || got.Known != want.Known {
				t.Errorf("%s at %v: %+v, want %+v", l.ID, base, got, want)
			}
		}
		for c := range m.Claims() {
			at, _ := e.Prior(c.ID)
			for _, b := range e.Waterfall(c.ID) {
				if b.From != at {
					t.Errorf("the waterfall of %s breaks off at %v and goes on at %v", c.ID, at, b.From)
				}
				at = b.To
			}
			if v := e.Claim(c.ID); v.Known && math.Abs(at-v.Credence) > 1e-6 {
				t.Errorf("the waterfall of %s ends at %v, not %v", c.ID, at, v.Credence)
			}
		}
		if got := e.Claim(target); got != before {
			t.Errorf("the trials left %+v of %+v", got, before)
		}
	})
}

const upAndDown = `
	claim A .4
	claim B 1
	claim C 0
	claim D 0
	k: C + D 1
	j: C + A .9
	i: C,D - A 1
	`

func TestCrossing(t *testing.T) {
	for _, c := range []struct {
		name string
		draw string
		link argument.ID
		want float64
		ok   bool
	}{
		{"a supporter against an attacker", `
			claim A
			claim B 1
			claim C 1
			l: B + A .2
			k: C - A .6`, "l", .6, true},
		{"through an undercut", `
			claim A
			claim B 1
			claim C 1
			claim D 1
			l: B + A .8
			k: C - A .6
			j: D - l .1`, "j", .25, true}, // .8 − .8×.25 = .6
		{"support alone never goes below", `
			claim A
			claim B 1
			l: B + A .2`, "l", 0, false},
		{"too weak a premise", `
			claim A .2
			claim B .3
			l: B + A 1`, "l", 0, false},
		{"no way leads there", `
			claim A .2
			claim B .3
			l: A + B 1`, "l", 0, false},
		// With x the confidence of l, .4 + .6(.9x − x²) is above .5 between
		// two places.
		{"up and down again over two ways, from below", upAndDown + "l: B + C 0", "l", (.9 - math.Sqrt(.81-2./3)) / 2, true},
		{"up and down again over two ways, from above", upAndDown + "l: B + C 1", "l", (.9 + math.Sqrt(.81-2./3)) / 2, true},
	} {
		e := credence.Evaluate(draw(t, c.draw), credence.Options{Premises: argument.Product})
		got, ok := e.Crossing(c.link, "A")
		if ok != c.ok || ok && math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, %v; want %v, %v", c.name, got, ok, c.want, c.ok)
		}
	}
}

func TestDependsOnAndCycle(t *testing.T) {
	e := credence.Evaluate(draw(t, `
		claim A
		claim B
		claim C
		claim D
		l: B + A .5
		k: C - l .5
		j: D - C .5
		i: C - D .5`), credence.Options{})
	for id, want := range map[argument.ID][]argument.ID{
		"A": {"l", "k", "B", "C", "j", "D", "i"},
		"k": {"C", "j", "D", "i"},
		"B": {},
		"D": {"D", "i", "C", "j"},
	} {
		if got := e.DependsOn(id); !slices.Equal(got, want) {
			t.Errorf("%s depends on %v, but got %v", id, want, got)
		}
	}
	round := e.Cycle("D")
	slices.Sort(round)
	if !slices.Equal(round, []argument.ID{"C", "D", "i", "j"}) {
		t.Errorf("D is in the circle C, j, D, i, but got %v", round)
	}
	if got := e.Cycle("A"); got != nil {
		t.Errorf("A is in no circle, but got %v", got)
	}
}

// A snapshot keeps its numbers and may be asked while the evaluation goes on.
func TestSnapshot(t *testing.T) {
	doc := argument.NewDocument(draw(t, reasons))
	e := credence.Evaluate(doc.Map(), credence.Options{})
	doc.Observe(func(d argument.Difference) { e.Update(d) })
	s := e.Snapshot()
	asked := make(chan []credence.Effect)
	go func() {
		var last []credence.Effect
		for range 100 {
			last, _ = s.Effects(context.Background(), "A")
		}
		asked <- last
	}()
	for i := range 100 {
		if err := doc.Do("x", func(e *argument.Edit) error {
			id, err := e.AddClaim(argument.Claim{Text: "x"})
			if err != nil {
				return err
			}
			_, err = e.AddLink(argument.Link{Kind: argument.Opposes, From: []argument.ID{id, "D"}, To: "A", Confidence: argument.Stated(.9)})
			if err != nil || i%3 > 0 {
				return err
			}
			e.Remove("c", "d", id)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if got := <-asked; len(got) != 4 || math.Abs(got[0].Effect+.24) > 1e-12 {
		t.Errorf("the snapshot's effects are %+v", got)
	}
	if got := s.Claim("A").Credence; math.Abs(got-.41) > 1e-12 {
		t.Errorf("the snapshot's A is %v", got)
	}
	if got := e.Claim("A").Credence; math.Abs(got-.3) > 1e-9 {
		t.Errorf("A is %v after a hundred objections", got)
	}
}

func TestCompare(t *testing.T) {
	// One strong attacker against two middling supporters: DF-QuAD weighs
	// 1 − .4² = .84 against .9, the sums .6 + .6 against .9.
	m := draw(t, `
		claim A
		claim B 1
		claim C 1
		claim D 1
		l: B + A .6
		k: C + A .6
		j: D - A .9`)
	c := credence.Compare(m, credence.OptionsOf(m))
	if c.Contention != "A" || len(c.Values) != 4 || !c.Disagree {
		t.Fatalf("got %+v", c)
	}
	for _, v := range c.Values {
		if above := v.Value.Credence > .5; above != (v.Semantics != argument.DFQuAD) {
			t.Errorf("%s has A at %v", v.Semantics, v.Value.Credence)
		}
	}
	m = draw(t, `
		claim A
		claim B 1
		l: B + A .6`)
	if c := credence.Compare(m, credence.OptionsOf(m)); c.Disagree {
		t.Errorf("all have A above one half, but %+v", c)
	}
	if c := credence.Compare(argument.Empty("m", "m"), credence.Options{}); c.Values != nil || c.Disagree {
		t.Errorf("there is no contention, but %+v", c)
	}
}
