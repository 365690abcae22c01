package review_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/review"
	"warrant/argument/sample"
)

// Whatever the map: the same remarks each time, in order, about what is there,
// each with a sentence that is filled in and a key of its own; and each mend
// that is an edit can be made.
func TestRemarksOfAnyMap(t *testing.T) {
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(seed))
		m, err := sample.Make(sample.Options{Claims: 2 + r.Intn(300), Seed: seed, Cross: r.Float64() * .4})
		if err != nil {
			t.Fatal(err)
		}
		disturb(t, m, r)
		all := of(m)
		if again := of(m); !reflect.DeepEqual(all, again) {
			t.Fatalf("seed %d: two reviews of one map differ", seed)
		}
		keys := make(map[string]bool)
		last := -1
		for i := range all {
			one := &all[i]
			if at := slices.Index(review.Kinds(), one.Kind); at < last {
				t.Fatalf("seed %d: %s comes after a graver one", seed, one.Kind)
			} else {
				last = at
			}
			for _, id := range one.At {
				if !m.Has(id) && m.Source(id) == nil {
					t.Fatalf("seed %d: %s is about %q, which is not there", seed, one.Kind, id)
				}
			}
			if one.Evidence != "" && !slices.ContainsFunc(m.Link(one.At[0]).Evidence, func(e argument.Evidence) bool { return e.ID == one.Evidence }) {
				t.Fatalf("seed %d: %s is about evidence that is not there", seed, one.Kind)
			}
			if s := one.String(); s == "" || strings.Contains(s, "%!") {
				t.Fatalf("seed %d: %s says %q", seed, one.Kind, s)
			}
			if k := one.Key(m); keys[k] {
				t.Fatalf("seed %d: two remarks have the key %s", seed, k)
			} else {
				keys[k] = true
			}
			for _, d := range one.Mends {
				tryMend(t, seed, m, one, d)
			}
		}
	}
}

