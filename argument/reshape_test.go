package argument_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

// reshaped does an edit on a map, and holds that undo brings the map back.
func reshaped(t *testing.T, p argument.Parts, change func(*edit) error) *argument.Map {
	t.Helper()
	d := argument.NewDocument(build(t, p))
	before := d.Map().Parts()
	do(t, d, "reshape", change)
	if !d.Undo() {
		t.Fatal("there is nothing to undo")
	}
	if got := d.Map().Parts(); !reflect.DeepEqual(got, before) {
		t.Fatalf("undone:\n%+v\nwant\n%+v", got, before)
	}
	d.Redo()
	return d.Map()
}

// told says a map as "a+b>c" for a link that supports, "a+b!c" for one that
// opposes, each with its ID before it.
func told(m *argument.Map) string {
	var all []string
	for l := range m.Links() {
		from := make([]string, len(l.From))
		for i, f := range l.From {
			from[i] = string(f)
		}
		sign := ">"
		if l.Kind == argument.Opposes {
			sign = "!"
		}
		all = append(all, fmt.Sprintf("%s:%s%s%s", l.ID, strings.Join(from, "+"), sign, l.To))
	}
	return strings.Join(all, " ")
}

// said makes a map out of what told says of it, with every claim's ID as its
// text.
func said(links string) argument.Parts {
	var p argument.Parts
	claims := map[id]bool{}
	names := map[id]bool{}
	for _, f := range strings.Fields(links) {
		name, _, _ := strings.Cut(f, ":")
		names[id(name)] = true
	}
	claim := func(c id) {
		if !claims[c] && !names[c] {
			claims[c] = true
			p.Claims = append(p.Claims, argument.Claim{ID: c, Text: string(c)})
		}
	}
	for _, f := range strings.Fields(links) {
		name, rest, _ := strings.Cut(f, ":")
		l := argument.Link{ID: id(name), Kind: argument.Supports}
		at := strings.IndexAny(rest, ">!")
		if rest[at] == '!' {
			l.Kind = argument.Opposes
		}
		for _, c := range strings.Split(rest[:at], "+") {
			claim(id(c))
			l.From = append(l.From, id(c))
		}
		l.To = id(rest[at+1:])
		claim(l.To)
		p.Links = append(p.Links, l)
	}
	return p
}

// The half that reaches the target is the link that was.
func TestInsertClaim(t *testing.T) {
	p := said("l:a+b!c u:d!l")
	p.Claims = append(p.Claims, argument.Claim{ID: "n"})
	p.Links[0].Confidence = argument.Stated(.8)
	p.Links[0].Evidence = []argument.Evidence{{ID: "e", Kind: argument.Law}}
	p.Steps = []argument.Step{{ID: "p", Reveal: []id{"l"}}, {ID: "q", Reveal: []id{"d"}}}
	m := reshaped(t, p, func(e *edit) error {
		first, err := e.InsertClaim("l", "n")
		if err == nil {
			err = e.UpdateLink(first, func(l *argument.Link) { l.Note = "first" })
		}
		return err
	})
	var first id
	for l := range m.Links() {
		if l.Note == "first" {
			first = l.ID
		}
	}
	if got, want := told(m), fmt.Sprintf("l:n!c u:d!l %s:a+b>n", first); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if l := m.Link("l"); len(l.Evidence) != 1 || l.Confidence != argument.Stated(.8) {
		t.Errorf("the half that reaches the target lost something: %+v", l)
	}
	if got, want := m.Step("p").Reveal, []id{"l", first, "n"}; !slices.Equal(got, want) {
		t.Errorf("the step reveals %v, want %v", got, want)
	}
	if got := m.Step("q").Reveal; len(got) != 1 {
		t.Errorf("another step reveals %v", got)
	}
}

