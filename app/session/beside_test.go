package session

import (
	"errors"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/arrange"
	"warrant/canvas/layout"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// large opens a map of a few hundred claims.
func large(t *testing.T) *Session {
	t.Helper()
	m, err := sample.Make(sample.Options{Claims: 300, Seed: 5, Cross: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	s := Start(m, store, text.Bundled())
	t.Cleanup(func() { s.Close(true) })
	return s
}

func say(t *testing.T, s *Session, id argument.ID, text string) {
	t.Helper()
	if err := s.Doc.Do("Edit claim", func(e *argument.Edit) error {
		return e.UpdateClaim(id, func(c *argument.Claim) { c.Text = text })
	}); err != nil {
		t.Fatal(err)
	}
}

// Under the race detector this tells that a snapshot shares nothing that an
// edit writes to.
func TestWorkOnASnapshotWhileTheMapIsEdited(t *testing.T) {
	s := large(t)
	n := s.Snapshot()
	before, err := mapfile.Encode(s.Doc.Map())
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	var drawn *Session
	var after []byte
	all.Go(func() { drawn, _ = n.Drawn(nil) })
	all.Go(func() { _, _ = n.Arranged(arrange.Options{Direction: layout.LeftRight}, func() {}) })
	all.Go(func() {
		after, _ = mapfile.Encode(n.Map())
	})
	d, err := s.Draft()
	if d != nil || err != nil {
		t.Fatalf("a draft of nothing: %v", err)
	}
	for _, said := range []string{"one", "two", "three"} {
		say(t, s, "c7", said)
		if d, err := s.Draft(); err != nil {
			t.Fatal(err)
		} else if d != nil {
			all.Go(func() { _ = d.Write() })
		}
	}
	s.Doc.Undo()
	all.Wait()
	if string(after) != string(before) {
		t.Error("the snapshot is another map than it was taken of")
	}
	if drawn.Scene.NumCards() != 300 {
		t.Errorf("%d cards are drawn", drawn.Scene.NumCards())
	}
}

func TestArrangingBesideIsTheSameAsAtOnce(t *testing.T) {
	o := arrange.Options{Direction: layout.LeftRight}
	beside, atOnce := large(t), large(t)
	a, err := beside.Snapshot().Arranged(o, func() {})
	if err != nil {
		t.Fatal(err)
	}
	if !beside.Take("Arrange", a.Rework) || !a.Redrawn() {
		t.Fatal("it was not taken")
	}
	plan := arrange.Arrange(atOnce.Doc.Map(), atOnce.Scene, o)
	if err := atOnce.Doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) }); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(beside.Doc.Map().Parts().Claims, atOnce.Doc.Map().Parts().Claims) {
		t.Error("the cards are elsewhere")
	}
	if label, _ := beside.Doc.CanUndo(); label != "Arrange" || !beside.Doc.Modified() {
		t.Errorf("what can be undone is %q, modified %v", label, beside.Doc.Modified())
	}
	for _, s := range []*Session{beside, atOnce} { // the drawing follows from then on
		say(t, s, "c20", "Rivers outlast law")
		s.Doc.Undo()
	}
	for c := range atOnce.Doc.Map().Claims() {
		if p, q := beside.Scene.Card(c.ID), atOnce.Scene.Card(c.ID); p.Rect != q.Rect || p.Credence != q.Credence {
			t.Fatalf("the card of %s is at %v with %v, and not at %v with %v", c.ID, p.Rect, p.Credence, q.Rect, q.Credence)
		}
	}
}

func TestArrangingWhatWasChangedMeanwhile(t *testing.T) {
	s := large(t)
	a, err := s.Snapshot().Arranged(arrange.Options{Direction: layout.LeftRight}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	say(t, s, "c3", "Something else")
	scene, state := s.Scene, s.Doc.State()
	if ok := s.Take("Arrange", a.Rework); ok || s.Scene != scene || s.Doc.State() != state {
		t.Errorf("it was taken: %v", ok)
	}
}

func TestWhatIsStoppedComesToNothing(t *testing.T) {
	s := large(t)
	stop := make(chan struct{})
	close(stop)
	if a, err := s.Snapshot().Arranged(arrange.Options{Done: stop}, func() {}); a != nil || !errors.Is(err, ErrStopped) {
		t.Errorf("arranging gave %v, %v", a, err)
	}
	if d, err := s.Snapshot().Drawn(stop); d != nil || !errors.Is(err, ErrStopped) {
		t.Errorf("drawing gave %v, %v", d, err)
	}
	path := filepath.Join(t.TempDir(), "map.json")
	if _, err := s.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	s.Close(true)
	if o, _, err := (Opening{Store: s.store, Measure: s.measure, Stop: stop}).File(path); o != nil || !errors.Is(err, ErrStopped) {
		t.Errorf("opening gave %v, %v", o, err)
	}
	if l, err := s.store.Lock(path); err != nil {
		t.Errorf("the file is taken: %v", err)
	} else {
		l.Release()
	}
}

func TestOpeningTellsItsStages(t *testing.T) {
	d := newDesk(t)
	p := three("Ice")
	p.Claims[0].Placed = false
	d.write(p)
	d.Session.Close(true)
	var told []Stage
	s, _, err := Opening{Store: d.store, Measure: d.measure, At: func(at Stage) { told = append(told, at) }}.File(d.file)
	if err != nil {
		t.Fatal(err)
	}
	s.Close(true)
	if want := []Stage{Reading, Reading, Placing, Weighing, Drawing}; !reflect.DeepEqual(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

// journalled returns what the journals hold of the text of a claim.
func journalled(t *testing.T, s *Session) (texts []string) {
	t.Helper()
	all, _, err := s.store.Journals()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		m, err := Unsaved(s.store, r)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, m.Claim("c7").Text)
	}
	return texts
}

func TestDraftsOfTheJournal(t *testing.T) {
	for _, c := range []struct {
		name      string
		meanwhile func(*testing.T, *Session)
		want      []string // in the journals once the session is gone as in a crash
	}{
		{"nothing else happens", func(*testing.T, *Session) {}, []string{"one"}},
		{"a later one is written first", func(t *testing.T, s *Session) {
			say(t, s, "c7", "two")
			if err := s.Journal(); err != nil {
				t.Fatal(err)
			}
		}, []string{"two"}},
		{"the map is saved", func(t *testing.T, s *Session) {
			if _, err := s.SaveAs(filepath.Join(t.TempDir(), "map.json")); err != nil {
				t.Fatal(err)
			}
		}, nil},
		{"the map is saved, and that undone", func(t *testing.T, s *Session) {
			say(t, s, "c7", "two")
			if _, err := s.SaveAs(filepath.Join(t.TempDir(), "map.json")); err != nil {
				t.Fatal(err)
			}
			s.Doc.Undo()
			if err := s.Journal(); err != nil {
				t.Fatal(err)
			}
		}, []string{"one"}},
		{"the work is dropped", func(_ *testing.T, s *Session) { s.Close(true) }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := large(t)
			say(t, s, "c7", "one")
			d, err := s.Draft()
			if d == nil || err != nil {
				t.Fatal(d, err)
			}
			if another, _ := s.Draft(); another != nil {
				t.Error("two drafts at once")
			}
			c.meanwhile(t, s)
			s.Drafted(d, d.Write())
			s.Close(false)
			if got := journalled(t, s); !reflect.DeepEqual(got, c.want) {
				t.Errorf("the journals hold %q, want %q", got, c.want)
			}
		})
	}
}
