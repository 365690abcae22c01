package argument_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"warrant/argument"
)

// example is a map in which one thing hangs on another: c2 and c3 support c1
// together (l1), c4 opposes c1 (l2), c5 undercuts that (l3), and c6 undercuts
// the undercutter (l4).
func example(t testing.TB) *argument.Document {
	passage := []argument.Passage{{Source: "s1", End: 9}, {Source: "s2", End: 5}}
	claim := func(id id) argument.Claim { return argument.Claim{ID: id, Text: string(id), Passages: passage} }
	return argument.NewDocument(build(t, argument.Parts{
		Info:    argument.Info{ID: "m", Contention: "c1"},
		Sources: []argument.Source{{ID: "s1"}, {ID: "s2"}},
		Claims:  []argument.Claim{claim("c1"), claim("c2"), claim("c3"), claim("c4"), claim("c5"), claim("c6")},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []id{"c2", "c3"}, To: "c1", Evidence: []argument.Evidence{
				{ID: "e1", Kind: argument.Law, Source: "s1", Passages: passage},
				{ID: "e2", Kind: argument.Law, Source: "s2"},
			}},
			{ID: "l2", Kind: argument.Opposes, From: []id{"c4"}, To: "c1"},
			{ID: "l3", Kind: argument.Opposes, From: []id{"c5"}, To: "l2"},
			{ID: "l4", Kind: argument.Opposes, From: []id{"c6"}, To: "l3"},
		},
		Steps: []argument.Step{{ID: "p1", Focus: []id{"c1", "l3"}, Reveal: []id{"c4", "l2", "c2"}}},
	}))
}

func ids(m *argument.Map) string {
	var all []string
	for c := range m.Claims() {
		all = append(all, string(c.ID))
	}
	for l := range m.Links() {
		all = append(all, fmt.Sprintf("%s:%v>%s", l.ID, l.From, l.To))
	}
	for s := range m.Steps() {
		all = append(all, fmt.Sprintf("%s:%v%v", s.ID, s.Focus, s.Reveal))
	}
	return strings.Join(append(all, "contention "+string(m.Info().Contention)), " ")
}

// What cannot be without a removed record goes with it, and comes back with
// it.
func TestRemoveTakesAlongWhatHangsOnIt(t *testing.T) {
	for _, test := range []struct {
		remove []id
		want   string
	}{
		{[]id{"nobody"}, "c1 c2 c3 c4 c5 c6 l1:[c2 c3]>c1 l2:[c4]>c1 l3:[c5]>l2 l4:[c6]>l3 p1:[c1 l3][c4 l2 c2] contention c1"},
		{[]id{"c2"}, "c1 c3 c4 c5 c6 l1:[c3]>c1 l2:[c4]>c1 l3:[c5]>l2 l4:[c6]>l3 p1:[c1 l3][c4 l2] contention c1"},
		{[]id{"c2", "c3"}, "c1 c4 c5 c6 l2:[c4]>c1 l3:[c5]>l2 l4:[c6]>l3 p1:[c1 l3][c4 l2] contention c1"},
		{[]id{"l4", "l4"}, "c1 c2 c3 c4 c5 c6 l1:[c2 c3]>c1 l2:[c4]>c1 l3:[c5]>l2 p1:[c1 l3][c4 l2 c2] contention c1"},
		{[]id{"c4"}, "c1 c2 c3 c5 c6 l1:[c2 c3]>c1 p1:[c1][c2] contention c1"},
		{[]id{"l2"}, "c1 c2 c3 c4 c5 c6 l1:[c2 c3]>c1 p1:[c1][c4 c2] contention c1"},
		{[]id{"c1"}, "c2 c3 c4 c5 c6 p1:[][c4 c2] contention "},
		{[]id{"c6", "c5", "c4", "c3", "c2", "c1"}, "p1:[][] contention "},
	} {
		d := example(t)
		before := d.Map().Parts()
		do(t, d, "Remove", func(e *edit) error { e.Remove(test.remove...); return nil })
		if got := ids(d.Map()); got != test.want {
			t.Errorf("without %v there is\n%s, want\n%s", test.remove, got, test.want)
		}
		sound(t, d.Map())
		d.Undo()
		same(t, "undone", d.Map().Parts(), before)
	}
}

