package session

import (
	"errors"
	"syscall"
	"testing"

	"warrant/canvas/text"
	"warrant/storage/disk"
)

func TestEarlierVersions(t *testing.T) {
	d := newDesk(t)
	for _, said := range []string{"one", "two"} {
		d.say(top, said)
		if _, err := d.Save(); err != nil {
			t.Fatal(err)
		}
	}
	d.say(top, "three")
	if err := d.Journal(); err != nil {
		t.Fatal(err)
	}
	store := d.store
	d.Close(false) // as a crash leaves it
	next, _, err := Open(d.file, store, text.Bundled())
	if err != nil {
		t.Fatal(err)
	}
	d.Session = next
	all, err := d.Earlier()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range all {
		m, err := d.ReadVersion(v)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, m.Claim(top).Text)
		if v.Time.IsZero() || !v.Unsaved && v.Size == 0 || v.Path != d.file {
			t.Errorf("%+v", v)
		}
	}
	if len(got) != 3 || got[0] != "three" || got[1] != "one" || got[2] != "Harbours freeze" || !all[0].Unsaved {
		t.Errorf("earlier versions: %q", got)
	}
	m, _ := d.ReadVersion(all[1])
	r := Restore(m, store, text.Bundled())
	if !r.Doc.Modified() || r.Path() != "" {
		t.Error("what was had back is not an unsaved map")
	}
	if d.said(top) != "two" {
		t.Error("reading a version changed the open map")
	}
}

// What the disk did not confirm counts as unsaved and stays in the journal.
func TestSaveThatIsNotConfirmed(t *testing.T) {
	d := newDesk(t)
	d.say(top, "Ports freeze")
	d.put = func(job disk.Saving) (disk.Saved, error) {
		out, err := d.store.Save(job)
		if err != nil {
			t.Fatal(err)
		}
		return out, &disk.Error{Doing: "save", Path: job.Path, Err: errors.Join(disk.ErrUnsure, syscall.EIO)}
	}
	if _, err := d.Save(); !errors.Is(err, disk.ErrUnsure) {
		t.Fatalf("%v", err)
	}
	if !d.Doc.Modified() {
		t.Error("it counts as saved")
	}
	d.look(Same) // what stands there is ours
	store := d.store
	d.Close(false)
	left, _, err := store.Journals()
	if err != nil || len(left) != 1 {
		t.Fatalf("journals: %v, %v", left, err)
	}
	data, _ := store.ReadJournal(left[0])
	if m, err := Unsaved(store, left[0]); err != nil || m.Claim(top).Text != "Ports freeze" {
		t.Errorf("the journal holds %s, %v", data, err)
	}
}

func TestJournalUntilSaved(t *testing.T) {
	d := newDesk(t)
	d.say(top, "Ports freeze")
	fail := errors.New("no room")
	d.put = func(disk.Saving) (disk.Saved, error) { return disk.Saved{Stamp: d.stamp}, fail }
	if _, err := d.Save(); !errors.Is(err, fail) || !d.Doc.Modified() {
		t.Fatal(err)
	}
	d.put = d.store.Save
	if _, err := d.Save(); err != nil {
		t.Fatal(err)
	}
	store := d.store
	d.Close(false)
	if left, _, _ := store.Journals(); len(left) != 0 {
		t.Errorf("saved, and the journal is still there: %v", left)
	}
}
