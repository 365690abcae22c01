package disk

import (
	"io"
	"io/fs"
	"os"
)

// fileSystem is all that this package asks of a file system. Each method is
// one step that can fail by itself, so the tests can let any of them fail and
// can cut the power between any two.
type fileSystem interface {
	// lstat describes what is at name and follows no symlink at its end.
	lstat(name string) (info, error)
	readlink(name string) (string, error)
	// realpath gives name without any symlink in it; all of it must exist.
	realpath(name string) (string, error)
	// open follows no symlink at the end of name and never waits for the
	// other end of a FIFO. The flags are those of package os.
	open(name string, flag int, perm fs.FileMode) (file, error)
	// rename replaces what is at to, in one step.
	rename(from, to string) error
	remove(name string) error
	// mkdir makes one folder that only its owner may enter.
	mkdir(name string) error
	list(dir string) ([]string, error)
	// syncDir makes the entries of dir durable, where that can be done.
	syncDir(dir string) error
}

// file is one open file.
type file interface {
	io.ReadWriteCloser
	info() (info, error)
	truncate(size int64) error
	sync() error
	// tryLock takes the kernel's lock on the file for as long as it is open,
	// or returns errHeld at once when another open file has it.
	tryLock() error
	setMode(fs.FileMode) error
	setOwner(like info) error
}

// info is what a path or an open file was at one moment.
type info struct {
	size     int64
	mode     fs.FileMode
	modified int64  // nanoseconds since 1970
	id       string // names the file itself, whatever its path; "" where unknown
	uid, gid int    // -1 where there is no such thing
	pseudo   bool   // the kernel makes the content up when it is read
}

// same tells whether two looks found one file that nobody wrote between them,
// as far as can be told without reading it.
func (a info) same(b info) bool {
	return a.size == b.size && a.modified == b.modified && a.id == b.id
}

const (
	forReading  = os.O_RDONLY
	forUpdating = os.O_RDWR
	forNew      = os.O_RDWR | os.O_CREATE | os.O_EXCL
	forLocking  = os.O_RDWR | os.O_CREATE
)

// writeAll writes data from where f stands. A write that takes less than it
// was given and reports no error is an error all the same.
func writeAll(f file, data []byte) error {
	n, err := f.Write(data)
	if err == nil && n != len(data) {
		err = io.ErrShortWrite
	}
	return err
}