// What the links become when x, y and z are merged into x.
func TestMergedLinks(t *testing.T) {
	for _, c := range []struct {
		what, before, after string
		did                 argument.Merged
	}{
		{"links are led to and from the one claim", "1:y>a 2:b>y 3:c!z", "1:x>a 2:b>x 3:c!x", argument.Merged{}},
		{"a linked premise twice is one", "1:x+y+b>a", "1:x+b>a", argument.Merged{}},
		{"the claim does not bear on itself", "1:x>y 2:a>x", "2:a>x", argument.Merged{Circular: 1}},
		{"nor do what bore on that step", "1:x>y 2:a!1 3:a>x", "3:a>x", argument.Merged{Circular: 1}},
		{"linked premises go on without it", "1:x+b>y", "1:b>x", argument.Merged{Shortened: 1}},
		{"nor on a step that it makes", "1:x>a 2:y!1 3:y+b!1", "1:x>a 3:b!1", argument.Merged{Circular: 1, Shortened: 1}},
		{"which it may have made before", "1:y>a 2:x!1", "1:x>a", argument.Merged{Circular: 1}},
		{"what is said twice is said once", "1:x>a 2:y>a 3:z>a", "1:x>a", argument.Merged{Doubled: 2}},
		{"also of linked premises in another order", "1:x+b>a 2:b+y>a", "1:x+b>a", argument.Merged{Doubled: 1}},
		{"what bears on a doubled link bears on the other", "1:x>a 2:y>a 3:b!2", "1:x>a 3:b!1", argument.Merged{Doubled: 1}},
		{"which may double that, too", "1:x>a 2:y>a 3:b!1 4:b!2 5:c>3 6:c>4", "1:x>a 3:b!1 5:c>3", argument.Merged{Doubled: 3}},
		{"support and opposition are not the same", "1:x>a 2:y!a", "1:x>a 2:x!a", argument.Merged{Disputed: 1}},
		{"other doubles are left alone", "1:b>a 2:b>a 3:y>a", "1:b>a 2:b>a 3:x>a", argument.Merged{}},
		{"two premises of one target", "1:b>x 2:b>y 3:c>y", "1:b>x 3:c>x", argument.Merged{Doubled: 1}},
		{"a circle through another claim is legal", "1:x>b 2:b>y", "1:x>b 2:b>x", argument.Merged{}},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := said(c.before)
			for _, n := range []id{"x", "y", "z"} {
				if !slices.ContainsFunc(p.Claims, func(c argument.Claim) bool { return c.ID == n }) {
					p.Claims = append(p.Claims, argument.Claim{ID: n})
				}
			}
			var did argument.Merged
			m := reshaped(t, p, func(e *edit) (err error) {
				did, err = e.MergeClaims("x", "y", "x", "z")
				return err
			})
			if got := told(m); got != c.after {
				t.Errorf("%s became %s, want %s", c.before, got, c.after)
			}
			if did != c.did {
				t.Errorf("did %+v, want %+v", did, c.did)
			}
			if m.Claim("x") == nil || m.Claim("y") != nil || m.Claim("z") != nil {
				t.Error("not one claim is left")
			}
		})
	}
}

func TestMergedRecords(t *testing.T) {
	at := func(source id) argument.Passage { return argument.Passage{Source: source, End: 3} }
	p := argument.Parts{
		Info:    argument.Info{Contention: "y"},
		Sources: []argument.Source{{ID: "s"}, {ID: "r"}},
		Claims: []argument.Claim{
			{ID: "x", Text: "Dogs bark", Note: "a note", Tags: []string{"dogs"}, Passages: []argument.Passage{at("s")}, At: argument.Point{X: 7}, Placed: true},
			{ID: "y", Text: "dogs  bark.", Note: "A note.", Prior: argument.Stated(.9), Tags: []string{"noise", "dogs"}, Passages: []argument.Passage{at("r"), at("s")}},
			{ID: "z", Text: "Dogs make a noise", Note: "mine"},
			{ID: "a", Text: "a"},
		},
		Links: []argument.Link{
			{ID: "1", Kind: argument.Supports, From: []id{"x"}, To: "a", Scheme: "sign", Evidence: []argument.Evidence{{ID: "e", Kind: argument.Law, Text: "first"}}},
			{ID: "2", Kind: argument.Supports, From: []id{"z"}, To: "a", Scheme: "cause", Confidence: argument.Stated(.3), Note: "why", Evidence: []argument.Evidence{{ID: "e", Kind: argument.Law, Text: "second"}}},
		},
		Steps: []argument.Step{{ID: "p", Focus: []id{"y", "x", "2"}, Reveal: []id{"z"}}},
	}
	m := reshaped(t, p, func(e *edit) error {
		_, err := e.MergeClaims("x", "y", "z")
		return err
	})
	want := argument.Claim{
		ID: "x", Text: "Dogs bark", Note: "a note\n\nDogs make a noise\n\nmine", Prior: argument.Stated(.9), Tags: []string{"dogs", "noise"},
		Passages: []argument.Passage{at("s"), at("r")}, At: argument.Point{X: 7}, Placed: true,
	}
	if got := *m.Claim("x"); !reflect.DeepEqual(got, want) {
		t.Errorf("the claim is\n%+v, want\n%+v", got, want)
	}
	if m.Info().Contention != "x" {
		t.Errorf("the contention is %q", m.Info().Contention)
	}
	if s := m.Step("p"); !slices.Equal(s.Focus, []id{"x", "1"}) || !slices.Equal(s.Reveal, []id{"x"}) {
		t.Errorf("the step shows %v and reveals %v", s.Focus, s.Reveal)
	}
	l := m.Link("1")
	if l.Confidence != argument.Stated(.3) || l.Scheme != "sign" || l.Note != "why" {
		t.Errorf("the link is %+v", l)
	}
	if len(l.Evidence) != 2 || l.Evidence[1].Text != "second" || l.Evidence[0].ID == l.Evidence[1].ID {
		t.Errorf("its evidence is %+v", l.Evidence)
	}
}