// With a source go the passages in it and what evidence says of it, but not
// the evidence.
func TestRemoveSource(t *testing.T) {
	d := example(t)
	before := d.Map().Parts()
	do(t, d, "Remove source", func(e *edit) error { return e.RemoveSource("s1") })
	rest := []argument.Passage{{Source: "s2", End: 5}}
	for c := range d.Map().Claims() {
		if !reflect.DeepEqual(c.Passages, rest) {
			t.Errorf("%s has the passages %v, want %v", c.ID, c.Passages, rest)
		}
	}
	e := d.Map().Link("l1").Evidence
	if len(e) != 2 || e[0].Source != "" || !reflect.DeepEqual(e[0].Passages, rest) || e[1].Source != "s2" {
		t.Errorf("the evidence is %+v", e)
	}
	sound(t, d.Map())
	d.Undo()
	same(t, "undone", d.Map().Parts(), before)
	if err := d.Do("", func(e *edit) error { return e.RemoveSource("s9") }); !errors.Is(err, argument.ErrNotThere) {
		t.Errorf("a source that is not there: %v", err)
	}
}

// An edit that names what is not there says so.
func TestNotThere(t *testing.T) {
	d := example(t)
	for what, change := range map[string]func(*edit) error{
		`claim "c9": not in the map`:  func(e *edit) error { return e.UpdateClaim("c9", func(*argument.Claim) {}) },
		`claim "l1": not in the map`:  func(e *edit) error { return e.MoveClaim("l1", argument.Point{}) },
		`link "c1": not in the map`:   func(e *edit) error { return e.UpdateLink("c1", func(*argument.Link) {}) },
		`link "l9": not in the map`:   func(e *edit) error { return e.AddPremise("l9", "c1") },
		`source "s9": not in the map`: func(e *edit) error { return e.UpdateSource("s9", func(*argument.Source) {}) },
		`step "p9": not in the map`:   func(e *edit) error { return e.UpdateStep("p9", func(*argument.Step) {}) },
		`step "s1": not in the map`:   func(e *edit) error { return e.RemoveStep("s1") },
	} {
		if err := d.Do("", change); !errors.Is(err, argument.ErrNotThere) || err.Error() != what {
			t.Errorf("%v, want %s", err, what)
		}
	}
}

// A record cannot be renamed, since others refer to it.
func TestIDsStay(t *testing.T) {
	d := example(t)
	do(t, d, "Rename", func(e *edit) error {
		return errors.Join(
			e.UpdateClaim("c1", func(c *argument.Claim) { c.ID = "x" }),
			e.UpdateLink("l1", func(l *argument.Link) { l.ID = "x" }),
			e.UpdateSource("s1", func(s *argument.Source) { s.ID = "x" }),
			e.UpdateStep("p1", func(s *argument.Step) { s.ID = "x" }))
	})
	if _, can := d.CanUndo(); can {
		t.Error("an edit that changes nothing left a step behind")
	}
}

