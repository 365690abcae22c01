package merge

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

// street is the map that the tables edit: rain (c2) and a sprinkler (c3)
// together make the street (c1) wet; a forecast (c4) supports the rain.
func street() argument.Parts {
	return argument.Parts{
		Info: info{ID: "m", Title: "The street", Contention: "c1"},
		Claims: []claim{
			{ID: "c1", Text: "The street is wet"}, {ID: "c2", Text: "It rains", Tags: []string{"weather"}, Passages: []passage{{Source: "s1", End: 5}}},
			{ID: "c3", Text: "The sprinkler runs"}, {ID: "c4", Text: "The forecast said so"},
		},
		Links: []link{
			{ID: "l1", Kind: argument.Supports, From: []id{"c2", "c3"}, To: "c1", Confidence: argument.Stated(0.7), Evidence: []evidence{
				{ID: "e1", Kind: argument.Observation, Text: "Wet tyres"}, {ID: "e2", Kind: argument.Exhibit, Text: "The log of the pump", Source: "s1"},
			}},
			{ID: "l2", Kind: argument.Supports, From: []id{"c4"}, To: "c2"},
		},
		Sources: []source{{ID: "s1", Title: "The paper"}},
		Steps:   []step{{ID: "p1", Title: "One", Focus: []id{"c2"}}, {ID: "p2", Title: "Two"}},
	}
}

type change = func(*argument.Edit) error

func edited(t *testing.T, changes ...change) *argument.Map {
	t.Helper()
	d := argument.NewDocument(build(t, street()))
	for _, c := range changes {
		if err := d.Do("edit", c); err != nil {
			t.Fatal(err)
		}
	}
	return d.Map()
}

func setClaim(n id, f func(*claim)) change {
	return func(e *argument.Edit) error { return e.UpdateClaim(n, f) }
}

func setLink(n id, f func(*link)) change {
	return func(e *argument.Edit) error { return e.UpdateLink(n, f) }
}

func text(n id, s string) change { return setClaim(n, func(c *claim) { c.Text = s }) }

func confidence(n id, v float64) change {
	return setLink(n, func(l *link) { l.Confidence = argument.Stated(v) })
}

func remove(ns ...id) change {
	return func(e *argument.Edit) error { e.Remove(ns...); return nil }
}

func removeSource(n id) change { return func(e *argument.Edit) error { return e.RemoveSource(n) } }

func addClaim(c claim) change {
	return func(e *argument.Edit) error { _, err := e.AddClaim(c); return err }
}

func addLink(n id, from, to id) change {
	return func(e *argument.Edit) error {
		_, err := e.AddLink(link{ID: n, Kind: argument.Supports, From: []id{from}, To: to})
		return err
	}
}

func item(n id, f func(*evidence)) change {
	return setLink("l1", func(l *link) {
		l.Evidence = slices.Clone(l.Evidence)
		for i := range l.Evidence {
			if l.Evidence[i].ID == n {
				f(&l.Evidence[i])
			}
		}
	})
}

func addItem(e evidence) change {
	e.Kind = argument.Other
	return setLink("l1", func(l *link) { l.Evidence = append(slices.Clone(l.Evidence), e) })
}

func removeItem(n id) change {
	return setLink("l1", func(l *link) {
		l.Evidence = without(l.Evidence, func(e evidence) bool { return e.ID == n })
	})
}

func premises(n id, from ...id) change { return setLink(n, func(l *link) { l.From = from }) }

