package main_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	domain "warrant/argument"
	bundle "warrant/assets"
	"warrant/storage/mapfile"
)

// The maps that come with the program are sound, canonical and as the schema
// says; and the schema refuses what is no map.
func TestExamples(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(bundle.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	validate := func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	files, err := bundle.Examples.ReadDir("examples")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, f := range files {
		data, err := bundle.Examples.ReadFile("examples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(data); err != nil {
			t.Errorf("%s is not as the schema says: %v", f.Name(), err)
		}
		m, err := mapfile.Decode(data)
		if err != nil {
			t.Errorf("%s: %v", f.Name(), err)
			continue
		}
		again, err := mapfile.Encode(m)
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("%s is not written canonically (warrant format does that): %v", f.Name(), err)
		}
	}
	for _, bad := range []string{
		`{"format":"warrant-map"}`,
		`{"format":"warrant-map","version":1,"claims":[{"id":"c1"}]}`,
		`{"format":"warrant-map","version":1,"claims":[{"id":"c1","text":"a","prior":2}]}`,
		`{"format":"warrant-map","version":1,"links":[{"id":"l1","kind":"proves","from":["c1"],"to":"c2"}]}`,
	} {
		if validate([]byte(bad)) == nil {
			t.Errorf("the schema takes %s", bad)
		}
	}
}

// The bundled map is the whole argument of an article, not a sketch of one.
func TestBundledMap(t *testing.T) {
	data, err := bundle.Examples.ReadFile("examples/turn-to-the-east.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := map[int]bool{}
	for c := range m.Claims() {
		if strings.TrimSpace(c.Text) == "" || !c.Placed || len(c.Passages) == 0 {
			t.Errorf("claim %s has no text, no place or no passage", c.ID)
		}
		for _, p := range c.Passages {
			paragraphs[p.Paragraph] = true
			if len(p.Digest) != 16 || p.End <= p.Start {
				t.Errorf("claim %s: passage %+v", c.ID, p)
			}
		}
	}
	if len(paragraphs) != 6 {
		t.Errorf("claims are anchored in %d of the six paragraphs", len(paragraphs))
	}
	var linked, undercuts, stated, evidence, against int
	for l := range m.Links() {
		if len(l.From) > 1 {
			linked++
		}
		if m.LinkRole(l) == domain.Undercutting {
			undercuts++
		}
		if l.Confidence.IsSet() {
			stated++
		}
		for _, e := range l.Evidence {
			evidence++
			if e.Speaks() == domain.Against {
				against++
			}
		}
	}
	if m.NumClaims() < 45 || linked < 5 || undercuts < 5 || stated < 40 || evidence < 50 || against < 5 {
		t.Errorf("%d claims, %d links with linked premises, %d undercutters, %d stated confidences, %d evidence items, %d of them against",
			m.NumClaims(), linked, undercuts, stated, evidence, against)
	}
	if m.NumIncoming(m.Info().Contention) < 3 {
		t.Error("hardly anything bears on the contention")
	}
}
