package argument_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

// Every rule, by the record and the field that break it. A rule holds when a
// map is built, and when an edit brings the same about.
func TestRules(t *testing.T) {
	const bad = "a\xff"
	claim := func(change func(*argument.Claim)) func(*edit) error {
		return func(e *edit) error { return e.UpdateClaim("c6", change) }
	}
	link := func(change func(*argument.Link)) func(*edit) error {
		return func(e *edit) error { return e.UpdateLink("l3", change) }
	}
	evidence := func(change func(*argument.Evidence)) func(*edit) error {
		return func(e *edit) error {
			return e.UpdateLink("l1", func(l *argument.Link) { l.Evidence = slices.Clone(l.Evidence); change(&l.Evidence[1]) })
		}
	}
	passage := func(p argument.Passage) func(*edit) error {
		return claim(func(c *argument.Claim) { c.Passages = []argument.Passage{{Source: "s1"}, p} })
	}
	source := func(change func(*argument.Source)) func(*edit) error {
		return func(e *edit) error { return e.UpdateSource("s2", change) }
	}
	step := func(change func(*argument.Step)) func(*edit) error {
		return func(e *edit) error { return e.UpdateStep("p1", change) }
	}
	info := func(change func(*argument.Info)) func(*edit) error {
		return func(e *edit) error { e.SetInfo(change); return nil }
	}
	for _, test := range []struct {
		want   string
		change func(*edit) error
	}{
		{`map, contention: there is no claim "l1"`, info(func(i *argument.Info) { i.Contention = "l1" })},
		{`map, evaluation/semantics: "x" is not one of`, info(func(i *argument.Info) { i.Evaluation.Semantics = "x" })},
		{`map, evaluation/premises: "x" is neither`, info(func(i *argument.Info) { i.Evaluation.Premises = "x" })},
		{`map, title: not valid UTF-8`, info(func(i *argument.Info) { i.Title = bad })},
		{`map, id: not valid UTF-8`, info(func(i *argument.Info) { i.ID = bad })},
		{`claim "c6", text: not valid UTF-8`, claim(func(c *argument.Claim) { c.Text = bad })},
		{`claim "c6", note: not valid UTF-8`, claim(func(c *argument.Claim) { c.Note = bad })},
		{`claim "c6", tags/1: not valid UTF-8`, claim(func(c *argument.Claim) { c.Tags = []string{"", bad} })},
		{`claim "c6", prior: 1.5 is outside 0 to 1`, claim(func(c *argument.Claim) { c.Prior = argument.Stated(1.5) })},
		{`claim "c6", prior: NaN is outside 0 to 1`, claim(func(c *argument.Claim) { c.Prior = argument.Stated(math.NaN()) })},
		{`claim "c6", at: a coordinate`, claim(func(c *argument.Claim) { c.At.Y = math.Inf(1) })},
		{`claim "c6", at: a coordinate`, claim(func(c *argument.Claim) { c.At.X = math.NaN() })},
		{`claim "c6", at: a coordinate`, claim(func(c *argument.Claim) { c.At.X = -1.1e9 })},
		{`claim "c6", width: a card is`, claim(func(c *argument.Claim) { c.Width = 59 })},
		{`claim "c6", width: a card is`, claim(func(c *argument.Claim) { c.Width = math.NaN() })},
		{`claim "c6", passages/1/source: there is no source "c1"`, passage(argument.Passage{Source: "c1"})},
		{`claim "c6", passages/1: start 5 and end 4 are no span`, passage(argument.Passage{Source: "s1", Start: 5, End: 4})},
		{`claim "c6", passages/1: start -1`, passage(argument.Passage{Source: "s1", Start: -1})},
		{`claim "c6", passages/1/paragraph: `, passage(argument.Passage{Source: "s1", Paragraph: -1})},
		{`claim "c6", passages/1/digest: not valid UTF-8`, passage(argument.Passage{Source: "s1", Digest: bad})},
		{`link "l3", kind: "x" is neither supports nor opposes`, link(func(l *argument.Link) { l.Kind = "x" })},
		{`link "l3", from: a link needs`, link(func(l *argument.Link) { l.From = nil })},
		{`link "l3", from/1: there is no claim "l1"`, link(func(l *argument.Link) { l.From = []id{"c1", "l1"} })},
		{`link "l3", from/1: the claim "c2" is a premise`, link(func(l *argument.Link) { l.From = []id{"c2", "c2"} })},
		{`link "l3", from/21: the claim "n7" is a premise`, func(e *edit) error {
			from := []id{"c1"}
			for i := range 20 {
				n, err := e.AddClaim(argument.Claim{ID: id(fmt.Sprint("n", i))})
				if err != nil {
					return err
				}
				from = append(from, n)
			}
			return e.UpdateLink("l3", func(l *argument.Link) { l.From = append(from, "n7") })
		}},
		{`link "l3", to: a link cannot be its own target`, link(func(l *argument.Link) { l.To = "l3" })},
		{`link "l3", to: there is no claim or link "s1"`, link(func(l *argument.Link) { l.To = "s1" })},
		{`link "l3", to: the targets lead back`, link(func(l *argument.Link) { l.To = "l4" })},
		{`link "l3", confidence: -0.5 is outside`, link(func(l *argument.Link) { l.Confidence = argument.Stated(-0.5) })},
		{`link "l3", scheme: not valid UTF-8`, link(func(l *argument.Link) { l.Scheme = bad })},
		{`link "l3", note: not valid UTF-8`, link(func(l *argument.Link) { l.Note = bad })},
		{`link "l3", via/1: a coordinate must lie`, link(func(l *argument.Link) { l.Via = []argument.Point{{}, {Y: math.NaN()}} })},
		{`link "l3", via: a link is led through 500 points`, link(func(l *argument.Link) { l.Via = make([]argument.Point, 501) })},
		{`link "l1", evidence/1/id: an ID must not be empty`, evidence(func(v *argument.Evidence) { v.ID = "" })},
		{`link "l1", evidence/1/id: "e1" is used twice`, evidence(func(v *argument.Evidence) { v.ID = "e1" })},
		{`link "l1", evidence/1/id: not valid UTF-8`, evidence(func(v *argument.Evidence) { v.ID = bad })},
		{`link "l1", evidence/1/kind: "x" is no kind`, evidence(func(v *argument.Evidence) { v.Kind = "x" })},
		{`link "l1", evidence/1/locator: not valid UTF-8`, evidence(func(v *argument.Evidence) { v.Locator = bad })},
		{`link "l1", evidence/1/reliability: 2 is outside`, evidence(func(v *argument.Evidence) { v.Reliability = argument.Stated(2) })},
		{`link "l1", evidence/1/stance: "x" is neither`, evidence(func(v *argument.Evidence) { v.Stance = "x" })},
		{`link "l1", evidence/1/source: there is no source "s9"`, evidence(func(v *argument.Evidence) { v.Source = "s9" })},
		{`link "l1", evidence/1/passages/0/source: there is no source ""`, evidence(func(v *argument.Evidence) { v.Passages = make([]argument.Passage, 1) })},
		{`source "s2", url: not valid UTF-8`, source(func(s *argument.Source) { s.URL = bad })},
		{`source "s2", authors/0: not valid UTF-8`, source(func(s *argument.Source) { s.Authors = []string{bad} })},
		{`step "p1", focus/1: there is no claim or link "s1"`, step(func(s *argument.Step) { s.Focus = []id{"c1", "s1"} })},
		{`step "p1", reveal/0: there is no claim or link "c9"`, step(func(s *argument.Step) { s.Reveal = []id{"c9"} })},
		{`step "p1", say: not valid UTF-8`, step(func(s *argument.Step) { s.Say = bad })},
		{`claim "s1", id: a source has this ID already`, func(e *edit) error { _, err := e.AddClaim(argument.Claim{ID: "s1"}); return err }},
		{`link "c1", id: a claim has this ID already`, func(e *edit) error { _, err := e.AddLink(argument.Link{ID: "c1"}); return err }},
		{`source "p1", id: a step has this ID already`, func(e *edit) error { _, err := e.AddSource(argument.Source{ID: "p1"}); return err }},
		{`step "l1", id: a link has this ID already`, func(e *edit) error { _, err := e.AddStep(argument.Step{ID: "l1"}); return err }},
		{`id: an ID has at most 200 bytes`, func(e *edit) error { _, err := e.AddStep(argument.Step{ID: id(strings.Repeat("x", 201))}); return err }},
		{`id: not valid UTF-8`, func(e *edit) error { _, err := e.AddStep(argument.Step{ID: bad}); return err }},
	} {
		d := example(t)
		before := d.Map().Parts()
		var edited argument.Parts
		err := d.Do("", func(e *edit) error {
			err := test.change(e)
			edited = e.Map().Parts()
			return err
		})
		var rule *argument.RuleError
		if !errors.As(err, &rule) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("an edit says %v, want %s", err, test.want)
		}
		same(t, test.want, d.Map().Parts(), before)
		if rule != nil && rule.Field == "id" && rule.Record != "map" {
			continue // the record never came in
		}
		if _, err := argument.Build(edited); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Build says %v, want %s", err, test.want)
		}
	}
}

