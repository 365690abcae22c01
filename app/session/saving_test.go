package session

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"syscall"
	"testing"

	"warrant/storage/disk"
)

// inFile returns what a file holds of the text of a claim.
func inFile(t *testing.T, path string) string {
	t.Helper()
	m, _, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return m.Claim("c7").Text
}

// Under the race detector this tells that what is written shares nothing that
// an edit writes to.
func TestTheMapIsEditedWhileItIsSaved(t *testing.T) {
	s := large(t)
	path := filepath.Join(t.TempDir(), "map.json")
	if _, err := s.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	say(t, s, "c7", "one")
	if err := s.Journal(); err != nil {
		t.Fatal(err)
	}
	v := s.Saving()
	var all sync.WaitGroup
	all.Go(v.Write)
	say(t, s, "c7", "two")
	if d, err := s.Draft(); d == nil || err != nil {
		t.Fatal("nothing for the journal", err)
	} else {
		all.Go(func() { _ = d.Write() })
		defer s.Drafted(d, nil)
	}
	say(t, s, "c7", "three")
	all.Wait()
	if c := s.Look(); c.Kind != Same {
		t.Errorf("before the save is taken note of, its own file counts as changed: %v", c.Kind)
	}
	if _, err := s.Saved(v); err != nil {
		t.Fatal(err)
	}
	if got := inFile(t, path); got != "one" {
		t.Errorf("the file holds %q, and not what the map was when the save began", got)
	}
	if c := s.Look(); c.Kind != Same || s.ChangedOnDisk() {
		t.Errorf("its own file counts as changed: %v", c.Kind)
	}
	if !s.Doc.Modified() {
		t.Error("what was edited meanwhile counts as saved")
	}
	if err := s.Journal(); err != nil {
		t.Fatal(err)
	}
	s.Doc.Undo()
	s.Doc.Undo()
	if s.Doc.Modified() {
		t.Error("back at what was saved, the map counts as changed")
	}
	if _, err := s.Save(); err != nil {
		t.Errorf("saved again: %v", err)
	}
	s.Close(false)
	if got := journalled(t, s); got != nil {
		t.Errorf("saved, and the journal holds %q", got)
	}
}

// A draft that began before a save and ends after it names the file as it was
// before: the journal is due again, so that what it holds is not taken for
// work on another version.
func TestADraftThatASaveOvertook(t *testing.T) {
	s := large(t)
	path := filepath.Join(t.TempDir(), "map.json")
	if _, err := s.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	say(t, s, "c7", "one")
	v := s.Saving()
	say(t, s, "c7", "two")
	d, err := s.Draft()
	if d == nil || err != nil {
		t.Fatal(d, err)
	}
	v.Write()
	if _, err := s.Saved(v); err != nil {
		t.Fatal(err)
	}
	s.Drafted(d, d.Write())
	if err := s.Journal(); err != nil {
		t.Fatal(err)
	}
	s.Close(false)
	left, trouble := Recover(s.store, path)
	if len(left) != 1 || len(trouble) > 0 || left[0].Moved || left[0].Map.Claim("c7").Text != "two" {
		t.Errorf("left %+v, %v", left, trouble)
	}
}

func TestSavingElsewhereWhileTheMapIsEdited(t *testing.T) {
	s := large(t)
	folder := t.TempDir()
	a, b := filepath.Join(folder, "a.json"), filepath.Join(folder, "b.json")
	if _, err := s.SaveAs(a); err != nil {
		t.Fatal(err)
	}
	say(t, s, "c7", "one")
	v := s.SavingAs(b)
	v.Write()
	say(t, s, "c7", "two")
	if s.Path() != a {
		t.Errorf("before it is done the map is in %s", s.Path())
	}
	if _, err := s.Saved(v); err != nil {
		t.Fatal(err)
	}
	if s.Path() != b || inFile(t, b) != "one" || inFile(t, a) == "one" || !s.Doc.Modified() {
		t.Errorf("the map is in %s; modified %v", s.Path(), s.Doc.Modified())
	}
	if _, err := s.Save(); err != nil || inFile(t, b) != "two" {
		t.Errorf("the next save goes elsewhere: %v", err)
	}
}

func TestASaveThatFailsBeside(t *testing.T) {
	s := large(t)
	path := filepath.Join(t.TempDir(), "map.json")
	if _, err := s.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	say(t, s, "c7", "one")
	v := s.Saving()
	v.put = func(job disk.Saving) (disk.Saved, error) {
		return disk.Saved{Stamp: job.Since}, &disk.Error{Doing: "save", Path: job.Path, Err: syscall.ENOSPC}
	}
	v.Write()
	if _, err := s.Saved(v); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the error is %v", err)
	}
	if !s.Doc.Modified() {
		t.Error("it counts as saved")
	}
	s.Close(false)
	if got := journalled(t, s); !reflect.DeepEqual(got, []string{"one"}) {
		t.Errorf("the journal holds %q", got)
	}
}

func TestASaveThatFindsTheFileChanged(t *testing.T) {
	s := large(t)
	path := filepath.Join(t.TempDir(), "map.json")
	if _, err := s.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	say(t, s, "c7", "one")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	v := s.Saving()
	v.Write()
	if _, err := s.Saved(v); !errors.Is(err, disk.ErrChanged) {
		t.Errorf("the error is %v", err)
	}
	v = s.SavingOver()
	v.Write()
	if _, err := s.Saved(v); err != nil || inFile(t, path) != "one" {
		t.Errorf("it was not written over: %v", err)
	}
}