// The parts of a claim are premises of what it was a premise of.
func TestSplitClaim(t *testing.T) {
	p := said("1:a+x+b>c 2:x!d 3:r>x")
	p.Claims[1].Prior, p.Claims[1].Tags, p.Claims[1].Note = argument.Stated(.7), []string{"t"}, "whole"
	var parts []id
	m := reshaped(t, p, func(e *edit) (err error) {
		parts, err = e.SplitClaim("x", []string{"one", "two", "three"})
		return err
	})
	want := fmt.Sprintf("1:a+x+%s+%s+b>c 2:x+%[1]s+%[2]s!d 3:r>x", parts[0], parts[1])
	if got := told(m); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for i, c := range []id{"x", parts[0], parts[1]} {
		got := m.Claim(c)
		if got.Text != []string{"one", "two", "three"}[i] || got.Prior != argument.Stated(.7) || !slices.Equal(got.Tags, []string{"t"}) {
			t.Errorf("part %d is %+v", i, got)
		}
		if (got.Note == "whole") != (i == 0) {
			t.Errorf("part %d has the note %q", i, got.Note)
		}
	}
	alone := reshaped(t, said("1:r>x"), func(e *edit) error {
		_, err := e.SplitClaim("x", []string{"one", "two"})
		return err
	})
	if told(alone) != "1:r>x" || alone.NumClaims() != 3 {
		t.Errorf("a claim that bears on nothing was split into %s and %d claims", told(alone), alone.NumClaims())
	}
}

