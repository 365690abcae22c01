//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// Special files are refused at once, by reader and writer, whoever runs it.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(dir, "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	links := filepath.Join(dir, "links")
	if err := os.Mkdir(links, 0o700); err != nil {
		t.Fatal(err)
	}
	link := func(to string) string {
		name := filepath.Join(links, filepath.Base(to))
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
		return name
	}
	cases := map[string]error{
		fifo:              ErrSpecial,
		link(fifo):        ErrSpecial,
		socket:            ErrSpecial,
		"/dev/null":       ErrSpecial,
		"/dev/zero":       ErrSpecial,
		link("/dev/zero"): ErrSpecial,
		"/dev/tty":        ErrSpecial,
		"/dev":            ErrFolder,
		link(dir):         ErrFolder,
	}
	if runtime.GOOS == "linux" {
		for _, name := range []string{
			"/proc/version", "/proc/self/status", "/proc/self/mem", "/proc/kmsg", "/proc/kcore",
			"/proc/sysrq-trigger", "/sys/kernel/uevent_seqnum", "/sys/power/state",
		} {
			cases[name] = ErrSpecial
		}
	}
	s := tempStore(t)
	for name, want := range cases {
		if _, err := os.Lstat(name); err != nil {
			t.Logf("there is no %s here", name)
			continue
		}
		start := time.Now()
		data, _, err := Read(name, Limit)
		if !errors.Is(err, want) || data != nil {
			t.Errorf("read %s: %v, want %v", name, err, want)
		}
		if _, err := s.Save(Saving{Path: name, Data: []byte("x")}); !errors.Is(err, want) {
			t.Errorf("save %s: %v, want %v", name, err, want)
		}
		if took := time.Since(start); took > time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	if in, err := os.Lstat(fifo); err != nil || in.Mode()&fs.ModeNamedPipe == 0 {
		t.Error("the FIFO is gone")
	}
}

// What is put in the place of a file between the look at it and its opening
// is not followed and not waited for.
func TestOpenIsCareful(t *testing.T) {
	dir := t.TempDir()
	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(put(t, filepath.Join(dir, "a"), "x"), link); err != nil {
		t.Fatal(err)
	}
	if f, err := (osFS{}).open(link, forUpdating, 0); err == nil {
		f.Close()
		t.Error("a symlink was followed")
	}
	done := make(chan error)
	go func() {
		f, err := (osFS{}).open(fifo, forReading, 0)
		if err == nil {
			_, err = drain(f, Limit)
			f.Close()
		}
		done <- err
	}()
	select {
	case err := <-done:
		if !errors.Is(err, ErrSpecial) {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("waiting for a FIFO")
	}
}

// A save goes through symlinks to the file, and leaves them as they are.
func TestSaveThroughSymlinks(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "real")
	other := filepath.Join(dir, "other")
	for _, d := range []string{real, other} {
		if err := os.Mkdir(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	file := put(t, filepath.Join(real, "a.json"), "old")
	link := func(to, name string) string {
		name = filepath.Join(other, name)
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
		return name
	}
	s := tempStore(t)
	save := func(path string) Saved {
		t.Helper()
		_, since, err := Read(path, Limit)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		out, err := s.Save(Saving{Path: path, ID: mapID, Data: []byte("by " + path), Since: since})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	one := link("../real/a.json", "one")
	two := link(one, "two")
	folder := link(real, "folder")
	for _, path := range []string{one, two, filepath.Join(folder, "a.json")} {
		if out := save(path); out.Path != file || get(t, file) != "by "+path {
			t.Errorf("%s went to %s", path, out.Path)
		}
	}
	// A link to where nothing is yet.
	dangling := link("../real/new.json", "dangling")
	if out := save(dangling); out.Path != filepath.Join(real, "new.json") || get(t, out.Path) != "by "+dangling {
		t.Error(out)
	}
	for _, name := range []string{one, two, folder, dangling} {
		if in, err := os.Lstat(name); err != nil || in.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no symlink any more", name)
		}
	}
	// The file's earlier versions are found by any of its names.
	for _, path := range []string{file, two} {
		if all, err := s.Earlier(path, ""); err != nil || len(all) != 3 {
			t.Errorf("%s: %d earlier versions, %v", path, len(all), err)
		}
	}
	loop := link(filepath.Join(other, "loop"), "loop")
	if _, err := s.Save(Saving{Path: loop, Data: []byte("x")}); err == nil {
		t.Error("a symlink to itself was saved to")
	}
	if names(t, real) != "a.json new.json" {
		t.Error(names(t, real))
	}
}

// The file keeps its mode, whatever the umask, and its owner if it can.
func TestSaveKeepsModeAndOwner(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o664, 0o666, 0o755} {
		name := put(t, filepath.Join(dir, "a.json"), "old")
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
		owned := os.Geteuid() == 0 && os.Chown(name, 65534, 65534) == nil
		if out, err := s.Save(Saving{Path: name, Data: []byte("new"), Since: Stamp{Sum: sum([]byte("old"))}}); err != nil || len(out.Warnings) > 0 {
			t.Fatal(err, out.Warnings)
		}
		in, err := osFS{}.lstat(name)
		if err != nil || in.mode.Perm() != mode {
			t.Errorf("mode %v became %v (%v)", mode, in.mode.Perm(), err)
		}
		if owned && (in.uid != 65534 || in.gid != 65534) {
			t.Errorf("owner became %d:%d", in.uid, in.gid)
		}
	}
}

// The state folder is its owner's alone: it holds what may be private.
func TestStateIsPrivate(t *testing.T) {
	s := tempStore(t)
	name := put(t, filepath.Join(t.TempDir(), "a.json"), "old")
	if _, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte("new"), Since: Stamp{Sum: sum([]byte("old"))}}); err != nil {
		t.Fatal(err)
	}
	count := 0
	err := filepath.Walk(s.state, func(name string, in fs.FileInfo, err error) error {
		if err == nil && in.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", name, in.Mode())
		}
		count++
		return err
	})
	if err != nil || count < 6 {
		t.Errorf("%d entries, %v", count, err)
	}
}
