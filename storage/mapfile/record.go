package mapfile

import (
	"fmt"

	"github.com/goccy/go-json/jsontext"

	"warrant/argument"
)

// The structs of this file are the file: their fields stand in the order in
// which members are written. Unknown takes the members that are not known.

type written struct {
	Format     string             `json:"format"`
	Version    int                `json:"version"`
	ID         string             `json:"id,omitzero"`
	Title      string             `json:"title,omitzero"`
	Contention argument.ID        `json:"contention,omitzero"`
	Evaluation *writtenEvaluation `json:"evaluation,omitzero"`
	Dismissed  []string           `json:"dismissed,omitempty"`
	Sources    []writtenSource    `json:"sources,omitempty"`
	Claims     []writtenClaim     `json:"claims,omitempty"`
	Links      []writtenLink      `json:"links,omitempty"`
	Steps      []writtenStep      `json:"steps,omitempty"`
	Unknown    jsontext.Value     `json:",embed"`
}

type writtenEvaluation struct {
	Semantics argument.Semantics   `json:"semantics,omitzero"`
	Premises  argument.PremiseRule `json:"premises,omitzero"`
	Unknown   jsontext.Value       `json:",embed"`
}

type writtenSource struct {
	ID      argument.ID    `json:"id"`
	Title   string         `json:"title,omitzero"`
	Authors []string       `json:"authors,omitempty"`
	Issued  string         `json:"issued,omitzero"`
	URL     string         `json:"url,omitzero"`
	Text    string         `json:"text,omitzero"`
	Unknown jsontext.Value `json:",embed"`
}

type writtenClaim struct {
	ID        argument.ID      `json:"id"`
	Text      string           `json:"text"`
	Prior     *float64         `json:"prior,omitzero"`
	Note      string           `json:"note,omitzero"`
	Tags      []string         `json:"tags,omitempty"`
	At        *[2]float64      `json:"at,omitzero"`
	Width     float64          `json:"width,omitzero"`
	Color     argument.Color   `json:"color,omitzero"`
	Pinned    bool             `json:"pinned,omitzero"`
	Collapsed bool             `json:"collapsed,omitzero"`
	Passages  []writtenPassage `json:"passages,omitempty"`
	Unknown   jsontext.Value   `json:",embed"`
}

type writtenPassage struct {
	Source    argument.ID    `json:"source"`
	Paragraph int            `json:"paragraph,omitzero"`
	Start     int            `json:"start"`
	End       int            `json:"end"`
	Digest    string         `json:"digest,omitzero"`
	Unknown   jsontext.Value `json:",embed"`
}

type writtenLink struct {
	ID         argument.ID       `json:"id"`
	Kind       argument.Kind     `json:"kind"`
	From       []argument.ID     `json:"from"`
	To         argument.ID       `json:"to"`
	Confidence *float64          `json:"confidence,omitzero"`
	Scheme     string            `json:"scheme,omitzero"`
	Note       string            `json:"note,omitzero"`
	Evidence   []writtenEvidence `json:"evidence,omitempty"`
	Via        [][2]float64      `json:"via,omitempty"`
	Unknown    jsontext.Value    `json:",embed"`
}

type writtenEvidence struct {
	ID          argument.ID           `json:"id"`
	Kind        argument.EvidenceKind `json:"kind"`
	Text        string                `json:"text"`
	Source      argument.ID           `json:"source,omitzero"`
	Locator     string                `json:"locator,omitzero"`
	URL         string                `json:"url,omitzero"`
	Reliability *float64              `json:"reliability,omitzero"`
	Stance      argument.Stance       `json:"stance,omitzero"`
	Passages    []writtenPassage      `json:"passages,omitempty"`
	Note        string                `json:"note,omitzero"`
	Unknown     jsontext.Value        `json:",embed"`
}

type writtenStep struct {
	ID      argument.ID    `json:"id"`
	Title   string         `json:"title,omitzero"`
	Focus   []argument.ID  `json:"focus,omitempty"`
	Reveal  []argument.ID  `json:"reveal,omitempty"`
	Say     string         `json:"say,omitzero"`
	Unknown jsontext.Value `json:",embed"`
}

// parts makes the domain's records. Empty lists become nil.
func (w *written) parts() (p argument.Parts, err error) {
	var x extras
	p.Info = argument.Info{ID: w.ID, Title: w.Title, Contention: w.Contention, Dismissed: some(w.Dismissed), Extra: x.read(w.Unknown)}
	if v := w.Evaluation; v != nil {
		p.Info.Evaluation = argument.Evaluation{Semantics: v.Semantics, Premises: v.Premises, Extra: x.read(v.Unknown)}
	}
	p.Sources = each(w.Sources, func(s *writtenSource) argument.Source {
		return argument.Source{ID: s.ID, Title: s.Title, Authors: some(s.Authors), Issued: s.Issued, URL: s.URL, Text: s.Text, Extra: x.read(s.Unknown)}
	})
	p.Claims = each(w.Claims, func(c *writtenClaim) argument.Claim {
		a := argument.Claim{
			ID: c.ID, Text: c.Text, Prior: degree(c.Prior), Note: c.Note, Tags: some(c.Tags), Width: c.Width, Color: c.Color,
			Pinned: c.Pinned, Collapsed: c.Collapsed, Passages: x.passages(c.Passages), Extra: x.read(c.Unknown),
		}
		if c.At != nil {
			a.At, a.Placed = argument.Point{X: plus(c.At[0]), Y: plus(c.At[1])}, true
		}
		return a
	})
	p.Links = each(w.Links, func(l *writtenLink) argument.Link {
		return argument.Link{
			ID: l.ID, Kind: l.Kind, From: some(l.From), To: l.To, Confidence: degree(l.Confidence), Scheme: l.Scheme, Note: l.Note,
			Evidence: each(l.Evidence, func(e *writtenEvidence) argument.Evidence {
				return argument.Evidence{
					ID: e.ID, Kind: e.Kind, Text: e.Text, Source: e.Source, Locator: e.Locator, URL: e.URL,
					Reliability: degree(e.Reliability), Stance: e.Stance, Passages: x.passages(e.Passages), Note: e.Note, Extra: x.read(e.Unknown),
				}
			}),
			Via:   each(l.Via, func(p *[2]float64) argument.Point { return argument.Point{X: plus(p[0]), Y: plus(p[1])} }),
			Extra: x.read(l.Unknown),
		}
	})
	p.Steps = each(w.Steps, func(s *writtenStep) argument.Step {
		return argument.Step{ID: s.ID, Title: s.Title, Focus: some(s.Focus), Reveal: some(s.Reveal), Say: s.Say, Extra: x.read(s.Unknown)}
	})
	return p, x.err
}

