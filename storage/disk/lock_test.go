package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

func TestLock(t *testing.T) {
	s := tempStore(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "a.json")
	first, err := s.Lock(name)
	if err != nil {
		t.Fatal(err)
	}
	// By another spelling of the same path, through another store.
	again, err := Open(s.state)
	if err != nil {
		t.Fatal(err)
	}
	_, err = again.Lock(dir + "/x/../a.json")
	var used *InUseError
	if !errors.Is(err, ErrInUse) || !errors.As(err, &used) {
		t.Fatal(err)
	}
	if o := used.Owner; !o.Here || o.PID != os.Getpid() || o.Since.IsZero() || used.Path != name {
		t.Errorf("%+v", used)
	}
	if !strings.Contains(err.Error(), "another window of this program since 20") {
		t.Error(err)
	}
	other, err := s.Lock(filepath.Join(dir, "b.json"))
	if err != nil {
		t.Error("another file:", err)
	}
	first.Release()
	first.Release()
	other.Release()
	second, err := again.Lock(name)
	if err != nil {
		t.Error("after its release:", err)
	}
	second.Release()
	if left := names(t, filepath.Join(s.state, lockFolder)); left != "" {
		t.Errorf("left %s", left)
	}
	var none *Lock
	none.Release()
}

// Another process is named; once it is killed, its lock is free, whatever
// its file says.
func TestLockOfAnotherProcess(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state")
	path := put(t, filepath.Join(t.TempDir(), "a.json"), "x")
	cmd := start(t, "lock", path, state)
	s, err := Open(state)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Lock(path)
	var used *InUseError
	if !errors.As(err, &used) || used.Owner.PID != cmd.Process.Pid || used.Owner.Here {
		t.Fatalf("%v, %+v, want process %d", err, used, cmd.Process.Pid)
	}
	t.Log(err)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if left := names(t, filepath.Join(state, lockFolder)); left == "" {
		t.Error("the killed process has left no lock file: this test shows nothing")
	}
	l, err := s.Lock(path)
	if err != nil {
		t.Fatal("its holder is dead:", err)
	}
	l.Release()
}

// unlucky is a file system on which, between the opening and the locking of a
// lock file, its holder removes it and another makes it anew.
type unlucky struct {
	*memory
	done bool
}

type unluckyFile struct {
	file
	name string
	fs   *unlucky
}

func (u *unlucky) open(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := u.memory.open(name, flag, perm)
	return unluckyFile{f, name, u}, err
}

func (f unluckyFile) tryLock() error {
	if !f.fs.done {
		f.fs.done = true
		m := f.fs.memory
		if err := m.remove(f.name); err != nil {
			return err
		}
		other, err := m.open(f.name, forLocking, 0o600)
		if err != nil {
			return err
		}
		if err := other.tryLock(); err != nil {
			return err
		}
	}
	return f.file.tryLock()
}

func TestLockOnAFileThatIsGone(t *testing.T) {
	m := situation{}.build()
	s := newStore(m)
	s.fs = &unlucky{memory: m}
	if _, err := s.Lock(mapPath); !errors.Is(err, ErrInUse) {
		t.Error(err)
	}
}

// Where a network's file system knows no locks, nobody is kept from working.
func TestNoLocksAtAll(t *testing.T) {
	m := situation{}.build()
	s := newStore(m)
	s.fs = &faulty{fileSystem: m, hit: func(op string) bool { return op == "lock" }, err: syscall.ENOLCK, at: 1, on: true}
	l, err := s.Lock(mapPath)
	if err != nil {
		t.Fatal(err)
	}
	l.Release()
	journalOf(t, s, "one", mapPath, "work").Close()
	expect(t, "without locks", listing(t, s), `one /home/maps/east.json "work"`)
}

// A lock is never two people's at a time, however they come and go.
func TestLockIsExclusive(t *testing.T) {
	s := tempStore(t)
	path := filepath.Join(t.TempDir(), "a.json")
	var inside, got atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				l, err := s.Lock(path)
				if errors.Is(err, ErrInUse) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if inside.Add(1) != 1 {
					t.Error("two have it")
				}
				got.Add(1)
				inside.Add(-1)
				l.Release()
			}
		})
	}
	wg.Wait()
	t.Logf("taken %d times of %d", got.Load(), 8*200)
}
