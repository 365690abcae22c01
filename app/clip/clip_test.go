package clip_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warrant/app/clip"
	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/geom"
	"warrant/storage/mapfile"
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
		if !reflect.DeepEqual(now.Claims[:len(old.Claims)], old.Claims) || !reflect.DeepEqual(now.Links[:len(old.Links)], old.Links) || !reflect.DeepEqual(now.Sources, old.Sources) || now.Info != old.Info {
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

func encoded(t *testing.T, m *argument.Map) []byte {
	data, err := mapfile.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func paste(t *testing.T, doc *argument.Document, text string, under argument.ID, place func(argument.Claim) argument.Point) (ids []argument.ID) {
	t.Helper()
	c, err := clip.Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Do("Paste", func(e *argument.Edit) error {
		ids, err = clip.Insert(e, c, under, place)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return ids
}

const rain = `{"format": "warrant-map", "version": 1, "contention": "c1",
 "sources": [{"id": "s1", "title": "The almanac"}, {"id": "s2", "title": "Not cited"}],
 "claims": [
  {"id": "c1", "text": "It will rain"},
  {"id": "c2", "text": "The sky is dark"},
  {"id": "c3", "text": "A dark sky brings rain", "passages": [{"source": "s1", "start": 0, "end": 2}]},
  {"id": "c4", "text": "It is night"},
  {"id": "c5", "text": "The forecast is dry", "collapsed": true}],
 "links": [
  {"id": "l1", "kind": "supports", "from": ["c2", "c3"], "to": "c1", "confidence": 0.8},
  {"id": "l2", "kind": "opposes", "from": ["c4"], "to": "l1"},
  {"id": "l3", "kind": "opposes", "from": ["c5"], "to": "c1"}]}`

func rainMap(t *testing.T) *argument.Map {
	m, err := mapfile.Decode([]byte(rain))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func list(s string) (ids []argument.ID) {
	for _, f := range strings.Fields(s) {
		ids = append(ids, argument.ID(f))
	}
	return ids
}

// What comes along with what is chosen.
func TestPart(t *testing.T) {
	for _, c := range []struct{ chosen, claims, links, sources string }{
		{"c1 c2 c3 c4 c5", "c1 c2 c3 c4 c5", "l1 l2 l3", "s1"},
		{"c4 c1 c2", "c1 c2 c4", "l1 l2", ""}, // the step with the one premise, and what bears on it
		{"c1 c4", "c1 c4", "", ""},
		{"c3", "c3", "", "s1"},
		{"c1 l1", "c1", "", ""},
		{"l2", "c1 c2 c3 c4", "l1 l2", "s1"},
		{"l3", "c1 c5", "l3", ""},
		{"", "", "", ""},
		{"s1 nowhere", "", "", ""},
	} {
		p := clip.Part(rainMap(t), list(c.chosen))
		var claims, links, sources []argument.ID
		for _, r := range p.Claims {
			claims = append(claims, r.ID)
		}
		for _, r := range p.Links {
			links = append(links, r.ID)
		}
		for _, r := range p.Sources {
			sources = append(sources, r.ID)
		}
		if !slices.Equal(claims, list(c.claims)) || !slices.Equal(links, list(c.links)) || !slices.Equal(sources, list(c.sources)) {
			t.Errorf("of %q come %v, %v, %v", c.chosen, claims, links, sources)
		}
	}
}

// A text put under a claim or a link bears on it as its signs say.
func TestPasteText(t *testing.T) {
	reasons := "+ It is April\n− 40%  It is noon\n& Noon is dry\n  ⊘ It is not\n⊘ 90%  The eye is bad\n"
	for _, c := range []struct{ name, under, text, want string }{
		{"under a claim that is a premise: ⊘ bears on its step", "c5", reasons, `
− ?  The forecast is dry
  + ?  It is April
  − 40%  It is noon
  & Noon is dry
    ⊘ ?  It is not
  ⊘ 90%  The eye is bad`},
		{"below a line of its own", "c5", "It is April\n- It is noon\n+ It is wet\n  ⊘ Not yet\n⊘ It is May\n", `
− ?  The forecast is dry
  + ?  It is April
    − ?  It is noon
    + ?  It is wet
      ⊘ ?  Not yet
    ⊘ ?  It is May`},
		{"signs alone", "c5", "+ a\n- b\n", `
− ?  The forecast is dry
  + ?  a
  − ?  b`},
		{"linked, and a step on the new step", "c5", "+ 20%  a\n& b\n  ⊘ c\n", `
− ?  The forecast is dry
  + 20%  a
  & b
    ⊘ ?  c`},
		{"under a link", "l3", "+ a\n- b\nc", `
− ?  The forecast is dry
  ⊕ ?  a
  ⊘ ?  b
  ⊕ ?  c`},
		{"a step on a step, under a link", "l3", "⊘ a\n", `
− ?  The forecast is dry
  ⊘ ?  a`},
	} {
		doc := argument.NewDocument(rainMap(t))
		before := encoded(t, doc.Map())
		ids := paste(t, doc, c.text, argument.ID(c.under), nil)
		all := append(list("c1 c5"), ids...)
		want := "It will rain" + strings.ReplaceAll(c.want, "\n", "\n  ") + "\n"
		if got := clip.CopyText(doc.Map(), all); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
		if doc.Map().Claim("c5").Collapsed && c.under == "c5" {
			t.Errorf("%s: what was pasted is hidden", c.name)
		}
		for _, id := range ids {
			if doc.Map().Claim(id).Placed {
				t.Errorf("%s: a claim of a text has a place", c.name)
			}
		}
		doc.Undo()
		if !bytes.Equal(encoded(t, doc.Map()), before) {
			t.Errorf("%s: undo leaves something behind", c.name)
		}
	}
}

// A text on an empty canvas is a map of its own.
func TestPasteTextAlone(t *testing.T) {
	doc := argument.NewDocument(argument.Empty("new", ""))
	text := "Rain\n====\n\nIt will rain\n  + 80%  The sky is dark\n"
	ids := paste(t, doc, text, "", nil)
	m := doc.Map()
	if m.Info().Contention != ids[0] || m.Info().Title != "Rain" || clip.CopyText(m, ids) != "It will rain\n  + 80%  The sky is dark\n" {
		t.Errorf("pasted %+v", m.Parts())
	}
	// Names are drawn by lot: others may paste into copies of this map.
	for _, id := range ids {
		if id == "c1" || id == "c2" {
			t.Errorf("a claim is named %q", id)
		}
	}
	// A second text leaves the contention as it is.
	first := m.Info()
	paste(t, doc, "It will snow\n", "", nil)
	if m.Info() != first {
		t.Errorf("the map says of itself %+v, said %+v", m.Info(), first)
	}
}

// The same source under two names is one; two sources of one name are two.
func TestSourcesMeet(t *testing.T) {
	p := rainMap(t).Parts()
	p.Sources[0].ID, p.Sources[1].ID = "s1", "almanac"
	p.Sources[0].Title, p.Sources[1].Title = "Another book", "The almanac"
	p.Claims, p.Links, p.Info.Contention = nil, nil, ""
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	doc := argument.NewDocument(m)
	ids := paste(t, doc, rain, "", nil)
	if got := m.Claim(ids[2]).Passages[0].Source; got != "almanac" {
		t.Errorf("the passage is in %q", got)
	}
	var titles []string
	for s := range m.Sources() {
		titles = append(titles, s.Title)
	}
	if !slices.Equal(titles, []string{"Another book", "The almanac", "Not cited"}) {
		t.Errorf("sources %q", titles)
	}

	p.Sources = p.Sources[:1] // only another book, which is called s1 too
	if m, err = argument.Build(p); err != nil {
		t.Fatal(err)
	}
	ids = paste(t, argument.NewDocument(m), rain, "", nil)
	if got := m.Claim(ids[2]).Passages[0].Source; got == "s1" || m.Source(got).Title != "The almanac" {
		t.Errorf("the passage is in %q, %v", got, m.Source(got))
	}
}

// A part of a map stands by itself wherever it is pasted, unless it is to be
// reasons.
func TestAsReasons(t *testing.T) {
	doc := argument.NewDocument(argument.Empty("new", ""))
	top := paste(t, doc, "Take an umbrella", "", nil)[0]
	paste(t, doc, rain, top, nil)
	if n := doc.Map().NumIncoming(top); n != 0 {
		t.Errorf("%d links came to the selected claim", n)
	}
	doc.Undo()
	c, err := clip.Paste(rain)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Do("Paste as reasons", func(e *argument.Edit) error {
		_, err := clip.Insert(e, c.AsReasons(), top, nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	l := slices.Collect(doc.Map().Incoming(top))
	if len(l) != 1 || l[0].Kind != argument.Supports || doc.Map().Claim(l[0].From[0]).Text != "It will rain" {
		t.Errorf("links to the selected claim: %v", l)
	}
}

// What is on a clipboard is told apart, and damage is told.
func TestPasteKinds(t *testing.T) {
	for _, c := range []struct {
		text string
		kind clip.Kind
		err  string
	}{
		{rain, clip.Map, ""},
		{"\ufeff\r\n" + strings.ReplaceAll(rain, "\n", "\r\n"), clip.Map, ""},
		{"It will rain", clip.Text, ""},
		{"{a, b} is a set", clip.Text, ""},
		{"", 0, clip.ErrEmpty.Error()},
		{" \n-\n----\n", 0, clip.ErrEmpty.Error()},
		{`{"format": "warrant-map", "version": 1}`, 0, clip.ErrEmpty.Error()},
		{rain[:200], 0, "the file ends before the map does"},
		{strings.Replace(rain, `"to": "c1"`, `"to": "c9"`, 1), 0, `there is no claim or link "c9"`},
		{strings.Replace(rain, `"version": 1`, `"version": 2000`, 1), 0, "2000"},
		{`{"type": "excalidraw", "elements": []}`, 0, "not a map file"},
	} {
		got, err := clip.Paste(c.text)
		switch {
		case c.err == "" && (err != nil || got.Kind != c.kind || got.NumClaims() == 0):
			t.Errorf("%.40q: kind %d, %v", c.text, got.Kind, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%.40q: %v, want %s", c.text, err, c.err)
		}
	}
}

// What a paste leaves out depends on where it goes.
func TestLost(t *testing.T) {
	c, err := clip.Paste("+ a\n- b\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(c.Lost("")); got != 2 {
		t.Errorf("%d losses told by itself, want the two signs", got)
	}
	if got := c.Lost("c1"); got != nil {
		t.Errorf("lost %v under a claim", got)
	}
}

// A target that is gone meanwhile leaves the map as it was.
func TestPasteUnderNothing(t *testing.T) {
	doc := argument.NewDocument(rainMap(t))
	before := encoded(t, doc.Map())
	c, err := clip.Paste("a")
	if err != nil {
		t.Fatal(err)
	}
	err = doc.Do("Paste", func(e *argument.Edit) error {
		_, err := clip.Insert(e, c, "gone", nil)
		return err
	})
	if !errors.Is(err, argument.ErrNotThere) || !bytes.Equal(encoded(t, doc.Map()), before) {
		t.Errorf("pasted under nothing: %v", err)
	}
}

// The clipboard holds a text; the board knows what it was a text of.
func TestBoard(t *testing.T) {
	m := rainMap(t)
	var b clip.Board
	text := b.Copy(m, list("c1 c2 c3"))
	if want := "It will rain\n  + 80%  The sky is dark\n  & A dark sky brings rain\n"; text != want {
		t.Errorf("the text is %q", text)
	}
	c, err := b.Paste(strings.ReplaceAll(text, "\n", "\r\n"))
	if err != nil || c.Kind != clip.Map || c.NumClaims() != 3 {
		t.Errorf("pasted %v, %v", c, err)
	}
	if c, err = b.Paste(text + "It will snow\n"); err != nil || c.Kind != clip.Text || c.NumClaims() != 4 {
		t.Errorf("a changed text is pasted as %v, %v", c, err)
	}
	if _, err = new(clip.Board).Paste(""); err != clip.ErrEmpty {
		t.Errorf("nothing is pasted as %v", err)
	}
}

// cards are all of one size.
type cards struct{}

func (cards) CardSize(*argument.Claim) geom.Size { return geom.Size{W: 200, H: 60} }

// The cards of a text get places as if below a claim, in one block that can be
// moved as a whole.
func TestArranged(t *testing.T) {
	c, err := clip.Paste("+ a\n  + b\n  & c\n    ⊘ d\n- e\n  + f\n⊘ g\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Bounds(cards{}); ok {
		t.Error("a text has places")
	}
	c = c.Arranged(cards{})
	bounds, ok := c.Bounds(cards{})
	if !ok {
		t.Fatal("no card has a place")
	}
	for _, under := range []argument.ID{"", "c5"} {
		doc := argument.NewDocument(rainMap(t))
		var ids []argument.ID
		if err := doc.Do("Paste", func(e *argument.Edit) error {
			ids, err = clip.Insert(e, c, under, clip.Shift(geom.Pt(1000, 500).Sub(bounds.Min)))
			return err
		}); err != nil {
			t.Fatal(err)
		}
		var rects []geom.Rect
		var all geom.Rect
		at := make(map[string]argument.Point)
		for _, id := range ids {
			claim := doc.Map().Claim(id)
			if !claim.Placed {
				t.Fatalf("%q has no place", claim.Text)
			}
			at[claim.Text] = claim.At
			r := geom.R(claim.At.X, claim.At.Y, 200, 60)
			for _, other := range rects {
				if r.Overlaps(other) {
					t.Errorf("%q lies on another card", claim.Text)
				}
			}
			rects = append(rects, r)
			all = all.Union(r)
		}
		if all != bounds.Move(geom.Pt(1000, 500).Sub(bounds.Min)) {
			t.Errorf("the cards lie in %v", all)
		}
		if at["a"].Y != at["e"].Y || at["b"].Y <= at["a"].Y || at["a"].X >= at["e"].X {
			t.Errorf("the cards are at %v, want a and e in a row and b below", at)
		}
	}
}

// A card that has a place keeps it while the others get theirs.
func TestArrangedKeepsPlaces(t *testing.T) {
	text := `{"format": "warrant-map", "version": 1, "claims": [{"id": "a", "text": ""}, {"id": "b", "text": "", "at": [5, -7]}, {"id": "c", "text": "", "at": [505, 90]}]}`
	c, err := clip.Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := c.Bounds(cards{}); !ok || r != geom.R(5, -7, 700, 157) {
		t.Errorf("the cards with places lie in %v", r)
	}
	doc := argument.NewDocument(argument.Empty("new", ""))
	if err := doc.Do("Paste", func(e *argument.Edit) error {
		_, err := clip.Insert(e, c.Arranged(cards{}), "", nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	m := doc.Map()
	if !m.Claim("a").Placed || m.Claim("b").At != (argument.Point{X: 5, Y: -7}) || m.Claim("c").At != (argument.Point{X: 505, Y: 90}) {
		t.Errorf("the cards are at %v, %v, %v", m.Claim("a").At, m.Claim("b").At, m.Claim("c").At)
	}
}
