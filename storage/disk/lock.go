package disk

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Lock says to other windows and processes that a file is open here. It
// stops nobody from writing the file: Save's Stamp does that.
type Lock struct {
	free func()
	once sync.Once
}

// Release gives the file free. A nil Lock can be released too.
func (l *Lock) Release() {
	if l != nil && l.free != nil {
		l.once.Do(l.free)
	}
}

const lockSuffix = ".lock"

// Lock takes the lock on the file at path, which need not exist yet. It
// returns an *InUseError if another window or process has it. A lock whose
// holder died, however it died, is free. When the state folder fails, the error
// is ErrNoState.
func (s *Store) Lock(path string) (*Lock, error) {
	if s.state == "" {
		return nil, nil
	}
	target, err := resolve(s.fs, path)
	if err != nil {
		return nil, fault("lock", path, err)
	}
	l, owner, err := s.hold(filepath.Join(s.state, lockFolder, short(target)+lockSuffix), target)
	if err == errHeld {
		return nil, &InUseError{Path: target, Owner: owner}
	}
	if err != nil {
		return nil, fault("lock", path, errors.Join(ErrNoState, bare(err)))
	}
	return l, nil
}

// holder is what a lock file says. It is for people: what counts is the
// kernel's lock on the file, which cannot outlive its process and needs no
// guess from a process number that a container or a restart uses again.
type holder struct {
	Owner
	Process string `json:"process"` // thisProcess of the holder
	Path    string `json:"path"`    // percent-escaped
}

// thisProcess tells this process from any other, wherever it runs.
var thisProcess = rand.Text()

// hold takes the lock file of that name. If another has it, the error is
// errHeld and owner says who.
func (s *Store) hold(name, path string) (l *Lock, owner Owner, err error) {
	// The holder may remove the file between the opening and the locking of
	// it; a lock on a file without a name keeps nobody out.
	const tries = 20
	for range tries {
		f, err := s.fs.open(name, forLocking, 0o600)
		if err != nil {
			return nil, Owner{}, err
		}
		if err := f.tryLock(); err != nil && !lockless(err) {
			if err == errHeld {
				owner = readHolder(f)
			}
			_ = f.Close()
			return nil, owner, err
		}
		mine, err := f.info()
		if err != nil {
			_ = f.Close()
			return nil, Owner{}, err
		}
		if named, err := s.fs.lstat(name); err != nil || named.id != mine.id {
			_ = f.Close()
			continue
		}
		s.sign(f, path)
		return &Lock{free: func() { s.drop(f, name) }}, Owner{}, nil
	}
	return nil, Owner{}, errHeld
}

// lockless tells that the file system, some network's mostly, has no locks.
// Then everyone gets them.
func lockless(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK)
}

func (s *Store) drop(f file, name string) {
	if removeBeforeClose {
		_ = s.fs.remove(name)
	}
	_ = f.Close()
	if !removeBeforeClose {
		_ = s.fs.remove(name)
	}
}

// sign writes who holds f; that it is missing does no harm.
func (s *Store) sign(f file, path string) {
	host, _ := os.Hostname()
	text, err := json.Marshal(holder{
		Owner:   Owner{PID: os.Getpid(), Host: host, Since: s.now().UTC().Truncate(time.Second)},
		Process: thisProcess,
		Path:    escapePath(path),
	})
	if err == nil && f.truncate(0) == nil {
		_ = writeAll(f, append(text, '\n'))
	}
}

func readHolder(f file) Owner {
	text, err := io.ReadAll(io.LimitReader(f, 1<<14))
	var h holder
	if err != nil || json.Unmarshal(text, &h) != nil {
		return Owner{}
	}
	h.Here = h.Process == thisProcess
	return h.Owner
}

// sweepLocks removes lock files whose holders are gone.
func (s *Store) sweepLocks(dir string) {
	names, err := s.fs.list(dir)
	if err != nil {
		return
	}
	for _, name := range names {
		if !strings.HasSuffix(name, lockSuffix) {
			continue
		}
		name = filepath.Join(dir, name)
		if in, err := s.fs.lstat(name); err != nil || in.mode&fs.ModeType != 0 {
			continue
		}
		if l, _, err := s.hold(name, ""); err == nil {
			l.Release()
		}
	}
}