// disturb makes circles, copies, empty texts and unset numbers.
func disturb(t *testing.T, m *argument.Map, r *rand.Rand) {
	var claims []argument.ID
	for c := range m.Claims() {
		claims = append(claims, c.ID)
	}
	some := func() argument.ID { return claims[r.Intn(len(claims))] }
	err := argument.NewDocument(m).Do("disturb", func(e *argument.Edit) error {
		if _, err := e.AddSource(argument.Source{ID: "s1", Text: "too short"}); err != nil {
			return err
		}
		for range 5 {
			a, b := some(), some()
			if a != b {
				if _, err := e.AddLink(argument.Link{Kind: argument.Supports, From: []argument.ID{a}, To: b}); err != nil {
					return err
				}
			}
			text := []string{"", "Why so?", "Well", "A holds because B holds too", "Trade grows — therefore peace grows, they say"}[r.Intn(5)]
			if err := e.UpdateClaim(some(), func(c *argument.Claim) {
				c.Text = text
				c.Passages = []argument.Passage{{Source: "s1", Start: 2, End: 50, Digest: "00"}}
			}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// tryMend makes a mend and looks whether the remark has gone.
func tryMend(t *testing.T, seed int64, m *argument.Map, r *review.Remark, d review.Mend) {
	t.Helper()
	doc := argument.NewDocument(m)
	err := doc.Do("mend", d.Do)
	switch {
	case !d.Edits() && err == nil:
		t.Fatalf("seed %d: %s: the mend %s is told to be no edit, and makes one", seed, r.Kind, d.Way)
	case d.Edits() && err != nil:
		t.Fatalf("seed %d: %s: %v", seed, r.Kind, err)
	}
	if d.Edits() {
		for _, now := range review.Of(m, nil) {
			if now.Kind == r.Kind && slices.Equal(now.At, r.At) && r.Kind != review.Reasoning {
				t.Fatalf("seed %d: %s is still there after the mend %s", seed, r.Kind, d.Way)
			}
		}
		doc.Undo()
	}
}

func TestMends(t *testing.T) {
	for _, c := range []struct {
		kind        review.Kind
		lines, want string // the claims and links after the first mend
	}{
		{review.Duplicate, "c1 X is so\nc2 Rain falls\nc3 Rain falls\nl1 c2 > c1 .5\nl2 c3 > c1 .6", "c1 X is so; c2 Rain falls; c2>c1"},
		{review.Reasoning, "c1 Taxes must rise because debts have grown", "c1 Taxes must rise; new Debts have grown; new>c1"},
		{review.NoContention, "c1 X is so\nc2 Y is so\nl1 c2 > c1\ncontention -", "c1! X is so; c2 Y is so; c2>c1"},
		{review.Long, "c1 " + strings.Repeat("Rain falls on the hills. ", 9), "c1 Rain falls on the hills.; " + strings.TrimSuffix(strings.Repeat("new Rain falls on the hills.; ", 8), "; ")},
	} {
		m := draw(t, c.lines)
		all := of(m)
		i := slices.IndexFunc(all, func(r review.Remark) bool { return r.Kind == c.kind })
		if i < 0 {
			t.Fatalf("%s is not marked in\n%s", c.kind, c.lines)
		}
		if err := argument.NewDocument(m).Do("mend", all[i].Mends[0].Do); err != nil {
			t.Fatal(err)
		}
		name := func(id argument.ID) string {
			if len(id) > 3 {
				return "new"
			}
			if id == m.Info().Contention && strings.Contains(c.lines, "contention") {
				return string(id) + "!"
			}
			return string(id)
		}
		var got []string
		for one := range m.Claims() {
			got = append(got, name(one.ID)+" "+one.Text)
		}
		for l := range m.Links() {
			got = append(got, name(l.From[0])+">"+strings.TrimSuffix(name(l.To), "!"))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\nwant %s", c.kind, s, c.want)
		}
	}
}

// A remark that was passed over stays so while its subject does.
func TestPassingOver(t *testing.T) {
	m := draw(t, "c1 X is so\nc2 Should we go?\nl1 c2 > c1 .7")
	doc := argument.NewDocument(m)
	question := func() review.Remark {
		for _, r := range of(m) {
			if r.Kind == review.Question {
				return r
			}
		}
		t.Fatal("the question is not marked")
		return review.Remark{}
	}
	edit := func(change func(*argument.Edit) error) {
		t.Helper()
		if err := doc.Do("edit", change); err != nil {
			t.Fatal(err)
		}
	}
	r := question()
	edit(func(e *argument.Edit) error { r.Dismiss(e); return nil })
	if !question().Dismissed {
		t.Error("it is made again")
	}
	for _, one := range review.Open(of(m)) {
		if one.Kind == review.Question {
			t.Error("it is among the open ones")
		}
	}
	edit(func(e *argument.Edit) error {
		return e.UpdateClaim("c2", func(c *argument.Claim) { c.At, c.Placed, c.Note = argument.Point{X: 5}, true, "a note" })
	})
	if !question().Dismissed {
		t.Error("moving the card brings it back")
	}
	edit(func(e *argument.Edit) error {
		return e.UpdateClaim("c2", func(c *argument.Claim) { c.Text = "Should we stay?" })
	})
	if question().Dismissed {
		t.Error("another question is passed over too")
	}
	doc.Undo()
	r = question()
	edit(func(e *argument.Edit) error { r.Restore(e); return nil })
	if question().Dismissed || m.Info().Dismissed != nil {
		t.Error("it does not come back when asked for")
	}
}

func TestWithoutNumbersRulesThatNeedThemAreSilent(t *testing.T) {
	m := draw(t, "c1 X is so\nc2 Y is so\nl1 c2 > c1 .8")
	for _, r := range review.Of(m, nil) {
		if r.Kind == review.Unsupported || r.Kind == review.Unanswered || r.Kind == review.Unsettled {
			t.Errorf("%s", r.Kind)
		}
	}
}

func TestEachSchemeHasQuestions(t *testing.T) {
	for _, s := range review.Schemes {
		if len(review.Questions(strings.ToUpper(s.Name))) < 2 {
			t.Errorf("%s has fewer than two questions", s.Name)
		}
	}
	if review.Questions("no such") != nil {
		t.Error("an unknown scheme has questions")
	}
}

func TestKindsAreTold(t *testing.T) {
	seen := make(map[string]bool)
	for _, k := range review.Kinds() {
		if k.Title() == "" || seen[k.Title()] || fmt.Sprint(k.Grade()) == "" {
			t.Errorf("%s: title %q, grade %v", k, k.Title(), k.Grade())
		}
		seen[k.Title()] = true
	}
}
