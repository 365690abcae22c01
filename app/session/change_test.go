package session

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"warrant/argument"
	"warrant/argument/merge"
	"warrant/argument/sample"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// desk is a folder with a map file, and a session on it.
type desk struct {
	*testing.T
	*Session
	file string
}

const (
	top   argument.ID = "c1"
	below argument.ID = "c2"
)

func three(title string) argument.Parts {
	claim := func(id argument.ID, text string, x float64) argument.Claim {
		return argument.Claim{ID: id, Text: text, At: argument.Point{X: x}, Placed: true}
	}
	return argument.Parts{
		Info:   argument.Info{ID: "map", Title: title, Contention: top},
		Claims: []argument.Claim{claim(top, "Harbours freeze", 0), claim(below, "It is winter", 400), claim("c3", "It is spring", 800)},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{below}, To: top},
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c3"}, To: top},
		},
	}
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, file: filepath.Join(t.TempDir(), "map.json")}
	d.write(three("Ice"))
	s, warning, err := Open(d.file, store, text.Bundled())
	if err != nil || warning != nil {
		t.Fatal(warning, err)
	}
	d.Session = s
	t.Cleanup(func() { d.Session.Close(true) })
	return d
}

// write is what another program does to the file.
func (d *desk) write(p argument.Parts) {
	d.Helper()
	m, err := argument.Build(p)
	if err != nil {
		d.Fatal(err)
	}
	data, err := mapfile.Encode(m)
	if err != nil {
		d.Fatal(err)
	}
	d.writeBytes(data)
}

func (d *desk) writeBytes(data []byte) {
	d.Helper()
	if err := os.WriteFile(d.file, data, 0o644); err != nil {
		d.Fatal(err)
	}
}

func (d *desk) say(id argument.ID, text string) {
	d.Helper()
	if err := d.Doc.Do("Edit", func(e *argument.Edit) error {
		return e.UpdateClaim(id, func(c *argument.Claim) { c.Text = text })
	}); err != nil {
		d.Fatal(err)
	}
}

func (d *desk) said(id argument.ID) string { return d.Doc.Map().Claim(id).Text }

// look is Look until the file's times can be told apart.
func (d *desk) look(want ChangeKind) Change {
	d.Helper()
	c := d.Look()
	if c.Kind != want {
		d.Fatalf("Look gives kind %d (%v), want %d", c.Kind, c.Err, want)
	}
	return c
}

func (d *desk) onDisk() *argument.Map {
	d.Helper()
	m, _, err := Read(d.file)
	if err != nil {
		d.Fatal(err)
	}
	return m
}

func TestAChangeIsToldOnce(t *testing.T) {
	d := newDesk(t)
	d.look(Same)
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	d.write(theirs)
	c := d.look(Rewritten)
	if c.Theirs.Claim(top).Text != "Ports freeze" {
		t.Error("the change is not the file's")
	}
	d.look(Rewritten) // until something is done about it
	d.PutOff(c)
	d.look(Same)
	if _, err := d.Save(); !errors.Is(err, disk.ErrChanged) {
		t.Errorf("a save goes over what was put off: %v", err)
	}
	if c := d.LookAgain(); c.Kind != Rewritten {
		t.Errorf("before a save it is not told again: %d", c.Kind)
	}
	theirs.Claims[0].Text = "Docks freeze"
	d.write(theirs)
	d.look(Rewritten) // it is another change now
}

func TestWrittenAnewWithoutAChange(t *testing.T) {
	d := newDesk(t)
	data, err := os.ReadFile(d.file)
	if err != nil {
		t.Fatal(err)
	}
	d.writeBytes([]byte(strings.ReplaceAll(string(data), "\n", "\n  ")))
	d.look(Same)
	d.say(top, "Ports freeze")
	if _, err := d.Save(); err != nil {
		t.Errorf("a file that says the same is not a change: %v", err)
	}
}

