package clip_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"warrant/app/clip"
	"warrant/argument"
	"warrant/argument/sample"
)

// A part that is copied and pasted into an empty map is that part.
func TestCopyIntoAnEmptyMap(t *testing.T) {
	for seed := range int64(60) {
		m, ids := some(t, seed)
		text, err := clip.Copy(m, ids)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		doc := argument.NewDocument(argument.Empty("new", ""))
		got := paste(t, doc, text, "", nil)
		want := clip.Part(m, ids)
		have := doc.Map().Parts()
		have.Info.ID = ""
		if !reflect.DeepEqual(have, lists(want)) {
			t.Fatalf("seed %d: pasted\n%+v\nwant\n%+v", seed, have, want)
		}
		if len(got) != len(want.Claims) {
			t.Errorf("seed %d: %d claims told, want %d", seed, len(got), len(want.Claims))
		}
	}
}

// A part that is pasted where it came from gets names of its own, shares the
// sources, leaves all else as it was, and goes again with one undo.
func TestPasteIntoTheSameMap(t *testing.T) {
	for seed := range int64(60) {
		m, ids := some(t, seed)
		before, part := encoded(t, m), clip.Part(m, ids)
		old := m.Parts()
		text, err := clip.Copy(m, ids)
		if err != nil {
			t.Fatal(err)
		}
		doc := argument.NewDocument(m)
		by := argument.Point{X: 24, Y: 32}
		got := paste(t, doc, text, "", func(c argument.Claim) argument.Point { return argument.Point{X: c.At.X + by.X, Y: c.At.Y + by.Y} })
		now := m.Parts()
		if !reflect.DeepEqual(now.Claims[:len(old.Claims)], old.Claims) || !reflect.DeepEqual(now.Links[:len(old.Links)], old.Links) || !reflect.DeepEqual(now.Sources, old.Sources) || !reflect.DeepEqual(now.Info, old.Info) {
			t.Fatalf("seed %d: what was there has changed", seed)
		}
		name := make(map[argument.ID]argument.ID)
		for i, c := range part.Claims {
			name[c.ID] = got[i]
			c.ID = got[i]
			c.At.X, c.At.Y = c.At.X+by.X, c.At.Y+by.Y
			if have := m.Claim(got[i]); !reflect.DeepEqual(*have, c) {
				t.Fatalf("seed %d: pasted %+v, want %+v", seed, *have, c)
			}
		}
		pasted := now.Links[len(old.Links):]
		if len(pasted) != len(part.Links) {
			t.Fatalf("seed %d: %d links came, want %d", seed, len(pasted), len(part.Links))
		}
		for i, l := range part.Links {
			name[l.ID] = pasted[i].ID
		}
		for i, l := range part.Links {
			l.ID, l.To = name[l.ID], name[l.To]
			for k := range l.From {
				l.From[k] = name[l.From[k]]
			}
			if !reflect.DeepEqual(pasted[i], l) {
				t.Fatalf("seed %d: pasted %+v, want %+v", seed, pasted[i], l)
			}
		}
		doc.Undo()
		if !bytes.Equal(encoded(t, m), before) {
			t.Errorf("seed %d: undo leaves something behind", seed)
		}
	}
}

// some makes a map in which claims and evidence cite sources, and chooses some
// of it.
func some(t *testing.T, seed int64) (*argument.Map, []argument.ID) {
	r := rand.New(rand.NewSource(seed))
	m, err := sample.Make(sample.Options{Claims: 1 + r.Intn(40), Seed: seed, Cross: 0.3, Placed: true})
	if err != nil {
		t.Fatal(err)
	}
	p := m.Parts()
	for i := range 4 {
		p.Sources = append(p.Sources, argument.Source{ID: argument.ID(fmt.Sprint("s", i)), Title: fmt.Sprint("Book ", i), Authors: []string{"N. N."}})
	}
	source := func() argument.ID { return p.Sources[r.Intn(4)].ID }
	for i := range p.Claims {
		if r.Intn(4) == 0 {
			p.Claims[i].Passages = []argument.Passage{{Source: source(), Start: 1, End: 5, Digest: "0123"}}
			p.Claims[i].Extra = `{"later":[1,2]}`
		}
	}
	for i := range p.Links {
		evidence := slices.Clone(p.Links[i].Evidence)
		for k := range evidence {
			evidence[k].Source = source()
		}
		p.Links[i].Evidence = evidence
	}
	p.Steps = []argument.Step{{ID: "p1", Focus: []argument.ID{"c1"}}}
	if m, err = argument.Build(p); err != nil {
		t.Fatal(err)
	}
	ids := []argument.ID{"c1", "nowhere"}
	for c := range m.Claims() {
		if r.Intn(3) > 0 {
			ids = append(ids, c.ID)
		}
	}
	return m, ids
}

// lists gives empty lists the form in which a map has them.
func lists(p argument.Parts) argument.Parts {
	m, err := argument.Build(p)
	if err != nil {
		panic(err)
	}
	return m.Parts()
}
