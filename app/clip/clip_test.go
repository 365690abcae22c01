package clip_test

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warrant/app/clip"
	"warrant/argument"
	"warrant/storage/mapfile"
)

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
  {"id": "l1", "kind": "supports", "from": ["c2", "c3"], "to": "c1", "confidence": 0.8,
   "evidence": [{"id": "e1", "kind": "observation", "text": "Look up", "source": "s1"}]},
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
		{"c4 c1 c2", "c1 c2 c4", "l1 l2", "s1"}, // the step with the one premise, and what bears on it
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
	if !reflect.DeepEqual(m.Info(), first) {
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
	for l := range m.Outgoing(ids[2]) {
		if got := l.Evidence[0].Source; got != "almanac" {
			t.Errorf("the evidence is from %q", got)
		}
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
