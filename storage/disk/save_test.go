package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestSaveAndSaveAgain(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "a.json")
	var since Stamp
	for i := range 5 {
		text := fmt.Sprint("version ", i)
		out, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte(text), Since: since})
		if err != nil || len(out.Warnings) > 0 || out.InPlace {
			t.Fatal(err, out)
		}
		data, stamp, err := Read(name, Limit)
		if err != nil || string(data) != text || stamp != out.Stamp {
			t.Fatalf("%q, %+v, %+v, %v", data, stamp, out.Stamp, err)
		}
		since = out.Stamp
	}
	if got := names(t, dir); got != "a.json" {
		t.Errorf("beside the map: %s", got)
	}
	all, err := s.Earlier(name, mapID)
	if err != nil || len(all) != 4 {
		t.Fatal(len(all), err)
	}
	for i, b := range all {
		data, err := s.ReadBackup(b)
		if err != nil || string(data) != fmt.Sprint("version ", 3-i) || b.Path != name || b.Size != int64(len(data)) {
			t.Errorf("%+v: %q, %v", b, data, err)
		}
	}
}

// What is to be written is read back before anything is touched.
func TestVerifyComesFirst(t *testing.T) {
	m := situations[0].build()
	s := newStore(m)
	before := len(m.log)
	wrong := errors.New("claim c3 is missing")
	verify := func(data []byte) error {
		if string(data) != newText {
			t.Errorf("verified %q", data)
		}
		if len(m.log) != before {
			t.Error("the disk was written first")
		}
		return wrong
	}
	out, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText), Since: situations[0].since(), Verify: verify})
	if !errors.Is(err, wrong) || out.Stamp != situations[0].since() || len(m.log) != before {
		t.Error(err, out)
	}
}

func TestSaveNeverOverwritesWhatItDoesNotKnow(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "a.json"), "mine")
	_, known, err := Read(name, Limit)
	if err != nil {
		t.Fatal(err)
	}
	save := func(since Stamp) (Saved, error) {
		return s.Save(Saving{Path: name, ID: mapID, Data: []byte("my next"), Since: since})
	}
	refused := func(when string, since Stamp, there string) *ChangedError {
		t.Helper()
		_, err := save(since)
		var changed *ChangedError
		if !errors.Is(err, ErrChanged) || !errors.As(err, &changed) {
			t.Fatalf("%s: %v", when, err)
		}
		if there == "" && !changed.Now.IsZero() || there != "" && changed.Now.Sum != sum([]byte(there)) {
			t.Errorf("%s: now %+v", when, changed.Now)
		}
		if there != "" && get(t, name) != there {
			t.Errorf("%s: the file was touched", when)
		}
		return changed
	}
	refused("a file where none was known", Stamp{}, "mine")

	// As long and as old as the known one: only the bytes tell.
	old := time.Unix(0, known.Modified)
	put(t, name, "ours")
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
	refused("same size and time, other bytes", known, "ours")

	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	changed := refused("the file is gone", known, "")
	if !strings.Contains(changed.Error(), "moved or deleted") {
		t.Error(changed)
	}
	out, err := save(changed.Now) // after asking
	if err != nil || get(t, name) != "my next" {
		t.Fatal(err)
	}

	put(t, name, "theirs")
	changed = refused("written since", out.Stamp, "theirs")
	put(t, name, "theirs once more")
	changed = refused("written while a person was asked", changed.Now, "theirs once more")
	if out, err = save(changed.Now); err != nil || get(t, name) != "my next" {
		t.Fatal(err)
	}
	if b, err := s.ReadBackup(Backup{Name: out.Backup}); err != nil || string(b) != "theirs once more" {
		t.Errorf("what was overwritten after asking is not kept: %q, %v", b, err)
	}

	// Touched or copied over with the same bytes, it has not changed.
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(name, later, later); err != nil {
		t.Fatal(err)
	}
	if _, err := save(out.Stamp); err != nil {
		t.Error(err)
	}
}

// meddled is a file system on which something happens once, in the middle of
// the first write.
type meddled struct {
	*memory
	meddle func()
}

type meddledFile struct {
	file
	fs *meddled
}

func (m *meddled) open(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := m.memory.open(name, flag, perm)
	return meddledFile{f, m}, err
}

func (f meddledFile) Write(p []byte) (int, error) {
	if do := f.fs.meddle; do != nil {
		f.fs.meddle = nil
		do()
	}
	return f.file.Write(p)
}