// An edit that changes something and changes it back leaves no step behind,
// and neither does a gesture.
func TestThereAndBackAgain(t *testing.T) {
	back := func(c *argument.Claim) { c.Text = "c1" }
	away := func(c *argument.Claim) { c.Text = "other" }
	for name, edits := range map[string][]func(*edit) error{
		"text": {
			func(e *edit) error { return e.UpdateClaim("c1", away) },
			func(e *edit) error { return e.UpdateClaim("c1", back) },
		},
		"place": {
			func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: 1}) },
			func(e *edit) error {
				return e.UpdateClaim("c1", func(c *argument.Claim) { c.At, c.Placed = argument.Point{}, false })
			},
		},
		"link": {
			func(e *edit) error { return e.AddPremise("l2", "c6") },
			func(e *edit) error { return e.UpdateLink("l2", func(l *argument.Link) { l.From = l.From[:1] }) },
		},
		"title": {
			func(e *edit) error { e.SetInfo(func(i *argument.Info) { i.Title = "other" }); return nil },
			func(e *edit) error { e.SetInfo(func(i *argument.Info) { i.Title = "" }); return nil },
		},
		"source and step": {
			func(e *edit) error {
				return errors.Join(
					e.UpdateSource("s1", func(s *argument.Source) { s.Title = "other" }),
					e.UpdateStep("p1", func(s *argument.Step) { s.Say = "other" }))
			},
			func(e *edit) error {
				return errors.Join(
					e.UpdateSource("s1", func(s *argument.Source) { s.Title = "" }),
					e.UpdateStep("p1", func(s *argument.Step) { s.Say = "" }))
			},
		},
		"added": {
			func(e *edit) error { _, err := e.AddClaim(argument.Claim{ID: "c7"}); return err },
			func(e *edit) error { e.Remove("c7"); return nil },
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := example(t)
			before := d.Map().Parts()
			check := func(how string) {
				same(t, how, d.Map().Parts(), before)
				if _, can := d.CanUndo(); can || d.Modified() {
					t.Errorf("in %s a step is left behind", how)
				}
			}
			told := 0
			d.Observe(func(argument.Difference) { told++ })
			do(t, d, "One edit", func(e *edit) error { return errors.Join(edits[0](e), edits[1](e)) })
			check("one edit")
			if told != 0 {
				t.Error("observers are told of an edit that changes nothing")
			}
			mark := d.Mark()
			do(t, d, "There", edits[0])
			do(t, d, "Back", edits[1])
			d.Squash(mark, "One gesture")
			check("one gesture")
		})
	}
}

// The map keeps its order: what was removed comes back to its place, what is
// added stands last.
func TestOrder(t *testing.T) {
	d := example(t)
	before := ids(d.Map())
	do(t, d, "Remove", func(e *edit) error { e.Remove("c2", "c4"); return nil })
	do(t, d, "Add", func(e *edit) error { _, err := e.AddClaim(argument.Claim{ID: "c2"}); return err })
	var got []string
	for c := range d.Map().Claims() {
		got = append(got, string(c.ID))
	}
	if want := "c1 c3 c5 c6 c2"; strings.Join(got, " ") != want {
		t.Errorf("order %v, want %s", got, want)
	}
	d.Undo()
	d.Undo()
	if got := ids(d.Map()); got != before {
		t.Errorf("undone, the order is %s, want %s", got, before)
	}
}

// The selection is brought back by undo and redo. What is removed is no
// longer selected.
func TestSelection(t *testing.T) {
	d := example(t)
	expect := func(what string, want ...id) {
		t.Helper()
		if !slices.Equal(d.Selection(), want) {
			t.Errorf("%s: selected are %v, want %v", what, d.Selection(), want)
		}
	}
	watched := 0
	cancel := d.WatchSelection(func() { watched++ })
	d.Select("c2", "nobody", "l1", "c2", "s1")
	expect("selected", "c2", "l1")
	d.Select("c2", "l1")
	if watched != 1 {
		t.Errorf("told %d times of one change", watched)
	}
	do(t, d, "Remove", func(e *edit) error { e.Remove("c2"); return nil })
	expect("removed", "l1")
	d.Select("c5")
	d.Undo()
	expect("undone", "c2", "l1")
	d.Select("c6")
	d.Redo()
	expect("redone", "c5")
	d.Undo()
	expect("undone again", "c6")
	mark := d.Mark()
	d.Select("c1")
	do(t, d, "Move", func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: 1}) })
	d.Select("c3")
	do(t, d, "Move", func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: 2}) })
	d.Squash(mark, "Move")
	d.Undo()
	expect("gesture undone", "c1")
	if !d.Selected("c1") || d.Selected("c3") {
		t.Error("Selected differs from Selection")
	}
	cancel()
	watched = 0
	d.Select()
	if watched != 0 {
		t.Error("told after the end")
	}
}

// The document is modified but where it is as it was saved.
func TestModified(t *testing.T) {
	d := example(t)
	move := func(x float64) {
		do(t, d, "Move", func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: x}) })
	}
	expect := func(what string, want bool) {
		t.Helper()
		if d.Modified() != want {
			t.Errorf("%s: modified is %v", what, !want)
		}
	}
	expect("opened", false)
	move(1)
	expect("edited", true)
	d.Undo()
	expect("undone", false)
	d.Redo()
	d.MarkSaved()
	expect("saved", false)
	d.Undo()
	expect("undone past the save", true)
	move(3)
	d.Undo()
	expect("the saved state is no longer within reach", true)
	d.MarkSaved()
	d.MarkUnsaved()
	expect("marked unsaved", true)
}