// writtenOf is the inverse of parts.
func writtenOf(p argument.Parts) (*written, error) {
	var x extras
	i := &p.Info
	w := &written{Format: Format, Version: Version, ID: i.ID, Title: i.Title, Contention: i.Contention, Dismissed: i.Dismissed, Unknown: x.write(mapShape, i.Extra)}
	if v := i.Evaluation; v != (argument.Evaluation{}) {
		w.Evaluation = &writtenEvaluation{v.Semantics, v.Premises, x.write(mapShape.members["evaluation"], v.Extra)}
	}
	w.Sources = each(p.Sources, func(s *argument.Source) writtenSource {
		return writtenSource{s.ID, s.Title, s.Authors, s.Issued, s.URL, s.Text, x.write(sourceShape, s.Extra)}
	})
	w.Claims = each(p.Claims, func(c *argument.Claim) writtenClaim {
		f := writtenClaim{
			ID: c.ID, Text: c.Text, Prior: pointer(c.Prior), Note: c.Note, Tags: c.Tags, Width: c.Width, Color: c.Color,
			Pinned: c.Pinned, Collapsed: c.Collapsed, Passages: x.writePassages(c.Passages), Unknown: x.write(claimShape, c.Extra),
		}
		if c.Placed {
			f.At = &[2]float64{plus(c.At.X), plus(c.At.Y)}
		}
		return f
	})
	w.Links = each(p.Links, func(l *argument.Link) writtenLink {
		return writtenLink{
			l.ID, l.Kind, l.From, l.To, pointer(l.Confidence), l.Scheme, l.Note,
			each(l.Evidence, func(e *argument.Evidence) writtenEvidence {
				return writtenEvidence{
					e.ID, e.Kind, e.Text, e.Source, e.Locator, e.URL, pointer(e.Reliability), e.Stance,
					x.writePassages(e.Passages), e.Note, x.write(evidenceShape, e.Extra),
				}
			}),
			each(l.Via, func(p *argument.Point) [2]float64 { return [2]float64{plus(p.X), plus(p.Y)} }),
			x.write(linkShape, l.Extra),
		}
	})
	w.Steps = each(p.Steps, func(s *argument.Step) writtenStep {
		return writtenStep{s.ID, s.Title, s.Focus, s.Reveal, s.Say, x.write(stepShape, s.Extra)}
	})
	return w, x.err
}

func (x *extras) passages(ps []writtenPassage) []argument.Passage {
	return each(ps, func(p *writtenPassage) argument.Passage {
		return argument.Passage{Source: p.Source, Paragraph: p.Paragraph, Start: p.Start, End: p.End, Digest: p.Digest, Extra: x.read(p.Unknown)}
	})
}

func (x *extras) writePassages(ps []argument.Passage) []writtenPassage {
	return each(ps, func(p *argument.Passage) writtenPassage {
		return writtenPassage{p.Source, p.Paragraph, p.Start, p.End, p.Digest, x.write(passageList.element, p.Extra)}
	})
}

// extras carries unknown members to and from a record's Extra, which is a
// JSON object without white space, or empty. It keeps the first error.
type extras struct{ err error }

func (x *extras) read(v jsontext.Value) string {
	if len(v) == 0 {
		return ""
	}
	b, err := jsontext.AppendFormat(nil, v)
	if err != nil {
		x.fail(fmt.Errorf("unknown members: %w", err))
	}
	if string(b) == "{}" {
		return ""
	}
	return string(b)
}

func (x *extras) write(sh *shape, extra string) jsontext.Value {
	if extra == "" || x.err != nil {
		return nil
	}
	s := scanner{text: []byte(extra)}
	names, err := s.names()
	if err != nil {
		x.fail(fmt.Errorf("the unknown members %s are not a JSON object: %w", quoted(extra), err))
		return nil
	}
	for _, name := range names {
		if _, known := sh.members[name]; known {
			x.fail(fmt.Errorf("the unknown members %s have a member %q, which is a known one", quoted(extra), name))
			return nil
		}
	}
	b, err := jsontext.AppendFormat(nil, extra)
	if err != nil {
		x.fail(fmt.Errorf("the unknown members %s: %w", quoted(extra), err))
	}
	return b
}

func (x *extras) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

func each[A, B any](as []A, of func(*A) B) []B {
	if len(as) == 0 {
		return nil
	}
	bs := make([]B, len(as))
	for i := range as {
		bs[i] = of(&as[i])
	}
	return bs
}

func some[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

func degree(v *float64) argument.Degree {
	if v == nil {
		return argument.Unset
	}
	return argument.Stated(*v)
}

func pointer(d argument.Degree) *float64 {
	v, set := d.Value()
	if !set {
		return nil
	}
	return &v
}

// plus makes minus zero zero.
func plus(v float64) float64 { return v + 0 }