func TestAdopt(t *testing.T) {
	d := newDesk(t)
	d.Doc.Select(below)
	theirs := three("Snow")
	theirs.Claims[0].Text = "Ports freeze"
	theirs.Claims = append(slices.Delete(theirs.Claims, 2, 3), argument.Claim{ID: "c4", Text: "Ice is thick", At: argument.Point{Y: 300}, Placed: true})
	theirs.Links[1] = argument.Link{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c4"}, To: "l1"}
	d.write(theirs)
	next, err := d.Adopt(d.look(Rewritten))
	if err != nil || next != d.Session {
		t.Fatalf("%v; another session: %v", err, next != d.Session)
	}
	if got, want := d.Doc.Map().Parts(), d.onDisk().Parts(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if d.Doc.Modified() || !slices.Equal(d.Doc.Selection(), []argument.ID{below}) || d.Scene.NumCards() != 3 {
		t.Error("it counts as unsaved, or the selection is gone, or the drawing does not follow")
	}
	d.look(Same)
	d.Doc.Undo()
	if d.said(top) != "Harbours freeze" || !d.Doc.Modified() {
		t.Error("undoing does not bring back what was there")
	}
}

// An order of records that edits cannot reach comes as a new session, so that
// saving without a change gives the file's bytes.
func TestAdoptAnotherOrder(t *testing.T) {
	d := newDesk(t)
	theirs := three("Ice")
	slices.Reverse(theirs.Claims)
	d.write(theirs)
	before, _ := os.ReadFile(d.file)
	old := d.Session
	next, err := d.Adopt(d.look(Rewritten))
	if err != nil || next == old {
		t.Fatal("the order is not the file's", err)
	}
	d.Session = next
	if _, err := d.Save(); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(d.file); string(after) != string(before) {
		t.Errorf("saved without a change: %s", after)
	}
	if old.lock != nil || next.lock == nil {
		t.Error("the lock did not go over")
	}
	// With work at stake the order gives way: it can be undone.
	d.say(top, "Ports freeze")
	slices.Reverse(theirs.Claims)
	d.write(theirs)
	if same, err := d.Adopt(d.look(Rewritten)); err != nil || same != d.Session {
		t.Fatal("unsaved work cannot be had back", err)
	}
	if d.Doc.Undo(); d.said(top) != "Ports freeze" {
		t.Error("undoing does not bring the work back")
	}
}

func TestAdoptWithoutPlaces(t *testing.T) {
	d := newDesk(t)
	theirs := three("Ice")
	for i := range theirs.Claims {
		theirs.Claims[i].At, theirs.Claims[i].Placed = argument.Point{}, false
	}
	theirs.Claims = append(theirs.Claims, argument.Claim{ID: "c4", Text: "Ice is thick"})
	theirs.Links = append(theirs.Links, argument.Link{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c4"}, To: top})
	d.write(theirs)
	if _, err := d.Adopt(d.look(Rewritten)); err != nil {
		t.Fatal(err)
	}
	m := d.Doc.Map()
	if at := m.Claim(below).At; at != (argument.Point{X: 400}) {
		t.Errorf("a card went from where it was to %v", at)
	}
	new := m.Claim("c4")
	if !new.Placed {
		t.Fatal("a card has no place")
	}
	if m.NumClaims() != d.Scene.NumCards() {
		t.Error("the drawing does not follow")
	}
}

func TestKeepMine(t *testing.T) {
	d := newDesk(t)
	d.say(below, "It is January")
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	d.write(theirs)
	d.KeepMine(d.look(Rewritten))
	d.look(Same)
	if d.Doc.Undo(); !d.Doc.Modified() {
		t.Error("undone, it counts as what the file holds")
	}
	d.Doc.Redo()
	if _, err := d.Save(); err != nil {
		t.Fatal(err)
	}
	if d.onDisk().Claim(top).Text != "Harbours freeze" {
		t.Error("the save did not keep mine")
	}
	all, err := d.Earlier()
	if err != nil || len(all) == 0 {
		t.Fatal("no copy of theirs", err)
	}
	if m, err := d.ReadVersion(all[0]); err != nil || m.Claim(top).Text != "Ports freeze" {
		t.Errorf("the copy is not theirs: %v", err)
	}
}

func TestTheFileGoes(t *testing.T) {
	d := newDesk(t)
	data, _ := os.ReadFile(d.file)
	if err := os.Remove(d.file); err != nil {
		t.Fatal(err)
	}
	d.look(Same) // it may be on its way back
	d.KeepMine(d.look(Gone))
	if !d.Doc.Modified() {
		t.Error("no file holds the map, and it counts as saved")
	}
	d.look(Same)
	d.writeBytes(data)
	if d.look(Same); d.Doc.Modified() {
		t.Error("the file came back, and the map counts as unsaved")
	}
	_ = os.Remove(d.file)
	d.look(Same)
	d.KeepMine(d.look(Gone))
	if _, err := d.SaveOver(); err != nil {
		t.Fatal(err)
	}
	if d.onDisk().NumClaims() != 3 {
		t.Error("not written again")
	}
	d.look(Same)
}

func TestTheFileIsNoMapAnyMore(t *testing.T) {
	d := newDesk(t)
	d.writeBytes([]byte(`{"format": "warrant-map", "version": 1,`))
	c := d.look(Unreadable)
	var bad *mapfile.Error
	if !errors.As(c.Err, &bad) {
		t.Errorf("%v", c.Err)
	}
	d.PutOff(c)
	d.look(Same)
	if _, err := d.Save(); !errors.Is(err, disk.ErrChanged) {
		t.Errorf("a save goes over it unasked: %v", err)
	}
	d.KeepMine(c)
	if _, err := d.Save(); err != nil {
		t.Errorf("agreed, the save fails: %v", err)
	}
}

// Any map becomes any other by one edit, and undoing brings it back.
func TestBecome(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	fonts := text.Bundled()
	for range 60 {
		a, b := jumbled(t, r), jumbled(t, r)
		doc := argument.NewDocument(a)
		before := a.Parts()
		if err := doc.Do("Become", func(e *argument.Edit) error { return become(e, b, fonts) }); err != nil {
			t.Fatal(err)
		}
		if got, want := inOrder(doc.Map().Parts()), inOrder(b.Parts()); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
		if doc.Undo(); !reflect.DeepEqual(doc.Map().Parts(), before) && !reflect.DeepEqual(before, b.Parts()) {
			t.Fatalf("undone: %+v\nwant %+v", doc.Map().Parts(), before)
		}
	}
}

// jumbled is a small map whose IDs are dealt out at random among all sorts of
// records, so that in another one they name other things.
func jumbled(t *testing.T, r *rand.Rand) *argument.Map {
	t.Helper()
	m, err := sample.Make(sample.Options{Claims: 2 + r.IntN(12), Seed: r.Int64(), Cross: .2, Placed: true})
	if err != nil {
		t.Fatal(err)
	}
	p := m.Parts()
	p.Sources = []argument.Source{{ID: "s1", Title: "One"}, {ID: "s2", Title: "Two"}}
	p.Steps = []argument.Step{{ID: "p1", Focus: []argument.ID{p.Claims[0].ID}}}
	p.Claims[1].Passages = []argument.Passage{{Source: "s2", Start: 0, End: 4}}
	names := make(map[argument.ID]argument.ID)
	deal := r.Perm(60)
	name := func(id *argument.ID) {
		if *id == "" {
			return
		}
		if names[*id] == "" {
			names[*id] = argument.ID("x" + string(rune('A'+deal[len(names)])))
		}
		*id = names[*id]
	}
	names2 := func(ids []argument.ID) {
		for i := range ids {
			name(&ids[i])
		}
	}
	name(&p.Info.Contention)
	for i := range p.Claims {
		name(&p.Claims[i].ID)
		for j := range p.Claims[i].Passages {
			name(&p.Claims[i].Passages[j].Source)
		}
	}
	for i := range p.Links {
		name(&p.Links[i].ID)
		name(&p.Links[i].To)
		names2(p.Links[i].From)
	}
	for i := range p.Sources {
		name(&p.Sources[i].ID)
	}
	for i := range p.Steps {
		name(&p.Steps[i].ID)
		names2(p.Steps[i].Focus)
	}
	if m, err = argument.Build(p); err != nil {
		t.Fatal(err)
	}
	return m
}

func inOrder(p argument.Parts) argument.Parts {
	slices.SortFunc(p.Claims, func(a, b argument.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(p.Links, func(a, b argument.Link) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(p.Sources, func(a, b argument.Source) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(p.Steps, func(a, b argument.Step) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return p
}

func TestMerge(t *testing.T) {
	d := newDesk(t)
	d.say(below, "It is January")
	d.Doc.Select(below)
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	theirs.Claims = append(theirs.Claims, argument.Claim{ID: "c4", Text: "Ice is thick", Placed: true})
	theirs.Links = append(theirs.Links, argument.Link{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c4"}, To: top})
	d.write(theirs)
	c := d.look(Rewritten)
	if theirs, mine := d.Sides(c).Theirs(), d.Sides(c).Mine(); theirs == mine || theirs == "" || mine == "" {
		t.Errorf("theirs: %s; mine: %s", theirs, mine)
	}
	got, err := d.Merge(c)
	if err != nil || len(got.Conflicts) != 0 {
		t.Fatal(got.Conflicts, err)
	}
	if d.said(top) != "Ports freeze" || d.said(below) != "It is January" || d.said("c4") != "Ice is thick" {
		t.Error("not both")
	}
	slices.Sort(got.Changed)
	if !slices.Equal(got.Changed, []argument.ID{top, "c4", "l3"}) {
		t.Errorf("changed: %q", got.Changed)
	}
	if !d.Doc.Modified() || !slices.Equal(d.Doc.Selection(), []argument.ID{below}) {
		t.Error("it counts as saved, or the selection is gone")
	}
	d.look(Same)
	if _, err := d.Save(); err != nil {
		t.Fatal(err)
	}
	if d.onDisk().NumClaims() != 4 {
		t.Error("the save has not both")
	}
	d.Doc.Undo()
	if d.said(top) != "Harbours freeze" || d.said(below) != "It is January" || !d.Doc.Modified() {
		t.Error("one undo does not take the merge back")
	}
}

func TestMergeWithConflict(t *testing.T) {
	d := newDesk(t)
	d.say(top, "Docks freeze")
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	d.write(theirs)
	got, err := d.Merge(d.look(Rewritten))
	if err != nil || len(got.Conflicts) != 1 || d.said(top) != "Docks freeze" {
		t.Fatalf("%+v, %v, %s", got.Conflicts, err, d.said(top))
	}
	if err := merge.Resolve(d.Doc, got.Conflicts[0], merge.Theirs); err != nil || d.said(top) != "Ports freeze" {
		t.Errorf("%v, %s", err, d.said(top))
	}
}

// What both did alike leaves nothing to save.
func TestMergeOfTheSame(t *testing.T) {
	d := newDesk(t)
	d.say(top, "Ports freeze")
	if err := d.Journal(); err != nil {
		t.Fatal(err)
	}
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	d.write(theirs)
	if got, err := d.Merge(d.look(Rewritten)); err != nil || len(got.Conflicts) != 0 || d.Doc.Modified() {
		t.Errorf("%+v, %v, unsaved: %v", got, err, d.Doc.Modified())
	}
	store := d.store
	d.Close(false)
	if left, _, _ := store.Journals(); len(left) != 0 {
		t.Error("the journal stays")
	}
}