// Another program is at the file between the look at it and the rename.
func TestSaveLooksAgainBeforeTheRename(t *testing.T) {
	theirs := func(m *memory) { m.tree(map[string]string{mapPath: "theirs"}) }
	for _, c := range []struct {
		what   string
		place  situation
		meddle func(*memory)
		want   string
	}{
		{"written", situation{old: true}, theirs, "theirs"},
		{"removed", situation{old: true}, func(m *memory) { _ = m.remove(mapPath) }, ""},
		{"made", situation{}, theirs, "theirs"},
	} {
		m := c.place.build()
		s := newStore(m)
		s.fs = &meddled{m, func() { c.meddle(m) }}
		_, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText), Since: c.place.since()})
		var changed *ChangedError
		if !errors.As(err, &changed) || changed.Now.IsZero() != (c.want == "") {
			t.Errorf("%s: %v", c.what, err)
		}
		if got, _ := m.content(mapPath); got != c.want {
			t.Errorf("%s: there is %q", c.what, got)
		}
		for _, name := range m.all("/home") {
			if name != mapPath {
				t.Errorf("%s: litter: %s", c.what, name)
			}
		}
	}
}

// A slow writer's staged file is not taken for that of a dead one.
func TestSweepDuringASave(t *testing.T) {
	m := situation{}.build()
	s := newStore(m)
	s.fs = &meddled{m, func() {
		sweep(m, filepath.Dir(mapPath), stagePrefix, time.Now().Add(time.Hour))
	}}
	if _, err := s.Save(Saving{Path: mapPath, Data: []byte(newText)}); err != nil {
		t.Error(err)
	}
}

func TestSaveRefuses(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	locked := put(t, filepath.Join(dir, "locked.json"), "x")
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		path  string
		data  []byte
		since Stamp
		want  error
	}{
		{"a folder", dir, []byte("x"), Stamp{}, ErrFolder},
		{"a write-protected file", locked, []byte("y"), Stamp{Sum: sum([]byte("x"))}, ErrReadOnly},
		{"more than can be read again", filepath.Join(dir, "new"), make([]byte, Limit+1), Stamp{}, ErrTooLarge},
		{"a folder that is not there", filepath.Join(dir, "none", "new"), []byte("x"), Stamp{}, os.ErrNotExist},
		{"no name", "", []byte("x"), Stamp{}, nil},
	} {
		out, err := s.Save(Saving{Path: c.path, ID: mapID, Data: c.data, Since: c.since})
		if err == nil || c.want != nil && !errors.Is(err, c.want) || out.Stamp != c.since {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if got := names(t, dir); got != "locked.json" || get(t, locked) != "x" {
		t.Errorf("left: %s", got)
	}
}

// What a writer that died has left goes with the next save; what another
// writer is at work on stays.
func TestSweep(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "a.json")
	longAgo := time.Now().Add(-time.Minute)
	age := func(name string) {
		t.Helper()
		if err := os.Chtimes(name, longAgo, longAgo); err != nil {
			t.Fatal(err)
		}
	}
	age(put(t, filepath.Join(dir, stageName("a.json")), "half"))
	put(t, filepath.Join(dir, "b.json"), "another map")
	other := filepath.Base(put(t, filepath.Join(dir, stageName("b.json")), "another map's"))
	age(filepath.Join(dir, other))
	fresh := put(t, filepath.Join(dir, stageName("a.json")), "its writer is about to lock or rename it")
	atWork := filepath.Join(dir, stageName("a.json"))
	live, err := s.fs.open(atWork, forNew, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := live.tryLock(); err != nil {
		t.Fatal(err)
	}
	age(atWork)
	out, err := s.Save(Saving{Path: name, Data: []byte("x")})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(names(t, dir)); len(got) != 5 { // two maps, two at work, the other map's
		t.Errorf("left: %s", got)
	}
	live.Close()
	age(fresh)
	if _, err = s.Save(Saving{Path: name, Data: []byte("y"), Since: out.Stamp}); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); got != other+" a.json b.json" {
		t.Errorf("left: %s", got)
	}
}

// Many writers at once: each save succeeds or says that the file changed,
// no bytes are mixed, and the last good save leaves nothing behind.
func TestManyWriters(t *testing.T) {
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "a.json"), "0")
	state := filepath.Join(t.TempDir(), "state")
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			s, err := Open(state)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range 10 {
				_, since, err := Read(name, Limit)
				if errors.Is(err, ErrBusy) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				text := strings.Repeat(fmt.Sprintf("%d.%d ", w, i), 2000)
				_, err = s.Save(Saving{Path: name, ID: mapID, Data: []byte(text), Since: since})
				if err != nil && !errors.Is(err, ErrChanged) && !errors.Is(err, ErrBusy) {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	text := get(t, name)
	if first, _, _ := strings.Cut(text, " "); text != strings.Repeat(first+" ", 2000) {
		t.Errorf("mixed: %.40q … %d bytes", text, len(text))
	}
	s, _ := Open(state)
	if _, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte("end"), Since: Stamp{Sum: sum([]byte(text))}}); err != nil {
		t.Error(err)
	}
	if got := names(t, dir); got != "a.json" {
		t.Errorf("left: %s", got)
	}
}