func TestLimits(t *testing.T) {
	d := argument.NewDocument(argument.Empty("m", ""))
	fill := func(claims, links int) error {
		return d.Do("Fill", func(e *edit) error {
			for range claims {
				if _, err := e.AddClaim(argument.Claim{}); err != nil {
					return err
				}
			}
			var first id
			for c := range e.Map().Claims() {
				first = c.ID
				break
			}
			for range links {
				if _, err := e.AddLink(argument.Link{Kind: argument.Opposes, From: []id{first}, To: first}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := fill(argument.MaxClaims, argument.MaxLinks); err != nil {
		t.Fatal(err)
	}
	if err := fill(1, 0); err == nil || !strings.Contains(err.Error(), "100001 claims, but a map holds at most 100000") {
		t.Error(err)
	}
	if err := fill(0, 1); err == nil || !strings.Contains(err.Error(), "200001 links, but a map holds at most 200000") {
		t.Error(err)
	}
	if d.Map().NumClaims() != argument.MaxClaims || d.Map().NumLinks() != argument.MaxLinks {
		t.Errorf("%d claims and %d links", d.Map().NumClaims(), d.Map().NumLinks())
	}
	if _, err := argument.Build(argument.Parts{Claims: make([]argument.Claim, argument.MaxClaims+1)}); err == nil {
		t.Error("a map of too many claims is built")
	}
}
