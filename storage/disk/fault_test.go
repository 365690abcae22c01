package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	mapPath   = "/home/maps/east.json"
	statePath = "/state"
	mapID     = "7c1e"
)

var (
	firstText = "first " + strings.Repeat("1", 120) + " end of first"
	oldText   = "old " + strings.Repeat("o", 90) + " end of old"
	newText   = "new " + strings.Repeat("n", 150) + " end of new"
	thirdText = "third " + strings.Repeat("3", 60) + " end of third"
)

// clock gives a time that goes on by a second at each look.
func clock() func() time.Time {
	t := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		t = t.Add(time.Second)
		return t
	}
}

// situation is a way in which a save can be asked for.
type situation struct {
	name   string
	old    bool // a file stands there
	barred bool // its folder takes no new file
	again  bool // the file has been saved before and has an earlier version
}

var situations = []situation{
	{name: "replacing a file", old: true},
	{name: "replacing a file again", old: true, again: true},
	{name: "a new file"},
	{name: "in place", old: true, barred: true},
	{name: "in place again", old: true, barred: true, again: true},
}

func (s situation) build() *memory {
	files := map[string]string{}
	if s.old {
		files[mapPath] = oldText
	}
	if s.again {
		files[mapPath] = firstText
	}
	m := newMemory().tree(files, "/home/maps", statePath)
	m.barred["/home/maps"] = s.barred
	if s.again {
		_, err := newStore(m).Save(Saving{Path: mapPath, ID: mapID, Data: []byte(oldText), Since: Stamp{Sum: sum([]byte(firstText))}})
		if err != nil {
			panic(err)
		}
		m.log = nil
	}
	return m
}

func (s situation) since() Stamp {
	if s.old {
		return Stamp{Sum: sum([]byte(oldText))}
	}
	return Stamp{}
}

func newStore(fsys fileSystem) *Store {
	s := open(fsys, statePath, clock())
	_ = s.prepare()
	return s
}

// kinds of fault, each with the operations it can hit.
var faults = []struct {
	name  string
	err   error
	short bool
	ops   string // "" for all
}{
	{"no space left", syscall.ENOSPC, false, ""},
	{"input/output error", syscall.EIO, false, ""},
	{"permission denied", syscall.EACCES, false, ""},
	{"short write", nil, true, "write"},
	{"sync", syscall.EIO, false, "sync syncdir"},
	{"close", syscall.EIO, false, "close"},
	{"rename", syscall.EIO, false, "rename"},
	{"rename refused", syscall.EBUSY, false, "rename"},
}

// A save is run with its first operation failing, then with its second, and
// so on until one comes through without meeting a fault; once with a single
// fault and once with everything failing from there on.
func TestSaveFailingAtEveryOperation(t *testing.T) {
	runs := 0
	for _, place := range situations {
		for _, kind := range faults {
			for _, on := range []bool{false, true} {
				name := fmt.Sprintf("%s/%s/from there on %v", place.name, kind.name, on)
				t.Run(name, func(t *testing.T) {
					hit := func(op string) bool {
						return kind.ops == "" || strings.Contains(" "+kind.ops+" ", " "+op+" ")
					}
					at := 1
					for ; ; at++ {
						m := place.build()
						base := m.copy()
						m.log = nil
						s := newStore(m)
						bad := &faulty{fileSystem: m, hit: hit, err: kind.err, short: kind.short, at: at, on: on}
						s.fs = bad
						out, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText), Since: place.since()})
						runs++
						if err != nil && !on {
							for _, name := range m.all("/home") {
								if strings.Contains(name, stagePrefix) {
									t.Errorf("a single fault left litter: %s", name)
								}
							}
						}
						judge(t, place, m, out, err)
						survive(t, base, m)
						if t.Failed() {
							t.Fatalf("after a fault at operation %d; Save said %v", at, err)
						}
						if bad.failed == 0 {
							if err != nil {
								t.Fatalf("no fault, yet %v", err)
							}
							t.Logf("%d operations", bad.count)
							break
						}
					}
					if at == 1 && !(kind.ops == "rename" && place.barred) {
						// In place nothing but the backup is renamed.
						t.Fatal("the fault was never met")
					}
				})
			}
		}
	}
	t.Logf("%d saves with faults", runs)
}

// judge holds what Save did against what it promises.
func judge(t *testing.T, place situation, m *memory, out Saved, err error) {
	t.Helper()
	got, there := m.content(mapPath)
	isOld := there == place.old && (!there || got == oldText)
	isNew := there && got == newText
	var torn *TornError
	switch {
	case err == nil || errors.Is(err, ErrUnsure):
		if !isNew {
			t.Errorf("Save said %v, but the new bytes are not there", err)
		}
		if out.Stamp.Sum != sum([]byte(newText)) {
			t.Errorf("the stamp is not of the new bytes")
		}
	case errors.As(err, &torn):
		if !place.barred && err != nil && out.Backup == "" {
			t.Errorf("torn without a copy")
		}
		if kept, _ := m.content(torn.Backup); kept != oldText {
			t.Errorf("torn, and the copy at %s is not the old bytes", torn.Backup)
		}
	default:
		if !isOld {
			t.Errorf("Save failed (%v), but the old bytes are gone", err)
		}
		if out.Stamp != place.since() {
			t.Errorf("Save failed, but the stamp is another")
		}
	}
	if err != nil && strings.Contains(err.Error(), "/some/path") {
		t.Errorf("the message has the system's path in it: %v", err)
	}
	if m.open_ != 0 {
		t.Errorf("%d files left open", m.open_)
	}
	mend(t, m)
}

