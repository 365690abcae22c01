package disk

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// A staged file is complete, synced and closed under a temporary name beside
// the file it is to replace. While it is being written its writer holds the
// kernel's lock on it, so whoever finds one unlocked, and not made or closed
// just now, knows that its writer is gone, and may remove it.

const (
	stagePrefix = ".warrant-"
	stageSuffix = ".tmp"
)

// stageName begins with a hash of the name to be replaced rather than with
// the name, which may already be as long as a name can be.
func stageName(base string) string {
	return stagedFor(base) + strings.ToLower(rand.Text()[:12]) + stageSuffix
}

func stagedFor(base string) string { return stagePrefix + short(base) + "-" }

// stage writes data under a temporary name in dir. With like, the file gets
// that one's owner and mode, and trouble is what of that was refused; without,
// it gets perm less the umask. After an error nothing of it is left, unless
// even its removal failed; a barError says that the folder took no new file.
func stage(fsys fileSystem, dir, base string, data []byte, perm fs.FileMode, like *info) (name string, trouble, err error) {
	if like != nil {
		perm = 0o600 // nobody else reads it before it has its mode
	}
	name = filepath.Join(dir, stageName(base))
	f, err := fsys.open(name, forNew, perm)
	if err != nil {
		return "", nil, &barError{err}
	}
	_ = f.tryLock() // where there are no locks, the age of the file decides
	trouble, err = fill(f, data, like)
	if shut := f.Close(); err == nil {
		err = shut
	}
	if err != nil {
		_ = fsys.remove(name) // the first error is the one that tells
		return "", nil, err
	}
	return name, trouble, nil
}

func fill(f file, data []byte, like *info) (trouble, err error) {
	if err := writeAll(f, data); err != nil {
		return nil, err
	}
	if like != nil {
		if trouble, err = dress(f, *like); err != nil {
			return nil, err
		}
	}
	return trouble, f.sync()
}

// dress gives f the owner, group and mode of like. Not every file system has
// them and not every user may give them away: a refusal is trouble to be
// mentioned, no reason to lose the work.
func dress(f file, like info) (trouble, err error) {
	now, err := f.info()
	if err != nil {
		return nil, err
	}
	if like.uid >= 0 && (now.uid != like.uid || now.gid != like.gid) {
		err := f.setOwner(like)
		if err != nil {
			err = f.setOwner(info{uid: -1, gid: like.gid}) // the group alone is often allowed
		}
		if err != nil {
			if !refused(err) {
				return nil, err
			}
			trouble = err
		}
	}
	if now.mode.Perm() != like.mode.Perm() {
		if err := f.setMode(like.mode.Perm()); err != nil {
			if !refused(err) {
				return nil, err
			}
			trouble = err
		}
	}
	return trouble, nil
}

func refused(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, errors.ErrUnsupported)
}

// barError marks an error of the step that needs a writable folder.
type barError struct{ err error }

func (e *barError) Error() string { return bare(e.err).Error() }
func (e *barError) Unwrap() error { return e.err }

// putFile makes name in dir hold data, whole and durable or not at all.
func putFile(fsys fileSystem, dir, name string, data []byte) error {
	temp, _, err := stage(fsys, dir, name, data, 0o600, nil)
	if err != nil {
		return err
	}
	if err := fsys.rename(temp, filepath.Join(dir, name)); err != nil {
		_ = fsys.remove(temp)
		return err
	}
	return fsys.syncDir(dir)
}

const (
	// freshAge is how long a staged file is left alone in any case: its writer
	// may be about to lock it, or have closed it to rename it.
	freshAge = 10 * time.Second
	// staleAge is how old one must be to be removed where locks cannot tell
	// whether its writer lives.
	staleAge = 24 * time.Hour
)

// sweep removes what writers that died left in dir under a temporary name
// that begins with prefix. Its own failures do not count.
func sweep(fsys fileSystem, dir, prefix string, now time.Time) {
	names, err := fsys.list(dir)
	if err != nil {
		return
	}
	for _, name := range names {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, stageSuffix) {
			sweepOne(fsys, filepath.Join(dir, name), now)
		}
	}
}

func sweepOne(fsys fileSystem, name string, now time.Time) {
	in, err := fsys.lstat(name)
	if err != nil || !in.mode.IsRegular() {
		return
	}
	age := now.Sub(time.Unix(0, in.modified))
	if age < freshAge {
		return
	}
	f, err := fsys.open(name, forUpdating, 0)
	if err != nil {
		return
	}
	err = f.tryLock()
	_ = f.Close()
	if err == nil || err != errHeld && age > staleAge {
		_ = fsys.remove(name)
	}
}
