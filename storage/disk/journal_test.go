package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// memoryStore has a clock that stands until it is moved, at a time in the
// past of all modification times.
func memoryStore(t *testing.T) (*Store, *memory, *time.Time) {
	t.Helper()
	m := newMemory().tree(nil, "/home/maps", statePath)
	m.clock = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC).UnixNano()
	now := time.Unix(0, m.clock).UTC()
	s := open(m, statePath, func() time.Time { return now })
	if err := s.prepare(); err != nil {
		t.Fatal(err)
	}
	return s, m, &now
}

func journalOf(t *testing.T, s *Store, id, path, text string) *Journal {
	t.Helper()
	j, err := s.Journal(id, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Write([]byte(text), Meta{Title: "Title of " + id, Since: Stamp{Size: 3, Sum: "abc"}}); err != nil {
		t.Fatal(err)
	}
	return j
}

// listing gives what can be recovered as lines, newest first.
func listing(t *testing.T, s *Store) string {
	t.Helper()
	found, skipped, err := s.Journals()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range found {
		data, err := s.ReadJournal(r)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s %q", r.ID, r.Path, data)
		if !r.Declined.IsZero() {
			b.WriteString(" declined")
		}
		b.WriteString("\n")
	}
	for _, r := range skipped {
		fmt.Fprintf(&b, "skipped: %v\n", bare(errors.Unwrap(r.Err)))
	}
	return b.String()
}

func expect(t *testing.T, what, got string, want ...string) {
	t.Helper()
	if w := strings.Join(append(want, ""), "\n"); got != w {
		t.Errorf("%s:\n%swant\n%s", what, got, w)
	}
}

func TestJournalFromCrashToDecision(t *testing.T) {
	s, m, now := memoryStore(t)
	j := journalOf(t, s, "one", mapPath, "first edit")
	if err := j.Write([]byte("second edit"), Meta{Title: "East", Since: Stamp{Size: 3, Sum: "abc"}}); err != nil {
		t.Fatal(err)
	}
	expect(t, "while its window lives", listing(t, s))
	j.Close() // as a killed process does
	expect(t, "after a crash", listing(t, s), `one /home/maps/east.json "second edit"`)

	found, _, _ := s.Journals()
	r := found[0]
	if r.Title != "East" || r.Since != (Stamp{Size: 3, Sum: "abc"}) || !r.Time.Equal(*now) {
		t.Errorf("%+v", r)
	}

	// The document is open again and edited before anything is decided.
	*now = now.Add(time.Hour)
	again := journalOf(t, s, "one", mapPath, "third edit")
	expect(t, "beside a living window", listing(t, s), `one /home/maps/east.json "second edit"`)
	again.Close()
	expect(t, "after two crashes", listing(t, s),
		`one /home/maps/east.json "third edit"`,
		`one /home/maps/east.json "second edit"`)

	if err := s.Decline(r); err != nil {
		t.Fatal(err)
	}
	*now = now.Add(7*24*time.Hour - time.Minute)
	expect(t, "declined, six days later", listing(t, s),
		`one /home/maps/east.json "third edit"`,
		`one /home/maps/east.json "second edit" declined`)
	*now = now.Add(2 * time.Minute)
	expect(t, "declined, seven days later", listing(t, s), `one /home/maps/east.json "third edit"`)

	found, _, _ = s.Journals()
	if err := s.Discard(found[0]); err != nil {
		t.Fatal(err)
	}
	expect(t, "discarded", listing(t, s))
	if left := m.all(filepath.Join(statePath, journalFolder)); len(left) != 0 {
		t.Errorf("left %q", left)
	}
}

func TestJournalsDoNotCollide(t *testing.T) {
	s, _, now := memoryStore(t)
	write := func(id, path, text string) {
		*now = now.Add(time.Second)
		journalOf(t, s, id, path, text).Close()
	}
	write("one", "/home/maps/a.json", "1")
	write("two", "/home/maps/a.json", "2")
	write("one", "/home/maps/b.json", "3")
	write("three", "", "never saved")
	write("four", "", "never saved either")
	write("five", "/home/maps/\xff\n.json", "odd name")
	expect(t, "six journals", listing(t, s),
		"five /home/maps/\xff\n.json \"odd name\"",
		`four  "never saved either"`,
		`three  "never saved"`,
		`one /home/maps/b.json "3"`,
		`two /home/maps/a.json "2"`,
		`one /home/maps/a.json "1"`)
}

func TestRecoveryMatches(t *testing.T) {
	r := Recovery{ID: "one", Path: "/a"}
	for _, c := range []struct {
		id, path string
		want     bool
	}{
		{"one", "/a", true},
		{"one", "/moved", true},
		{"", "/a", true}, // what stands there cannot be read
		{"two", "/b", false},
		{"", "", false},
	} {
		if r.Matches(c.id, c.path) != c.want {
			t.Errorf("%+v", c)
		}
	}
	if (Recovery{}).Matches("", "") {
		t.Error("nothing matches nothing")
	}
}

func TestSavedWorkIsNotRecovered(t *testing.T) {
	s, m, _ := memoryStore(t)
	j := journalOf(t, s, "one", "", "edit")
	if err := errors.Join(j.Remove(), j.Remove()); err != nil {
		t.Fatal(err)
	}
	if err := j.Write([]byte("next edit"), Meta{}); err != nil { // the window goes on
		t.Fatal(err)
	}
	if err := j.Remove(); err != nil {
		t.Fatal(err)
	}
	j.Close()
	j.Close()
	if err := j.Write([]byte("too late"), Meta{}); err != nil {
		t.Error(err)
	}
	expect(t, "after a save", listing(t, s))
	if left := m.all(filepath.Join(statePath, journalFolder)); len(left) != 0 {
		t.Errorf("left %q", left)
	}
}

// A journal that is cut short anywhere, or has any one byte changed, is
// passed over; the sound one beside it is not.
func TestDamagedJournals(t *testing.T) {
	good, err := encodeJournal(journalHead{ID: "one", Path: "/a", Time: time.Unix(0, 0).UTC()}, []byte("{\n \"map\": 1\n}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if head, data, err := decodeJournal(good); err != nil || head.ID != "one" || string(data) != "{\n \"map\": 1\n}\n" {
		t.Fatalf("%+v, %q, %v", head, data, err)
	}
	for n := range good {
		if _, _, err := decodeJournal(good[:n]); !errors.Is(err, ErrCorrupt) {
			t.Fatalf("cut at %d: %v", n, err)
		}
		for bit := range 8 {
			bad := append([]byte(nil), good...)
			bad[n] ^= 1 << bit
			if _, _, err := decodeJournal(bad); !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrNewer) {
				t.Fatalf("bit %d of byte %d: %v", bit, n, err)
			}
		}
	}

	s, m, now := memoryStore(t)
	journalOf(t, s, "one", "/home/maps/a.json", "sound").Close()
	dir := filepath.Join(statePath, journalFolder)
	m.tree(map[string]string{
		filepath.Join(dir, "a-a-0"+journalSuffix): "",
		filepath.Join(dir, "b-b-0"+journalSuffix): string(good[:len(good)-1]),
		filepath.Join(dir, "c-c-0"+journalSuffix): "warrant-journal 2 whatever it may say\n",
		filepath.Join(dir, "note.txt"):            "not ours",
	})
	expect(t, "with damaged ones", listing(t, s),
		`one /home/maps/a.json "sound"`,
		"skipped: is damaged or cut short",
		"skipped: is damaged or cut short",
		"skipped: is of a newer version of Warrant")
	*now = now.Add(8 * 24 * time.Hour)
	expect(t, "a week later", listing(t, s),
		`one /home/maps/a.json "sound"`,
		"skipped: is of a newer version of Warrant")
	if _, ok := m.content(filepath.Join(dir, "note.txt")); !ok {
		t.Error("a file that is not ours has been removed")
	}
}

// When the disk of the state folder fails while working, each failure is the
// one warning, and the last journal stands.
func TestJournalOnAFailingDisk(t *testing.T) {
	s, m, _ := memoryStore(t)
	j := journalOf(t, s, "one", mapPath, "sound")
	s.fs = &faulty{fileSystem: m, hit: func(op string) bool { return op == "write" }, err: syscall.ENOSPC, at: 1, on: true}
	for range 2 {
		if err := j.Write([]byte("more"), Meta{}); !errors.Is(err, ErrNoState) || !errors.Is(err, syscall.ENOSPC) {
			t.Error(err)
		}
	}
	if err := j.Write(make([]byte, Limit+1), Meta{}); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	j.Close()
	s.fs = m
	expect(t, "after a crash", listing(t, s), `one /home/maps/east.json "sound"`)
}

func TestJournalOfAMovedFileIsFound(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "a.json"), "x")
	journalOf(t, s, "one", name, "work").Close()
	moved := filepath.Join(dir, "moved.json")
	if err := os.Rename(name, moved); err != nil {
		t.Fatal(err)
	}
	found, _, err := s.Journals()
	if err != nil || len(found) != 1 || !found[0].Matches("one", moved) || found[0].Matches("two", moved) {
		t.Error(found, err)
	}
}
