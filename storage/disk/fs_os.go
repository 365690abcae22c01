package disk

import (
	"io/fs"
	"os"
	"path/filepath"
)

// osFS is the machine's own file system. What differs between systems is in
// fs_unix.go and fs_windows.go.
type osFS struct{}

type osFile struct{ *os.File }

func (osFS) lstat(name string) (info, error) {
	fi, err := os.Lstat(name)
	if err != nil {
		return info{}, err
	}
	in := describe(fi)
	if fi.Mode().IsRegular() {
		in.pseudo = pseudoPath(name)
		if in.id == "" {
			in.id = pathID(name)
		}
	}
	return in, nil
}

func (osFS) readlink(name string) (string, error) { return os.Readlink(name) }
func (osFS) realpath(name string) (string, error) { return filepath.EvalSymlinks(name) }

func (osFS) open(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := os.OpenFile(name, flag|careful, perm)
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

func (osFS) rename(from, to string) error { return replaceFile(from, to) }
func (osFS) remove(name string) error     { return os.Remove(name) }
func (osFS) mkdir(name string) error      { return os.Mkdir(name, 0o700) }

func (osFS) list(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}

func (osFS) syncDir(dir string) error { return syncFolder(dir) }

func (f osFile) info() (info, error) {
	fi, err := f.Stat()
	if err != nil {
		return info{}, err
	}
	in := describe(fi)
	if fi.Mode().IsRegular() {
		in.pseudo = pseudoFile(f.File)
		if in.id == "" {
			in.id = handleID(f.File)
		}
	}
	return in, nil
}

func (f osFile) truncate(size int64) error      { return f.Truncate(size) }
func (f osFile) sync() error                    { return f.Sync() } // F_FULLFSYNC on macOS
func (f osFile) setMode(mode fs.FileMode) error { return f.Chmod(mode) }
func (f osFile) setOwner(like info) error       { return f.Chown(like.uid, like.gid) }
func (f osFile) tryLock() error                 { return lockFile(f.File) }
