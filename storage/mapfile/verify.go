package mapfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"

	"warrant/argument"
)

// Verify returns a check that bytes hold the map as it is when they are checked. It reads them
// with the standard library's decoder and shares no code with Encode and
// Decode, so that a fault of theirs is found before it replaces the only copy
// of a map.
func Verify(m Listed) func([]byte) error {
	return func(data []byte) error {
		p := m.Parts()
		where, err := verify(&p, data)
		switch {
		case err != nil:
			return fmt.Errorf("the map as written cannot be read back: %w", err)
		case where != "":
			return fmt.Errorf("the map as written differs from the map at %s", where)
		}
		return nil
	}
}

// The structs of this file say once more, apart from those that are written,
// what a file holds.
type (
	readMap struct {
		Format     string         `json:"format"`
		Version    int            `json:"version"`
		ID         string         `json:"id"`
		Title      string         `json:"title"`
		Contention string         `json:"contention"`
		Evaluation readEvaluation `json:"evaluation"`
		Dismissed  []string       `json:"dismissed"`
		Sources    []readSource   `json:"sources"`
		Claims     []readClaim    `json:"claims"`
		Links      []readLink     `json:"links"`
		Steps      []readStep     `json:"steps"`
	}
	readEvaluation struct {
		Semantics string `json:"semantics"`
		Premises  string `json:"premises"`
	}
	readSource struct {
		ID      string   `json:"id"`
		Title   string   `json:"title"`
		Authors []string `json:"authors"`
		Issued  string   `json:"issued"`
		URL     string   `json:"url"`
		Text    string   `json:"text"`
	}
	readClaim struct {
		ID        string        `json:"id"`
		Text      string        `json:"text"`
		Prior     *float64      `json:"prior"`
		Note      string        `json:"note"`
		Tags      []string      `json:"tags"`
		At        []float64     `json:"at"`
		Width     float64       `json:"width"`
		Color     string        `json:"color"`
		Pinned    bool          `json:"pinned"`
		Collapsed bool          `json:"collapsed"`
		Passages  []readPassage `json:"passages"`
	}
	readPassage struct {
		Source    string `json:"source"`
		Paragraph int    `json:"paragraph"`
		Start     int    `json:"start"`
		End       int    `json:"end"`
		Digest    string `json:"digest"`
	}
	readLink struct {
		ID         string         `json:"id"`
		Kind       string         `json:"kind"`
		From       []argument.ID  `json:"from"`
		To         string         `json:"to"`
		Confidence *float64       `json:"confidence"`
		Scheme     string         `json:"scheme"`
		Note       string         `json:"note"`
		Evidence   []readEvidence `json:"evidence"`
		Via        [][]float64    `json:"via"`
	}
	readEvidence struct {
		ID          string        `json:"id"`
		Kind        string        `json:"kind"`
		Text        string        `json:"text"`
		Source      string        `json:"source"`
		Locator     string        `json:"locator"`
		URL         string        `json:"url"`
		Reliability *float64      `json:"reliability"`
		Stance      string        `json:"stance"`
		Passages    []readPassage `json:"passages"`
		Note        string        `json:"note"`
	}
	readStep struct {
		ID     string        `json:"id"`
		Title  string        `json:"title"`
		Focus  []argument.ID `json:"focus"`
		Reveal []argument.ID `json:"reveal"`
		Say    string        `json:"say"`
	}
)

// verify returns where the data differ from the parts, or "".
func verify(p *argument.Parts, data []byte) (string, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	extra := hasExtra(p)
	if !extra {
		d.DisallowUnknownFields()
	}
	r := readMap{ // with room for what should come
		Claims: make([]readClaim, 0, len(p.Claims)),
		Links:  make([]readLink, 0, len(p.Links)),
	}
	if err := d.Decode(&r); err != nil {
		return "", err
	}
	if _, err := d.Token(); err != io.EOF {
		return "", fmt.Errorf("something stands after the end")
	}
	if where := r.differs(p); where != "" || !extra {
		return where, nil
	}
	d = json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var all map[string]any
	if err := d.Decode(&all); err != nil {
		return "", err
	}
	var where string
	eachExtra(p, func(extra string, known any, path ...any) {
		if where == "" && !sameExtra(at(all, path), known, extra) {
			where = fmt.Sprint("the unknown members of ", path)
		}
	})
	return where, nil
}

func (r *readMap) differs(p *argument.Parts) string {
	i := &p.Info
	if ok := r.Format == "warrant-map" && r.Version == 1 && r.ID == i.ID && r.Title == i.Title && r.Contention == string(i.Contention) &&
		r.Evaluation.Semantics == string(i.Evaluation.Semantics) && r.Evaluation.Premises == string(i.Evaluation.Premises) &&
		slices.Equal(r.Dismissed, i.Dismissed); !ok {
		return "the members of the map itself"
	}
	for _, where := range []string{
		firstDifferent("sources", r.Sources, p.Sources, (*readSource).equal),
		firstDifferent("claims", r.Claims, p.Claims, (*readClaim).equal),
		firstDifferent("links", r.Links, p.Links, (*readLink).equal),
		firstDifferent("steps", r.Steps, p.Steps, (*readStep).equal),
	} {
		if where != "" {
			return where
		}
	}
	return ""
}

func firstDifferent[R, T any](name string, rs []R, ts []T, equal func(*R, *T) bool) string {
	if len(rs) != len(ts) {
		return fmt.Sprintf("the number of %s: %d, not %d", name, len(rs), len(ts))
	}
	for i := range rs {
		if !equal(&rs[i], &ts[i]) {
			return fmt.Sprintf("%s/%d", name, i)
		}
	}
	return ""
}