// brief writes a map on one line.
func brief(m *argument.Map) string {
	var b strings.Builder
	for c := range m.Claims() {
		fmt.Fprintf(&b, "%s=%s", c.ID, c.Text)
		if len(c.Tags) > 0 {
			fmt.Fprint(&b, c.Tags)
		}
		if len(c.Passages) > 0 {
			fmt.Fprintf(&b, "@%s", c.Passages[0].Source)
		}
		b.WriteString("; ")
	}
	for l := range m.Links() {
		fmt.Fprintf(&b, "%s:%v>%s %s", l.ID, l.From, l.To, l.Confidence)
		for _, e := range l.Evidence {
			fmt.Fprintf(&b, " %s=%s", e.ID, e.Text)
		}
		b.WriteString("; ")
	}
	for s := range m.Sources() {
		fmt.Fprintf(&b, "%s; ", s.ID)
	}
	for s := range m.Steps() {
		fmt.Fprintf(&b, "%s%v; ", s.ID, s.Focus)
	}
	return b.String()
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name         string
		mine, theirs []change
		has          []string // parts of the result as brief writes it
		lacks        []string
		conflicts    []string
	}{
		{
			name: "different fields of one claim",
			mine: []change{text("c2", "It pours")}, theirs: []change{setClaim("c2", func(c *claim) { c.Tags = []string{"weather", "sky"} })},
			has: []string{"c2=It pours[weather sky]"},
		},
		{
			name: "tags are a set",
			mine: []change{setClaim("c2", func(c *claim) { c.Tags = []string{"weather", "sky"} })}, theirs: []change{setClaim("c2", func(c *claim) { c.Tags = []string{"water"} })},
			has: []string{"c2=It rains[sky water]"},
		},
		{
			name: "both changed one confidence",
			mine: []change{confidence("l1", 0.8)}, theirs: []change{confidence("l1", 0.2)},
			has:       []string{"80%"},
			conflicts: []string{"The confidence of the link from “It rains” and “The sprinkler runs” to “The street is wet”: mine 80%, theirs 20%, before 70%."},
		},
		{
			name: "both changed it alike",
			mine: []change{confidence("l1", 0.8)}, theirs: []change{confidence("l1", 0.8)},
			has: []string{"80%"},
		},
		{
			name: "both reworded one claim",
			mine: []change{text("c2", "It pours")}, theirs: []change{text("c2", "It drizzles")},
			has:       []string{"c2=It pours"},
			conflicts: []string{"The text of “It pours”: mine “It pours”, theirs “It drizzles”, before “It rains”."},
		},
		{
			name: "one removed what the other left alone",
			mine: []change{remove("c4")}, theirs: []change{text("c1", "The road is wet")},
			has: []string{"c1=The road is wet"}, lacks: []string{"c4", "l2"},
		},
		{
			name: "one removed what the other built on: it comes back with its links",
			mine: []change{remove("c2")}, theirs: []change{addClaim(claim{ID: "n", Text: "Clouds"}), addLink("ln", "n", "c2")},
			has:       []string{"c2=It rains", "l1:[c2 c3]>c1", "l2:[c4]>c2", "ln:[n]>c2", "p1[c2]"},
			conflicts: []string{"Mine removed “It rains”, theirs built on it: “Clouds” supports “It rains”."},
		},
		{
			name: "one removed what the other reworded",
			mine: []change{text("c4", "The paper said so")}, theirs: []change{remove("c4")},
			has:       []string{"c4=The paper said so", "l2:[c4]>c2"},
			conflicts: []string{"Theirs removed “The paper said so”, mine changed it."},
		},
		{
			name: "one removed what the other only moved: it stays removed",
			mine: []change{remove("c4")}, theirs: []change{func(e *argument.Edit) error { return e.MoveClaim("c4", argument.Point{X: 1}) }},
			lacks:     []string{"c4", "l2"},
			conflicts: []string{"(Mine removed 1 claim which theirs only moved or drew otherwise.)"},
		},
		{
			name: "the last premises of a link, one taken by each",
			mine: []change{remove("c2")}, theirs: []change{remove("c3")},
			has: []string{"l1:[c3]>c1", "c3=The sprinkler runs"}, lacks: []string{"c2"},
			conflicts: []string{"Theirs removed “The sprinkler runs”, mine built on it: “The sprinkler runs” supports “The street is wet”.",
				"The premises of the link from “The sprinkler runs” to “The street is wet”: mine “The sprinkler runs”, theirs “It rains”, before “It rains”, “The sprinkler runs”."},
		},
		{
			name: "links that would be a ring",
			mine: []change{setLink("l1", func(l *link) { l.To = "l2" })}, theirs: []change{setLink("l2", func(l *link) { l.To = "l1" })},
			has:       []string{"l1:[c2 c3]>l2", "l2:[c4]>c2"},
			conflicts: []string{"The target of the link from “The forecast said so” to “It rains”: mine “It rains”, theirs the link from “It rains” and “The sprinkler runs” to the link from “The forecast said so”, before “It rains”."},
		},
		{
			name: "evidence item by item",
			mine: []change{item("e1", func(e *evidence) { e.Text = "Wet tyres, seen twice" }), addItem(evidence{ID: "e3", Text: "mine"})}, theirs: []change{removeItem("e2"), addItem(evidence{ID: "e4", Text: "theirs"})},
			has: []string{" e1=Wet tyres, seen twice e3=mine e4=theirs;"},
		},
		{
			name: "evidence that one removed and the other changed",
			mine: []change{removeItem("e1")}, theirs: []change{item("e1", func(e *evidence) { e.Reliability = argument.Stated(0.9) })},
			has:       []string{" e1=Wet tyres e2="},
			conflicts: []string{"Mine removed the evidence “Wet tyres” from the link from “It rains” and “The sprinkler runs” to “The street is wet”, theirs changed it."},
		},
		{
			name: "evidence of one ID",
			mine: []change{addItem(evidence{ID: "e3", Text: "a photograph"})}, theirs: []change{addItem(evidence{ID: "e3", Text: "somebody’s word"})},
			has:       []string{"e3=a photograph e3-2=somebody’s word"},
			conflicts: []string{"(Both added evidence of the ID e3 to the link from “It rains” and “The sprinkler runs” to “The street is wet”; theirs, the evidence “somebody’s word”, is now e3-2.)"},
		},
		{
			name: "one ID for two claims; links follow",
			mine: []change{addClaim(claim{ID: "c5", Text: "A pipe burst"})}, theirs: []change{addClaim(claim{ID: "c5", Text: "Clouds hang low"}), addLink("l5", "c5", "c2")},
			has:       []string{"c5=A pipe burst", "c5-2=Clouds hang low", "l5:[c5-2]>c2"},
			conflicts: []string{"(Both used the ID c5 for different things; theirs, “Clouds hang low”, is now c5-2.)"},
		},
		{
			name: "one ID for a claim and a link",
			mine: []change{addClaim(claim{ID: "x", Text: "A pipe burst"})}, theirs: []change{addLink("x", "c4", "c1")},
			has:       []string{"x=A pipe burst", "x-2:[c4]>c1"},
			conflicts: []string{"(Both used the ID x for different things; theirs, the link from “The forecast said so” to “The street is wet”, is now x-2.)"},
		},
		{
			name: "both added one claim and one link, under two IDs",
			mine: []change{addClaim(claim{ID: "c7", Text: "A pipe burst"}), addLink("l7", "c7", "c1")}, theirs: []change{addClaim(claim{ID: "c8", Text: "a pipe burst."}), addLink("l8", "c8", "c1")},
			has: []string{"c7=", "l7:[c7]>c1"}, lacks: []string{"c8", "l8"},
			conflicts: []string{"The text of “A pipe burst”: mine “A pipe burst”, theirs “a pipe burst.”, before none."},
		},
		{
			name: "a source that one removed and the other cites",
			mine: []change{removeSource("s1")}, theirs: []change{addItem(evidence{ID: "e3", Text: "page 2", Source: "s1"})},
			has:       []string{"c2=It rains[weather]@s1", " s1;"},
			conflicts: []string{"Mine removed the source “The paper”, theirs built on it: “It rains” and “The sprinkler runs” support “The street is wet”."},
		},
		{
			name: "a source that one removed goes from what the other changed",
			mine: []change{removeSource("s1")}, theirs: []change{text("c2", "It pours")},
			has: []string{"c2=It pours[weather];"}, lacks: []string{"s1"},
		},
		{
			name: "a contention that one removed and the other chose",
			mine: []change{remove("c3")}, theirs: []change{func(e *argument.Edit) error {
				e.SetInfo(func(i *info) { i.Contention = "c3" })
				return nil
			}},
			has:       []string{"c3=The sprinkler runs", "l1:[c2 c3]>c1"},
			conflicts: []string{"Mine removed “The sprinkler runs”, theirs chose it as the contention."},
		},
		{
			name: "members that this version does not know",
			mine: []change{setClaim("c1", func(c *claim) { c.Extra = `{"a":1}` }), setClaim("c2", func(c *claim) { c.Extra = `{"b":1}` })}, theirs: []change{setClaim("c2", func(c *claim) { c.Extra = `{"b":2}` })},
			conflicts: []string{`The members of a later version in “It rains”: mine {"b":1}, theirs {"b":2}, before none.`},
		},
		{
			name: "premises are a set",
			mine: []change{premises("l1", "c2")}, theirs: []change{premises("l1", "c4", "c2", "c3")},
			has: []string{"l1:[c4 c2]>c1"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Merge(edited(t), edited(t, c.mine...), edited(t, c.theirs...))
			is := brief(got.Map)
			for _, part := range c.has {
				if !strings.Contains(is, part) {
					t.Errorf("no %q in %s", part, is)
				}
			}
			for _, part := range c.lacks {
				if strings.Contains(is, part) {
					t.Errorf("%q in %s", part, is)
				}
			}
			var told []string
			for _, x := range got.Conflicts {
				if x.Minor {
					x.Text = "(" + x.Text + ")"
				}
				told = append(told, x.Text)
			}
			if !slices.Equal(told, c.conflicts) {
				t.Errorf("conflicts\n  %s\nwant\n  %s", strings.Join(told, "\n  "), strings.Join(c.conflicts, "\n  "))
			}
		})
	}
}

