package disk

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestNotes(t *testing.T) {
	state := t.TempDir()
	s, err := Open(state)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := s.Note("open"); data != nil || err != nil {
		t.Errorf("before anything was kept: %q, %v", data, err)
	}
	for _, said := range []string{"one", "", "another"} {
		if err := s.PutNote("open", []byte(said)); err != nil {
			t.Fatal(err)
		}
		if data, err := s.Note("open"); string(data) != said || err != nil {
			t.Errorf("kept %q, and have %q, %v", said, data, err)
		}
	}
	if data, err := s.Note("other"); data != nil || err != nil {
		t.Errorf("of another name: %q, %v", data, err)
	}
	if all, _ := filepath.Glob(filepath.Join(state, "*")); len(all) != 4 {
		t.Errorf("the state folder has %s, and not one note and three folders", strings.Join(all, " "))
	}
	none := open(osFS{}, "", s.now)
	if err := none.PutNote("open", []byte("x")); err != nil {
		t.Errorf("without a state folder: %v", err)
	}
	if data, err := none.Note("open"); data != nil || err != nil {
		t.Errorf("without a state folder: %q, %v", data, err)
	}
}
