package merge

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

func TestCompare(t *testing.T) {
	const l1 = "the link from “It rains” and “The sprinkler runs” to “The street is wet”"
	move := func(ns ...id) change {
		return func(e *argument.Edit) error {
			for _, n := range ns {
				if err := e.MoveClaim(n, argument.Point{X: 7}); err != nil {
					return err
				}
			}
			return nil
		}
	}
	for _, c := range []struct {
		name    string
		changes []change
		want    []string
	}{
		{"nothing", nil, nil},
		{"a claim added and one removed", []change{addClaim(claim{ID: "n", Text: "Clouds"}), remove("c4")}, []string{
			"The claim “The forecast said so” was removed.",
			"A link was removed: “The forecast said so” supports “It rains”.",
			"The claim “Clouds” was added.",
		}},
		{"reworded beyond likeness", []change{text("c2", "Clouds burst")}, []string{"The claim “It rains” was reworded: “Clouds burst”."}},
		{"a prior", []change{setClaim("c2", func(c *claim) { c.Prior = argument.Stated(1.0 / 3) })}, []string{"The prior of “It rains” was set: 33.3333333333%."}},
		{"tags", []change{setClaim("c2", func(c *claim) { c.Tags = []string{"sky"} })}, []string{"The tags of “It rains” changed from “weather” to “sky”."}},
		{"turned over", []change{setLink("l2", func(l *link) { l.Kind = argument.Opposes })}, []string{"The link from “The forecast said so” to “It rains” was turned over: it now opposes."}},
		{"a confidence taken away", []change{setLink("l1", func(l *link) { l.Confidence = argument.Unset })}, []string{"The confidence of " + l1 + " was taken away: it was 70%."}},
		{"premises", []change{premises("l2", "c4", "c3")}, []string{"In the link from “The forecast said so” and “The sprinkler runs” to “It rains”: “The sprinkler runs” became a premise."}},
		{"a target", []change{setLink("l2", func(l *link) { l.To = "l1" })}, []string{
			"The target of the link from “The forecast said so” to the link from “It rains” and “The sprinkler runs” changed from “It rains” to " + l1 + ".",
		}},
		{"evidence", []change{removeItem("e2"), item("e1", func(e *evidence) { e.Stance = argument.Against }), addItem(evidence{ID: "e3", Text: "A bill"})}, []string{
			"The evidence “The log of the pump” was removed from " + l1 + ".",
			"The stance of the evidence “Wet tyres” on " + l1 + " changed from for to against.",
			"The evidence “A bill” was added to " + l1 + ".",
		}},
		{"a stance that was left out is for", []change{item("e1", func(e *evidence) { e.Stance = argument.For })}, nil},
		{"evidence in another order", []change{setLink("l1", func(l *link) { l.Evidence = []evidence{l.Evidence[1], l.Evidence[0]} })}, []string{"The evidence on " + l1 + " comes in another order."}},
		{"a source", []change{func(e *argument.Edit) error {
			return e.UpdateSource("s1", func(s *source) { s.Issued = "2020" })
		}}, []string{"The date of the source “The paper” was set: “2020”."}},
		{"steps", []change{func(e *argument.Edit) error { return e.RemoveStep("p1") }, func(e *argument.Edit) error {
			_, err := e.AddStep(step{ID: "p1", Title: "One", Focus: []id{"c2"}})
			return err
		}}, []string{"The steps come in another order."}},
		{"the map", []change{func(e *argument.Edit) error {
			e.SetInfo(func(i *info) { i.Title, i.Contention, i.Evaluation.Semantics = "A street", "c2", argument.LogOdds })
			return nil
		}}, []string{
			"The title of the map changed from “The street” to “A street”.",
			"The contention of the map changed from “The street is wet” to “It rains”.",
			"The semantics of the map changed from df-quad to log-odds.",
		}},
		{"semantics that were left out are df-quad", []change{func(e *argument.Edit) error {
			e.SetInfo(func(i *info) {
				i.Evaluation = argument.Evaluation{Semantics: argument.DFQuAD, Premises: argument.Weakest}
			})
			return nil
		}}, nil},
		{"the drawing is told last, and once", []change{move("c1", "c2"), setClaim("c3", func(c *claim) { c.Pinned, c.Note = true, "dripping" })}, []string{
			"The note of “The sprinkler runs” was set: “dripping”.", "2 cards moved.", "1 card pinned or let go.",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told []string
			for _, x := range Compare(edited(t), edited(t, c.changes...)).Changes {
				told = append(told, x.Text)
			}
			if !slices.Equal(told, c.want) {
				t.Errorf("told\n  %s\nwant\n  %s", strings.Join(told, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// Where IDs differ, claims are the same by what they say and where they
// stand.
func TestCompareByLikeness(t *testing.T) {
	foreign := func(change func(*argument.Parts)) *argument.Map {
		p := street()
		names := make(map[id]id)
		eachID(build(t, p), func(n id) { names[n] = "x" + n })
		rename(&p, names)
		change(&p)
		return build(t, p)
	}
	for _, c := range []struct {
		name   string
		change func(*argument.Parts)
		want   []string
	}{
		{"all IDs", func(*argument.Parts) {}, nil},
		{"and a claim reworded", func(p *argument.Parts) { p.Claims[3].Text = "The forecast of yesterday said so" }, []string{
			"The claim “The forecast said so” was reworded: “The forecast of yesterday said so”.",
		}},
		{"and a link turned over", func(p *argument.Parts) { p.Links[1].Kind = argument.Opposes }, []string{
			"The link from “The forecast said so” to “It rains” was turned over: it now opposes.",
		}},
		{"a text that is alike elsewhere is another claim", func(p *argument.Parts) {
			p.Claims[3].Text = "Hail falls"
			p.Claims = append(p.Claims, claim{ID: "z", Text: "The forecast, it is true, said so"})
		}, []string{
			"The claim “The forecast said so” was removed.",
			"A link was removed: “The forecast said so” supports “It rains”.",
			"The claim “Hail falls” was added.",
			"A link was added: “Hail falls” supports “It rains”.",
			"The claim “The forecast, it is true, said so” was added.",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told []string
			for _, x := range Compare(edited(t), foreign(c.change)).Changes {
				told = append(told, x.Text)
			}
			slices.Sort(told)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(told, want) {
				t.Errorf("told\n  %s\nwant\n  %s", strings.Join(told, "\n  "), strings.Join(want, "\n  "))
			}
		})
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		alike bool
	}{
		{"It rains", "it rains!", true},
		{"It will rain", "It will not rain", true},
		{"It rains", "It snows", false},
		{"", "", true},
		{"", "It rains", false},
		{"俄罗斯转向东方", "俄罗斯正转向东方", true},
		{"俄罗斯转向东方", "中国向西", false},
		{"…", "?", true}, // no words, and equally so
	} {
		if got := alike(c.a, c.b); got != c.alike {
			t.Errorf("%q and %q alike: %v", c.a, c.b, got)
		}
	}
}

func TestSummary(t *testing.T) {
	noted := func(n id) change { return setClaim(n, func(c *claim) { c.Note = "seen" }) }
	for _, c := range []struct {
		changes []change
		want    string
	}{
		{nil, "no difference"},
		{[]change{text("c1", "The road is wet")}, "1 claim reworded"},
		{[]change{text("c1", "The road is wet"), text("c2", "It rains hard"), noted("c1")}, "2 claims reworded, note of 1 claim changed"},
		{[]change{noted("c1"), noted("c2")}, "notes of 2 claims changed"},
		{[]change{confidence("l1", 0.1)}, "confidence 70% → 10%"},
		{[]change{setLink("l1", func(l *link) { l.Confidence = argument.Unset })}, "confidence 70% taken away"},
		{[]change{setClaim("c2", func(c *claim) { c.Prior = argument.Stated(0.2) })}, "prior set to 20%"},
		{[]change{confidence("l1", 0.1), confidence("l2", 0.1)}, "2 confidences changed"},
		{[]change{setClaim("c2", func(c *claim) { c.Prior = argument.Stated(0.2) }), setClaim("c3", func(c *claim) { c.Prior = argument.Stated(0.2) })}, "prior of 2 claims changed"},
		{[]change{setLink("l2", func(l *link) { l.Kind = argument.Opposes })}, "1 link turned over"},
		{[]change{premises("l2", "c4", "c3"), setLink("l1", func(l *link) { l.Scheme = "sign" })}, "1 scheme changed, premises of 1 link changed"},
		{[]change{setLink("l2", func(l *link) { l.To = "l1" })}, "1 link given another target"},
		{[]change{addItem(evidence{ID: "e3", Text: "A bill"})}, "1 evidence item added"},
		{[]change{removeItem("e2"), item("e1", func(e *evidence) { e.Text = "Wet tyres, seen twice" })}, "1 evidence item removed, 1 evidence item reworded"},
		{[]change{item("e1", func(e *evidence) { e.Locator, e.URL = "p. 2", "https://example.org" })}, "1 evidence item changed"},
		{[]change{item("e1", func(e *evidence) { e.Stance = argument.Against })}, "1 evidence item turned over"},
		{[]change{func(e *argument.Edit) error {
			return e.UpdateSource("s1", func(s *source) { s.Text = "All of it." })
		}}, "text of 1 source changed"},
		{[]change{func(e *argument.Edit) error {
			e.SetInfo(func(i *info) { i.Title, i.Contention, i.Evaluation.Semantics = "A street", "c2", argument.LogOdds })
			return nil
		}}, "another title, another contention, other semantics"},
		{[]change{remove("c4"), text("c1", "The road is wet"), noted("c1"), confidence("l1", 0.1)},
			"1 claim reworded, note of 1 claim changed, confidence 70% → 10%, 1 claim removed, 1 link removed"},
		{[]change{
			text("c1", "The road is wet"), noted("c1"), setClaim("c1", func(c *claim) { c.Tags = []string{"a"} }), confidence("l1", 0.1),
			setLink("l1", func(l *link) { l.Scheme, l.Note = "sign", "n" }), noted("c2"), addItem(evidence{ID: "e3", Text: "A bill"}), noted("c3"),
		}, "1 claim reworded, notes of 3 claims changed, tags of 1 claim changed, confidence 70% → 10%, 1 scheme changed, note of 1 link changed, 1 other change"},
	} {
		if got := Compare(edited(t), edited(t, c.changes...)).Summary(); got != c.want {
			t.Errorf("summary %q, want %q", got, c.want)
		}
	}
}

// Of a comparison each map can be marked, whatever its records are called.
func TestBeforeAndAfter(t *testing.T) {
	changes := []change{
		addClaim(claim{ID: "n", Text: "Clouds"}), remove("c4"), text("c1", "The street is wet all over"), addItem(evidence{ID: "e3", Text: "A bill"}),
		func(e *argument.Edit) error { return e.MoveClaim("c2", argument.Point{X: 9}) },
	}
	old, now := edited(t), edited(t, changes...)
	p := now.Parts()
	names := make(map[id]id)
	eachID(now, func(n id) { names[n] = "x" + n })
	rename(&p, names)
	for prefix, now := range map[id]*argument.Map{"": now, "x": build(t, p)} {
		c := Compare(old, now)
		before := map[argument.ID]Deed{"c4": Removed, "l2": Removed, "c1": Changed, "l1": Changed}
		if got := c.Before(); !maps.Equal(got, before) {
			t.Errorf("before: %v, want %v", got, before)
		}
		after := map[argument.ID]Deed{prefix + "n": Added, prefix + "c1": Changed, prefix + "l1": Changed}
		if got := c.After(); !maps.Equal(got, after) {
			t.Errorf("after: %v, want %v", got, after)
		}
		if c.Later("c2") != prefix+"c2" || c.Earlier(prefix+"c2") != "c2" || c.Later("c4") != "" || c.Earlier(prefix+"n") != "" {
			t.Errorf("c2 is %q later, %s is %q earlier", c.Later("c2"), prefix+"c2", c.Earlier(prefix+"c2"))
		}
	}
}