func (r *readSource) equal(s *argument.Source) bool {
	return r.ID == string(s.ID) && r.Title == s.Title && slices.Equal(r.Authors, s.Authors) && r.Issued == s.Issued && r.URL == s.URL && r.Text == s.Text
}

func (r *readClaim) equal(c *argument.Claim) bool {
	if !c.Placed && r.At != nil || c.Placed && (len(r.At) != 2 || r.At[0] != c.At.X || r.At[1] != c.At.Y) {
		return false
	}
	return r.ID == string(c.ID) && r.Text == c.Text && sameDegree(r.Prior, c.Prior) && r.Note == c.Note && slices.Equal(r.Tags, c.Tags) &&
		r.Width == c.Width && r.Color == string(c.Color) && r.Pinned == c.Pinned && r.Collapsed == c.Collapsed && firstDifferent("", r.Passages, c.Passages, (*readPassage).equal) == ""
}

func (r *readPassage) equal(p *argument.Passage) bool {
	return r.Source == string(p.Source) && r.Paragraph == p.Paragraph && r.Start == p.Start && r.End == p.End && r.Digest == p.Digest
}

func (r *readLink) equal(l *argument.Link) bool {
	return r.ID == string(l.ID) && r.Kind == string(l.Kind) && slices.Equal(r.From, l.From) && r.To == string(l.To) &&
		sameDegree(r.Confidence, l.Confidence) && r.Scheme == l.Scheme && r.Note == l.Note &&
		firstDifferent("", r.Evidence, l.Evidence, (*readEvidence).equal) == "" &&
		slices.EqualFunc(r.Via, l.Via, func(r []float64, p argument.Point) bool { return len(r) == 2 && r[0] == p.X && r[1] == p.Y })
}

func (r *readEvidence) equal(e *argument.Evidence) bool {
	return r.ID == string(e.ID) && r.Kind == string(e.Kind) && r.Text == e.Text && r.Source == string(e.Source) && r.Locator == e.Locator &&
		r.URL == e.URL && sameDegree(r.Reliability, e.Reliability) && r.Stance == string(e.Stance) && r.Note == e.Note &&
		firstDifferent("", r.Passages, e.Passages, (*readPassage).equal) == ""
}

func (r *readStep) equal(s *argument.Step) bool {
	return r.ID == string(s.ID) && r.Title == s.Title && slices.Equal(r.Focus, s.Focus) && slices.Equal(r.Reveal, s.Reveal) && r.Say == s.Say
}

func sameDegree(r *float64, d argument.Degree) bool {
	v, set := d.Value()
	return set == (r != nil) && (!set || *r == v)
}

// eachExtra calls fn for every object of the file, with the unknown members
// it should have, a struct of those it may know, and the way to it.
func eachExtra(p *argument.Parts, fn func(extra string, known any, path ...any)) {
	fn(p.Info.Extra, readMap{})
	fn(p.Info.Evaluation.Extra, readEvaluation{}, "evaluation")
	for i, s := range p.Sources {
		fn(s.Extra, readSource{}, "sources", i)
	}
	for i, c := range p.Claims {
		fn(c.Extra, readClaim{}, "claims", i)
		for j, g := range c.Passages {
			fn(g.Extra, readPassage{}, "claims", i, "passages", j)
		}
	}
	for i, l := range p.Links {
		fn(l.Extra, readLink{}, "links", i)
		for j, e := range l.Evidence {
			fn(e.Extra, readEvidence{}, "links", i, "evidence", j)
			for k, g := range e.Passages {
				fn(g.Extra, readPassage{}, "links", i, "evidence", j, "passages", k)
			}
		}
	}
	for i, s := range p.Steps {
		fn(s.Extra, readStep{}, "steps", i)
	}
}

func hasExtra(p *argument.Parts) bool {
	if p.Info.Extra != "" || p.Info.Evaluation.Extra != "" {
		return true
	}
	passages := func(ps []argument.Passage) bool {
		return slices.ContainsFunc(ps, func(p argument.Passage) bool { return p.Extra != "" })
	}
	for i := range p.Claims {
		if p.Claims[i].Extra != "" || passages(p.Claims[i].Passages) {
			return true
		}
	}
	for i := range p.Links {
		if p.Links[i].Extra != "" {
			return true
		}
		for j := range p.Links[i].Evidence {
			if e := &p.Links[i].Evidence[j]; e.Extra != "" || passages(e.Passages) {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.Sources, func(s argument.Source) bool { return s.Extra != "" }) ||
		slices.ContainsFunc(p.Steps, func(s argument.Step) bool { return s.Extra != "" })
}

// at follows a path of names and indices. It gives nil where it leads
// nowhere.
func at(v any, path []any) map[string]any {
	for _, step := range path {
		switch s := step.(type) {
		case string:
			object, _ := v.(map[string]any)
			v = object[s]
		case int:
			list, _ := v.([]any)
			if s >= len(list) {
				return nil
			}
			v = list[s]
		}
	}
	object, _ := v.(map[string]any)
	return object
}

// sameExtra reports whether an object has, beside the members that the struct
// known knows, exactly those of extra.
func sameExtra(object map[string]any, known any, extra string) bool {
	rest := maps.Clone(object)
	for i := range reflect.TypeOf(known).NumField() {
		delete(rest, reflect.TypeOf(known).Field(i).Tag.Get("json"))
	}
	if extra == "" {
		return len(rest) == 0
	}
	d := json.NewDecoder(bytes.NewReader([]byte(extra)))
	d.UseNumber()
	var want map[string]any
	return d.Decode(&want) == nil && reflect.DeepEqual(rest, want)
}
