//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"syscall"
)

// careful: a symlink put in place of a resolved path is not followed, and
// opening a FIFO or a line returns at once.
const careful = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

func describe(fi fs.FileInfo) info {
	in := info{size: fi.Size(), mode: fi.Mode(), modified: fi.ModTime().UnixNano(), uid: -1, gid: -1}
	if st, ok := fi.Sys().(*syscall.Stat_t); ok {
		in.id = strconv.FormatUint(uint64(st.Dev), 16) + ":" + strconv.FormatUint(uint64(st.Ino), 16)
		in.uid, in.gid = int(st.Uid), int(st.Gid)
	}
	return in
}

func pathID(string) string     { return "" }
func handleID(*os.File) string { return "" }

func replaceFile(from, to string) error { return os.Rename(from, to) }

// syncFolder makes the entries of dir durable. Some file systems know no such
// thing and say so; then there is nothing to be had.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	if shut := f.Close(); err == nil {
		err = shut
	}
	return err
}

// barred tells whether err says that this folder lets no new file take the
// place of the old: it is not writable, or the file is a mount by itself.
func barred(err error) bool {
	for _, e := range []error{syscall.EACCES, syscall.EPERM, syscall.EROFS, syscall.EBUSY, syscall.EXDEV} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// lockFile uses flock, not fcntl: its locks belong to the open file, so two
// windows of one process see each other, and the kernel frees them when the
// process dies, however it dies.
func lockFile(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		default:
			return err
		}
	}
}

// removeBeforeClose: an open file's name can be removed here, so a lock file
// goes while its lock still keeps others out.
const removeBeforeClose = true