// From within an edit or an observer the document must not be changed: that
// is a mistake in the program, and leaves the map sound.
func TestEditWithinEdit(t *testing.T) {
	inner := func(d *argument.Document) (panicked bool) {
		defer func() { panicked = recover() != nil }()
		_ = d.Do("inner", func(*edit) error { return nil })
		return false
	}
	d := example(t)
	before := d.Map().Parts()
	err := d.Do("outer", func(e *edit) error {
		e.Remove("c1")
		if !inner(d) {
			t.Error("an edit within an edit is made")
		}
		return errChange
	})
	if !errors.Is(err, errChange) {
		t.Error(err)
	}
	same(t, "after", d.Map().Parts(), before)
	calls := 0
	d.Observe(func(argument.Difference) {
		calls++
		if !inner(d) {
			t.Error("an edit within an observer is made")
		}
	})
	do(t, d, "Remove", func(e *edit) error { e.Remove("c1"); return nil })
	d.Undo()
	d.Redo()
	if calls != 3 {
		t.Errorf("observer called %d times, want 3", calls)
	}
}

// bound fails where something takes so long that it must be quadratic. The
// bound is far above what it takes.
func bound(t *testing.T, what string, most time.Duration, do func()) {
	t.Helper()
	if testing.Short() { // under the race detector all takes several times as long
		most *= 6
	}
	start := time.Now()
	do()
	took := time.Since(start)
	t.Logf("%s: %v", what, took.Round(time.Millisecond))
	if took > most {
		t.Errorf("%s takes %v, want at most %v", what, took, most)
	}
}

const hub = 100_000

func hubParts(to func(i int) (from []id, to id)) argument.Parts {
	p := argument.Parts{Claims: []argument.Claim{{ID: "c0"}, {ID: "c1"}, {ID: "c2"}}}
	for i := range hub {
		from, target := to(i)
		p.Links = append(p.Links, argument.Link{ID: id(fmt.Sprint("l", i)), Kind: argument.Supports, From: from, To: target})
	}
	return p
}

// Removing and restoring what 100,000 links hang on takes no quadratic time.
func TestRemoveFromHub(t *testing.T) {
	for _, test := range []struct {
		name   string
		to     func(i int) ([]id, id)
		remove id
		left   int
	}{
		{"target of all", func(int) ([]id, id) { return []id{"c1"}, "c0" }, "c0", 0},
		{"premise of all", func(int) ([]id, id) { return []id{"c1"}, "c0" }, "c1", 0},
		{"one of two premises of all", func(int) ([]id, id) { return []id{"c1", "c2"}, "c0" }, "c1", hub},
		{"link at the end of a chain", func(i int) ([]id, id) {
			if i == 0 {
				return []id{"c1"}, "c0"
			}
			return []id{"c1"}, id(fmt.Sprint("l", i-1))
		}, "l0", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := argument.NewDocument(build(t, hubParts(test.to)))
			bound(t, "remove", 3*time.Second, func() {
				do(t, d, "Remove", func(e *edit) error { e.Remove(test.remove); return nil })
			})
			if d.Map().NumLinks() != test.left {
				t.Errorf("%d links left, want %d", d.Map().NumLinks(), test.left)
			}
			bound(t, "undo", 3*time.Second, func() { d.Undo() })
			bound(t, "redo", 3*time.Second, func() { d.Redo() })
		})
	}
}

// An edit that touches every link of a long chain takes no quadratic time.
func TestEditOfChain(t *testing.T) {
	d := argument.NewDocument(build(t, argument.Parts{Claims: []argument.Claim{{ID: "c0"}, {ID: "c1"}, {ID: "c2"}}}))
	p := hubParts(func(i int) ([]id, id) {
		if i == 0 {
			return []id{"c1"}, "c0"
		}
		return []id{"c1"}, id(fmt.Sprint("l", i-1))
	})
	bound(t, "add a chain", 3*time.Second, func() {
		do(t, d, "Paste", func(e *edit) error {
			for _, l := range p.Links {
				if _, err := e.AddLink(l); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
