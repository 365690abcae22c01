package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Of what was saved over, the last ten are kept, and before them the last of
// each of ten days.
func TestBackupsAreThinned(t *testing.T) {
	s, m, now := memoryStore(t)
	since := Stamp{}
	saved := 0
	for day := range 30 {
		for save := range 4 {
			out, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: fmt.Appendf(nil, "day %d save %d", day, save), Since: since})
			if err != nil || len(out.Warnings) > 0 {
				t.Fatal(err, out.Warnings)
			}
			since = out.Stamp
			saved++
			*now = now.Add(time.Hour)
		}
		*now = now.Add(20 * time.Hour)
	}
	all, err := s.Earlier(mapPath, mapID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range all {
		data, err := s.ReadBackup(b)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.NewReplacer("day ", "", " save ", ".").Replace(string(data)))
	}
	// A version is dated by the save that replaced it: 28.3 was on day 29.
	const want = "29.2 29.1 29.0 28.3 28.2 28.1 28.0 27.3 27.2 27.1 " +
		"27.0 26.2 25.2 24.2 23.2 22.2 21.2 20.2 19.2 18.2"
	if strings.Join(got, " ") != want {
		t.Errorf("of %d kept\n%s, want\n%s", saved, strings.Join(got, " "), want)
	}
	if files := m.all(filepath.Join(statePath, backupFolder)); len(files) != recentBackups+dailyBackups+1 {
		t.Errorf("%d files", len(files))
	}
}

// A clock that was set back does not make the newest version the oldest.
func TestBackupWithClockSetBack(t *testing.T) {
	s, _, now := memoryStore(t)
	var since Stamp
	for i := range 30 {
		out, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: fmt.Append(nil, i), Since: since})
		if err != nil {
			t.Fatal(err)
		}
		since = out.Stamp
		*now = now.Add(-24 * time.Hour)
		if all, _ := s.Earlier(mapPath, mapID); i > 0 {
			if b, err := s.ReadBackup(all[0]); err != nil || string(b) != fmt.Sprint(i-1) {
				t.Fatalf("after save %d the newest is %q, %v", i, b, err)
			}
		}
	}
}

func TestEarlierFollowsTheDocument(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	save := func(name, id, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		_, since, err := Read(name, Limit)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		if _, err := s.Save(Saving{Path: name, ID: id, Data: []byte(text), Since: since}); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(name, id string) string {
		t.Helper()
		all, err := s.Earlier(filepath.Join(dir, name), id)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, b := range all {
			data, err := s.ReadBackup(b)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, filepath.Base(b.Path)+":"+string(data))
		}
		return strings.Join(out, " ")
	}
	save("a.json", "one", "1")
	save("a.json", "one", "2")
	if err := os.Rename(filepath.Join(dir, "a.json"), filepath.Join(dir, "moved.json")); err != nil {
		t.Fatal(err)
	}
	save("moved.json", "one", "3")
	save("sub.json", "two", "other 1")
	save("sub.json", "two", "other 2")
	save("sub.json", "two", "other 2") // nothing new to keep
	for _, c := range []struct{ name, id, want string }{
		{"moved.json", "one", "moved.json:2 a.json:1"},
		{"moved.json", "", "moved.json:2"},
		{"a.json", "", "a.json:1"},
		{"a.json", "none", "a.json:1"},
		{"sub.json", "two", "sub.json:other 1"},
		{"nowhere/x.json", "two", "sub.json:other 1"},
		{"nowhere/x.json", "", ""},
	} {
		if got := ask(c.name, c.id); got != c.want {
			t.Errorf("%s, %q: %s; want %s", c.name, c.id, got, c.want)
		}
	}
}

func TestDamagedBackup(t *testing.T) {
	s := tempStore(t)
	name := put(t, filepath.Join(t.TempDir(), "a.json"), "old")
	out, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte("new"), Since: Stamp{Sum: sum([]byte("old"))}})
	if err != nil {
		t.Fatal(err)
	}
	put(t, out.Backup, "odd")
	if _, err := s.ReadBackup(Backup{Name: out.Backup}); !errors.Is(err, ErrCorrupt) {
		t.Error(err)
	}
	// A damaged one does not stand in for the version that is to be kept.
	put(t, name, "old")
	out, err = s.Save(Saving{Path: name, ID: mapID, Data: []byte("new"), Since: Stamp{Sum: sum([]byte("old"))}})
	if err != nil {
		t.Fatal(err)
	}
	if b, err := s.ReadBackup(Backup{Name: out.Backup}); err != nil || string(b) != "old" {
		t.Errorf("%q, %v", b, err)
	}
}

// An export, which has no id, leaves no versions behind.
func TestNoBackupWithoutID(t *testing.T) {
	s := tempStore(t)
	name := put(t, filepath.Join(t.TempDir(), "a.svg"), "old")
	out, err := s.Save(Saving{Path: name, Data: []byte("new"), Since: Stamp{Sum: sum([]byte("old"))}})
	if err != nil || out.Backup != "" || names(t, filepath.Join(s.state, backupFolder)) != "" {
		t.Error(err, out)
	}
}