// A conflict may be resolved to every side, each time by one edit.
func TestResolve(t *testing.T) {
	got := Merge(edited(t), edited(t, text("c2", "It pours"), remove("c4")), edited(t, text("c2", "It drizzles"), text("c4", "The radio said so")))
	if len(got.Conflicts) != 2 || got.Open() != 2 {
		t.Fatalf("conflicts %+v", got.Conflicts)
	}
	stays, reworded := got.Conflicts[0], got.Conflicts[1]
	if reworded.Base != "It rains" || reworded.Mine != "It pours" || reworded.Theirs != "It drizzles" || reworded.Field != "text" || !slices.Equal(reworded.IDs, []id{"c2"}) {
		t.Errorf("the conflict is %+v", reworded)
	}
	d := argument.NewDocument(got.Map)
	resolve := func(c Conflict, s Side, want string) {
		t.Helper()
		steps, _ := d.History()
		if err := Resolve(d, c, s); err != nil {
			t.Fatal(err)
		}
		if now, _ := d.History(); len(now) != len(steps)+1 {
			t.Errorf("%d steps of undo after %d", len(now), len(steps))
		}
		if is := brief(d.Map()); !strings.HasPrefix(is, want) {
			t.Errorf("to %s the map is\n%s, want\n%s", s, is, want)
		}
	}
	const rest = "c3=The sprinkler runs; "
	resolve(reworded, Theirs, "c1=The street is wet; c2=It drizzles[weather]@s1; "+rest+"c4=The radio said so; l1:")
	resolve(reworded, Base, "c1=The street is wet; c2=It rains[weather]@s1; "+rest+"c4=The radio said so; l1:")
	resolve(stays, Mine, "c1=The street is wet; c2=It rains[weather]@s1; "+rest+"l1:[c2 c3]>c1 70% e1=Wet tyres e2=The log of the pump; s1;")
	resolve(stays, Theirs, "c1=The street is wet; c2=It rains[weather]@s1; "+rest+"c4=The radio said so; l1:[c2 c3]>c1 70% e1=Wet tyres e2=The log of the pump; l2:[c4]>c2")
	resolve(stays, Base, "c1=The street is wet; c2=It rains[weather]@s1; "+rest+"c4=The forecast said so; l1:")

	if err := d.Do("remove", remove("c2")); err != nil {
		t.Fatal(err)
	}
	if err := Resolve(d, reworded, Mine); !errors.Is(err, argument.ErrNotThere) {
		t.Errorf("resolving what is gone: %v", err)
	}
}

