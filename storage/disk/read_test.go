package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func put(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func get(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func tempStore(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "state"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	file := put(t, filepath.Join(dir, "a.json"), "hello")
	data, stamp, err := Read(file, 5)
	if err != nil || string(data) != "hello" {
		t.Fatalf("%q, %v", data, err)
	}
	if stamp.Size != 5 || stamp.Sum != sum([]byte("hello")) || stamp.FileID == "" || stamp.Modified == 0 || stamp.IsZero() {
		t.Errorf("stamp %+v", stamp)
	}
	if data, stamp, err := Read(put(t, filepath.Join(dir, "empty"), ""), 5); err != nil || len(data) != 0 || stamp.IsZero() {
		t.Errorf("an empty file: %q, %+v, %v", data, stamp, err)
	}
	for _, c := range []struct {
		path  string
		limit int64
		want  error
	}{
		{file, 4, ErrTooLarge},
		{dir, 5, ErrFolder},
		{filepath.Join(dir, "none"), 5, fs.ErrNotExist},
		{filepath.Join(dir, "none", "none"), 5, fs.ErrNotExist},
	} {
		data, stamp, err := Read(c.path, c.limit)
		if !errors.Is(err, c.want) || data != nil || !stamp.IsZero() {
			t.Errorf("%s: %q, %v, want %v", c.path, data, err, c.want)
		}
	}
	if _, _, err := Read("", 5); err == nil {
		t.Error("a file without a name was read")
	}
}

// A file of any size is refused by its size alone.
func TestReadTooLargeDoesNotRead(t *testing.T) {
	name := put(t, filepath.Join(t.TempDir(), "huge"), "")
	if err := os.Truncate(name, 1<<40); err != nil {
		t.Skip(err)
	}
	if _, _, err := Read(name, Limit); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	if _, err := tempStore(t).Save(Saving{Path: name, Data: []byte("x")}); !errors.Is(err, ErrTooLarge) {
		t.Error("a file no map can be was replaced:", err)
	}
}

// Something that writes the file while it is read.
type growing struct{ *memory }

type growingFile struct{ file }

func (g growing) open(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := g.memory.open(name, flag, perm)
	return growingFile{f}, err
}

func (g growingFile) Read(p []byte) (int, error) {
	n, err := g.file.Read(p)
	h := g.file.(*handle)
	h.m.mu.Lock()
	h.m.clock++
	h.m.nodes[h.id].modified = h.m.clock
	h.m.mu.Unlock()
	return n, err
}

func TestReadWhileWritten(t *testing.T) {
	m := newMemory().tree(map[string]string{mapPath: oldText}, "/home/maps")
	if _, _, err := read(growing{m}, mapPath, Limit); !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
}

// A file that the system makes up says that it is empty, and is not.
type madeUpFile struct{ file }

type madeUpFS struct{ *memory }

func (m madeUpFS) lstat(name string) (info, error) {
	in, err := m.memory.lstat(name)
	in.size = 0
	return in, err
}

func (m madeUpFS) open(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := m.memory.open(name, flag, perm)
	return madeUpFile{f}, err
}

func (f madeUpFile) info() (info, error) {
	in, err := f.file.info()
	in.size = 0
	return in, err
}

func TestReadContentWithoutSize(t *testing.T) {
	m := newMemory().tree(map[string]string{mapPath: oldText}, "/home/maps")
	if _, _, err := read(madeUpFS{m}, mapPath, Limit); !errors.Is(err, ErrSpecial) {
		t.Error(err)
	}
}

func TestChanged(t *testing.T) {
	s := tempStore(t)
	name := filepath.Join(t.TempDir(), "a.json")
	ask := func(known Stamp) bool {
		t.Helper()
		changed, err := s.Changed(name, known)
		if err != nil {
			t.Fatal(err)
		}
		return changed
	}
	if ask(Stamp{}) {
		t.Error("nothing there, nothing known: changed")
	}
	put(t, name, "one")
	_, stamp, err := Read(name, Limit)
	if err != nil {
		t.Fatal(err)
	}
	if !ask(Stamp{}) {
		t.Error("a file has come: unchanged")
	}
	if ask(stamp) {
		t.Error("just read: changed")
	}
	put(t, name+"2", "one")
	if err := os.Rename(name+"2", name); err != nil {
		t.Fatal(err)
	}
	if ask(stamp) {
		t.Error("another file of the same bytes: changed")
	}
	put(t, name, "other")
	if !ask(stamp) {
		t.Error("other bytes: unchanged")
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if !ask(stamp) {
		t.Error("gone: unchanged")
	}
}

func TestStateFolder(t *testing.T) {
	home := func() (string, error) { return "/home/ann", nil }
	for _, c := range []struct{ system, name, value, want string }{
		{"linux", "XDG_STATE_HOME", "/var/ann", "/var/ann/warrant"},
		{"linux", "XDG_STATE_HOME", "relative", "/home/ann/.local/state/warrant"},
		{"freebsd", "", "", "/home/ann/.local/state/warrant"},
		{"darwin", "XDG_STATE_HOME", "/var/ann", "/home/ann/Library/Application Support/Warrant"},
		{"windows", "LocalAppData", "/c/local", "/c/local/Warrant"},
		{"windows", "", "", ""},
	} {
		if filepath.Separator != '/' {
			t.Skip("the table is written with slashes")
		}
		env := func(name string) string {
			if name == c.name {
				return c.value
			}
			return ""
		}
		got, err := stateFolder(c.system, env, home)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s %s=%s: %q, %v; want %q", c.system, c.name, c.value, got, err, c.want)
		}
	}
}

// Without a usable state folder there is one warning, and saving works.
func TestUnusableStateFolder(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(filepath.Join(put(t, filepath.Join(dir, "file"), ""), "state"))
	if !errors.Is(err, ErrNoState) || !strings.Contains(err.Error(), "file") {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "a.json")
	out, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte("one")})
	if err != nil || len(out.Warnings) != 0 {
		t.Fatal(err, out.Warnings)
	}
	if out, err = s.Save(Saving{Path: name, ID: mapID, Data: []byte("two"), Since: out.Stamp}); err != nil || len(out.Warnings) != 0 || out.Backup != "" {
		t.Fatal(err, out)
	}
	if get(t, name) != "two" {
		t.Error("not saved")
	}
	j, err := s.Journal(mapID, name)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(j.Write([]byte("x"), Meta{}), j.Remove()); err != nil {
		t.Error(err)
	}
	j.Close()
	l, err := s.Lock(name)
	if err != nil {
		t.Error(err)
	}
	l.Release()
	if found, skipped, err := s.Journals(); len(found)+len(skipped) != 0 || err != nil {
		t.Error(found, skipped, err)
	}
	if all, err := s.Earlier(name, mapID); len(all) != 0 || err != nil {
		t.Error(all, err)
	}
}