// survive cuts the power after mend: what was confirmed is there, although
// there had been faults before.
func survive(t *testing.T, base, m *memory) {
	t.Helper()
	crashStates(base, m.log, len(m.log), 1, false, nil, func(after *memory) {
		if got, _ := after.content(mapPath); got != thirdText {
			t.Errorf("a crash after the next good save leaves %q", got)
		}
		before, _ := newStore(m).Earlier(mapPath, mapID)
		kept, err := newStore(after).Earlier(mapPath, mapID)
		if err != nil || len(before) > 0 && (len(kept) == 0 || kept[0].Name != before[0].Name) {
			t.Errorf("a crash after the next good save leaves %d earlier versions of %d, %v", len(kept), len(before), err)
		}
	})
}

// mend saves once more with nothing failing, and looks for litter.
func mend(t *testing.T, m *memory) {
	t.Helper()
	s := newStore(m)
	data, since, err := s.read(mapPath)
	if err != nil && !errors.Is(err, syscall.ENOENT) {
		t.Errorf("reading what is there: %v", err)
	}
	if _, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(thirdText), Since: since}); err != nil {
		t.Errorf("the next good save: %v", err)
	}
	if got, _ := m.content(mapPath); got != thirdText {
		t.Errorf("the next good save left %q", got)
	}
	if !m.barred["/home/maps"] {
		if left := m.all("/home"); len(left) != 1 {
			t.Errorf("litter: %q", left)
		}
	}
	for _, name := range m.all(statePath) {
		if strings.Contains(name, stagePrefix) {
			t.Errorf("litter in the state folder: %s", name)
		}
	}
	if since.IsZero() {
		return
	}
	all, err := s.Earlier(mapPath, mapID)
	if err != nil || len(all) == 0 {
		t.Errorf("no earlier version after a save over a file (%v)", err)
		return
	}
	if b, err := s.ReadBackup(all[0]); err != nil || string(b) != string(data) {
		t.Errorf("the newest earlier version is not what stood there: %v", err)
	}
	for _, b := range all {
		if _, err := s.ReadBackup(b); err != nil {
			t.Error(err)
		}
	}
}

// A fault in a step that the new file's safety hangs on is never passed over.
func TestSaveReportsEveryFaultThatMatters(t *testing.T) {
	place := situation{}
	for _, op := range []string{"create", "write", "sync", "close", "rename", "syncdir"} {
		m := place.build()
		s := newStore(m)
		s.fs = &faulty{fileSystem: m, hit: func(did string) bool { return did == op }, err: syscall.EIO, at: 1}
		_, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText)})
		if !errors.Is(err, syscall.EIO) || errors.Is(err, ErrUnsure) != (op == "syncdir") {
			t.Errorf("%s: %v", op, err)
		}
		if _, there := m.content(mapPath); there != (op == "syncdir") {
			t.Errorf("%s: there is a file: %v", op, there)
		}
	}
}

// A private file is private from the first moment of its successor.
func TestStagedFileIsPrivate(t *testing.T) {
	m := situations[0].build()
	s := newStore(m)
	s.fs = watching{m, t}
	if _, err := s.Save(Saving{Path: mapPath, Data: []byte(newText), Since: situations[0].since()}); err != nil {
		t.Fatal(err)
	}
	if in, _ := m.lstat(mapPath); in.mode != 0o644 {
		t.Errorf("mode %v", in.mode)
	}
}

type watching struct {
	*memory
	t *testing.T
}

func (w watching) open(name string, flag int, perm fs.FileMode) (file, error) {
	if flag == forNew && perm != 0o600 {
		w.t.Errorf("made with mode %v", perm)
	}
	return w.memory.open(name, flag, perm)
}

func (s *Store) read(path string) ([]byte, Stamp, error) { return read(s.fs, path, Limit) }

// A journal is written over an earlier one with every operation failing in
// turn: the earlier or the later one is recovered, whole.
func TestJournalFailingAtEveryOperation(t *testing.T) {
	runs := 0
	for _, err := range []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES} {
		for _, on := range []bool{false, true} {
			for at := 1; ; at++ {
				m := newMemory().tree(nil, "/home/maps", statePath)
				s := newStore(m)
				j, e := s.Journal(mapID, mapPath)
				if e != nil {
					t.Fatal(e)
				}
				if e := j.Write([]byte(oldText), Meta{Title: "East"}); e != nil {
					t.Fatal(e)
				}
				bad := &faulty{fileSystem: m, hit: func(string) bool { return true }, err: err, at: at, on: on}
				s.fs = bad
				wrote := j.Write([]byte(newText), Meta{Title: "East"})
				if wrote != nil && !errors.Is(wrote, ErrNoState) {
					t.Errorf("a journal's error is not the warning: %v", wrote)
				}
				s.fs = m
				j.Close()
				runs++
				got := recoverOne(t, newStore(m))
				if got != newText && (wrote == nil || got != oldText) {
					t.Fatalf("operation %d, %v: recovered %q", at, err, got)
				}
				if bad.failed == 0 {
					break
				}
			}
		}
	}
	t.Logf("%d journals with faults", runs)
}

// recoverOne gives the only recoverable work.
func recoverOne(t *testing.T, s *Store) string {
	t.Helper()
	found, skipped, err := s.Journals()
	if err != nil || len(found) != 1 || len(skipped) != 0 {
		t.Fatalf("found %v, skipped %v, %v", found, skipped, err)
	}
	data, err := s.ReadJournal(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