// Two maps that together are too large are not merged, and that is said.
func TestMergeTooLarge(t *testing.T) {
	full := func(prefix string) *argument.Map {
		p := argument.Parts{Info: info{Title: prefix}}
		for i := range argument.MaxClaims/2 + 1 {
			p.Claims = append(p.Claims, claim{ID: id(fmt.Sprint(prefix, i)), Text: fmt.Sprint(prefix, i)})
		}
		return build(t, p)
	}
	mine := full("m")
	got := Merge(argument.Empty("", ""), mine, full("t"))
	if got.Map.NumClaims() != mine.NumClaims() || got.Open() != 1 || !strings.Contains(got.Conflicts[0].Text, "at most 100000") {
		t.Errorf("%d claims, conflicts %+v", got.Map.NumClaims(), got.Conflicts)
	}
}

// A chain of a thousand links on links, removed by one and built on at its
// end by the other, comes back whole.
func TestMergeOfALongChain(t *testing.T) {
	p := argument.Parts{Claims: []claim{{ID: "c", Text: "first"}, {ID: "d", Text: "second"}}}
	to := id("c")
	for i := range 1000 {
		n := id(fmt.Sprint("l", i))
		p.Links = append(p.Links, link{ID: n, Kind: argument.Opposes, From: []id{"d"}, To: to})
		to = n
	}
	base := build(t, p)
	mine := argument.NewDocument(copyOf(t, base))
	if err := mine.Do("remove", remove("c")); err != nil {
		t.Fatal(err)
	}
	theirs := argument.NewDocument(copyOf(t, base))
	if err := theirs.Do("add", addLink("n", "d", to)); err != nil {
		t.Fatal(err)
	}
	got := Merge(base, mine.Map(), theirs.Map())
	if got.Map.NumLinks() != 1001 || got.Open() != 1 || len(got.Conflicts[0].IDs) != 1001 {
		t.Errorf("%d links, %d conflicts", got.Map.NumLinks(), got.Open())
	}
}

// Remarks that either has passed over are passed over in what both made.
func TestRemarksPassedOverAreUnited(t *testing.T) {
	over := func(keys ...string) change {
		return func(e *argument.Edit) error {
			e.SetInfo(func(i *argument.Info) { i.Dismissed = keys })
			return nil
		}
	}
	base := edited(t, over("a", "b"))
	mine, theirs := edited(t, over("a", "b", "mine")), edited(t, over("b", "theirs"))
	r := Merge(base, mine, theirs)
	if got := r.Map.Info().Dismissed; !slices.Equal(got, []string{"b", "mine", "theirs"}) || len(r.Conflicts) != 0 {
		t.Errorf("together they passed over %q, with %d conflicts", got, len(r.Conflicts))
	}
	if c := Compare(base, mine); c.Same() {
		t.Error("passing a remark over makes no difference")
	}
}
