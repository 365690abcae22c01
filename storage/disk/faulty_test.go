package disk

import (
	"io/fs"
)

// faulty lets operation number at (from 1) of a file system fail, of those
// that hit chooses, and with on all that come after it too.
type faulty struct {
	fileSystem
	hit   func(op string) bool
	err   error
	short bool // a write takes half of what it is given, and reports err or nothing
	at    int
	on    bool

	count  int
	failed int
}

// step counts an operation and tells whether it fails.
func (f *faulty) step(op string) bool {
	if !f.hit(op) {
		return false
	}
	f.count++
	if f.count == f.at || f.on && f.count > f.at {
		f.failed++
		return true
	}
	return false
}

func (f *faulty) fail(op string) error {
	if f.step(op) {
		return &fs.PathError{Op: op, Path: "/some/path", Err: f.err}
	}
	return nil
}

func (f *faulty) lstat(name string) (info, error) {
	if err := f.fail("lstat"); err != nil {
		return info{}, err
	}
	return f.fileSystem.lstat(name)
}

func (f *faulty) realpath(name string) (string, error) {
	if err := f.fail("realpath"); err != nil {
		return "", err
	}
	return f.fileSystem.realpath(name)
}

func (f *faulty) open(name string, flag int, perm fs.FileMode) (file, error) {
	op := "open"
	if flag == forNew {
		op = "create"
	}
	if err := f.fail(op); err != nil {
		return nil, err
	}
	in, err := f.fileSystem.open(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return &faultyFile{file: in, f: f}, nil
}

func (f *faulty) rename(from, to string) error {
	if err := f.fail("rename"); err != nil {
		return err
	}
	return f.fileSystem.rename(from, to)
}

func (f *faulty) remove(name string) error {
	if err := f.fail("remove"); err != nil {
		return err
	}
	return f.fileSystem.remove(name)
}

func (f *faulty) mkdir(name string) error {
	if err := f.fail("mkdir"); err != nil {
		return err
	}
	return f.fileSystem.mkdir(name)
}

func (f *faulty) list(dir string) ([]string, error) {
	if err := f.fail("list"); err != nil {
		return nil, err
	}
	return f.fileSystem.list(dir)
}

func (f *faulty) syncDir(dir string) error {
	if err := f.fail("syncdir"); err != nil {
		return err
	}
	return f.fileSystem.syncDir(dir)
}

type faultyFile struct {
	file
	f *faulty
}

func (h *faultyFile) info() (info, error) {
	if err := h.f.fail("fstat"); err != nil {
		return info{}, err
	}
	return h.file.info()
}

func (h *faultyFile) Read(p []byte) (int, error) {
	if err := h.f.fail("read"); err != nil {
		return 0, err
	}
	return h.file.Read(p)
}

func (h *faultyFile) Write(p []byte) (int, error) {
	if h.f.step("write") {
		var n int
		if h.f.short || h.f.err != nil { // a full disk takes a part, too
			n, _ = h.file.Write(p[:len(p)/2])
		}
		if h.f.short {
			return n, nil
		}
		return n, h.f.err
	}
	return h.file.Write(p)
}

func (h *faultyFile) truncate(size int64) error {
	if err := h.f.fail("truncate"); err != nil {
		return err
	}
	return h.file.truncate(size)
}

func (h *faultyFile) sync() error {
	if err := h.f.fail("sync"); err != nil {
		return err
	}
	return h.file.sync()
}

// Close closes in any case, as the kernel does.
func (h *faultyFile) Close() error {
	err := h.f.fail("close")
	if shut := h.file.Close(); err == nil {
		err = shut
	}
	return err
}

func (h *faultyFile) tryLock() error {
	if err := h.f.fail("lock"); err != nil {
		return err
	}
	return h.file.tryLock()
}

func (h *faultyFile) setMode(mode fs.FileMode) error {
	if err := h.f.fail("chmod"); err != nil {
		return err
	}
	return h.file.setMode(mode)
}