// The reason of a claim supports it, and has what the whole was anchored to.
func TestGiveReason(t *testing.T) {
	p := said("1:x>c 2:r>x")
	p.Claims[1].Tags, p.Claims[1].Note = []string{"t"}, "whole"
	var reason id
	m := reshaped(t, p, func(e *edit) (err error) {
		reason, err = e.GiveReason(p.Claims[1].ID, "so it is", "it was so")
		return err
	})
	whole := p.Claims[1].ID
	if got := m.Claim(whole); got.Text != "so it is" || got.Note != "whole" {
		t.Errorf("the claim is %+v", got)
	}
	if got := m.Claim(reason); got.Text != "it was so" || got.Note != "" || !slices.Equal(got.Tags, []string{"t"}) {
		t.Errorf("its reason is %+v", got)
	}
	if m.NumLinks() != 3 || m.NumOutgoing(reason) != 1 {
		t.Fatalf("the links are %s", told(m))
	}
	for l := range m.Outgoing(reason) {
		if l.To != whole || l.Kind != argument.Supports || l.Confidence.IsSet() {
			t.Errorf("the reason bears on %+v", l)
		}
	}
	for _, bad := range []func(e *edit) error{
		func(e *edit) error { _, err := e.GiveReason("nobody", "a", "b"); return err },
		func(e *edit) error { _, err := e.GiveReason(whole, "a", ""); return err },
	} {
		if argument.NewDocument(m).Do("edit", bad) == nil {
			t.Error("it is given where it cannot be")
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"One.":                                "One.",
		"One. Two! Three?":                    "One.|Two!|Three?",
		"One.\nand two":                       "One.|and two",
		"It costs 3.5 million":                "It costs 3.5 million",
		"The U.S. Army left. It was late.":    "The U.S. Army left.|It was late.",
		"Dr. Smith and J. Doe agree. So do I": "Dr. Smith and J. Doe agree.|So do I",
		"See No. 3 of it":                     "See No. 3 of it",
		"He said “Go.” They went.":            "He said “Go.”|They went.",
		"and so on … then more":               "and so on … then more",
		"first; second; third":                "first|second|third",
		"Both; are. Kept whole":               "Both; are.|Kept whole",
		"俄罗斯转向东方。中国不急。":                       "俄罗斯转向东方。|中国不急。",
		"彼は「行く。」と言った。帰った。":              "彼は「行く。」と言った。|帰った。",
		"Россия повернула. Китай ждёт.": "Россия повернула.|Китай ждёт.",
	} {
		if got := strings.Join(argument.Sentences(text), "|"); got != want {
			t.Errorf("%q has the sentences %q, want %q", text, got, want)
		}
	}
}

// What becomes a claim and evidence again is what it was.
func TestEvidenceAndClaim(t *testing.T) {
	p := said("1:a>b")
	p.Sources = []argument.Source{{ID: "s"}, {ID: "r"}}
	items := []argument.Evidence{
		{ID: "e1", Kind: argument.Statistic, Text: "Nine of ten", Source: "s", URL: "https://example.org/9", Reliability: argument.Stated(.6), Note: "from\nmemory"},
		{ID: "e2", Kind: argument.Other, Text: "Not here", Stance: argument.Against, Passages: []argument.Passage{{Source: "r", End: 4}}, Source: "r"},
		{ID: "e3", Kind: argument.Expert, Text: "So she says", Note: "only a note"},
	}
	p.Links[0].Evidence = items
	for i, item := range items {
		var claim, by id
		d := argument.NewDocument(build(t, p))
		do(t, d, "to claim", func(e *edit) (err error) {
			claim, by, err = e.EvidenceToClaim("1", item.ID)
			return err
		})
		m := d.Map()
		role, want := m.Role(claim), argument.Underpinning
		if item.Speaks() == argument.Against {
			want = argument.Undercutting
		}
		if role != want || m.Link(by).To != "1" || len(m.Link("1").Evidence) != len(items)-1 {
			t.Errorf("item %d: role %v by %+v", i, role, m.Link(by))
		}
		if c := m.Claim(claim); c.Text != item.Text || c.Prior != item.Reliability || item.Source != "" && c.Passages[0].Source != item.Source {
			t.Errorf("item %d became %+v", i, c)
		}
		var back id
		do(t, d, "back", func(e *edit) (err error) {
			_, back, err = e.ClaimToEvidence(claim)
			return err
		})
		all := d.Map().Link("1").Evidence
		got := all[len(all)-1]
		if got.ID != back {
			t.Errorf("item %d came back as %q, last is %q", i, back, got.ID)
		}
		got.ID = item.ID
		if len(got.Passages) == 0 {
			got.Passages = nil
		}
		if !reflect.DeepEqual(got, item) {
			t.Errorf("item %d came back as\n%+v, was\n%+v", i, got, item)
		}
		d.Undo()
		d.Undo()
		if !reflect.DeepEqual(d.Map().Parts(), build(t, p).Parts()) {
			t.Errorf("item %d: undo did not bring the map back", i)
		}
	}
}

func TestWhatCannotBeEvidence(t *testing.T) {
	m := said("1:a>b 2:c!1 3:d!1 4:e>d 5:f!1 6:g!5 7:h+i!1 8:j!1 9:j>b 10:k!1")
	m.Links[9].Evidence = []argument.Evidence{{ID: "e", Kind: argument.Law}}
	m.Links[1].Confidence = argument.Stated(.5)
	for claim, want := range map[id]error{
		"a": argument.ErrNotOnLink, "b": argument.ErrNotOnLink, "c": nil, "d": argument.ErrArguedAbout, "f": argument.ErrArguedAbout,
		"h": argument.ErrNotOnLink, "j": argument.ErrNotOnLink, "k": argument.ErrHasEvidence, "nobody": argument.ErrNotThere,
	} {
		d := argument.NewDocument(build(t, m))
		err := d.Do("to evidence", func(e *edit) error {
			_, _, err := e.ClaimToEvidence(claim)
			return err
		})
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", claim, err, want)
		}
		if err == nil {
			if v := d.Map().Link("1").Evidence[0]; v.Reliability != argument.Stated(.5) || v.Stance != argument.Against || d.Map().Has("c") {
				t.Errorf("%s became %+v", claim, v)
			}
		}
	}
}

// What a reshaping edit names must be there.
func TestReshapingWhatIsNotThere(t *testing.T) {
	for what, change := range map[string]func(*edit) error{
		"insert on nothing":    func(e *edit) error { _, err := e.InsertClaim("nobody", "c1"); return err },
		"insert nothing":       func(e *edit) error { _, err := e.InsertClaim("l1", "nobody"); return err },
		"merge into nothing":   func(e *edit) error { _, err := e.MergeClaims("nobody", "c1"); return err },
		"merge nothing":        func(e *edit) error { _, err := e.MergeClaims("c1", "nobody"); return err },
		"split nothing":        func(e *edit) error { _, err := e.SplitClaim("nobody", []string{"a", "b"}); return err },
		"evidence of nothing":  func(e *edit) error { _, _, err := e.EvidenceToClaim("nobody", "e1"); return err },
		"evidence not on link": func(e *edit) error { _, _, err := e.EvidenceToClaim("l1", "e9"); return err },
	} {
		if err := example(t).Do(what, change); !errors.Is(err, argument.ErrNotThere) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := example(t).Do("alone", func(e *edit) error { _, err := e.MergeClaims("c1", "c1"); return err }); err == nil {
		t.Error("a claim was merged with itself")
	}
	if err := example(t).Do("whole", func(e *edit) error { _, err := e.SplitClaim("c1", []string{"all"}); return err }); err == nil {
		t.Error("a claim was split into one")
	}
}
