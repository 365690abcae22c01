package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
)

// Limit is the largest map file, in bytes.
const Limit = 64 << 20

// Stamp says which bytes stood at a path at one moment. The zero Stamp says
// that there was no file. Two stamps are of the same bytes if their Sum is
// the same; the rest only saves reading.
type Stamp struct {
	Size     int64  `json:"size"`
	Modified int64  `json:"modified"` // nanoseconds since 1970
	FileID   string `json:"file"`     // device and inode, or volume and index
	Sum      string `json:"sha256"`   // in hex
}

// IsZero tells whether the Stamp is of a file that is not there.
func (s Stamp) IsZero() bool { return s.Sum == "" }

func stampOf(in info, data []byte) Stamp {
	return Stamp{Size: int64(len(data)), Modified: in.modified, FileID: in.id, Sum: sum(data)}
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// Read gives the bytes at path, symlinks followed, and a Stamp of them.
// Folders, devices, FIFOs, sockets and files made up by the kernel are
// refused before they are opened, and a file of more than limit bytes before
// it is read.
func Read(path string, limit int64) ([]byte, Stamp, error) {
	return read(osFS{}, path, limit)
}

func read(fsys fileSystem, path string, limit int64) ([]byte, Stamp, error) {
	target, err := resolve(fsys, path)
	if err != nil {
		return nil, Stamp{}, fault("read", path, err)
	}
	v, err := load(fsys, target, forReading, limit)
	if err != nil {
		return nil, Stamp{}, fault("read", path, err)
	}
	return v.data, v.stamp(), nil
}

// Changed tells whether the file at path holds other bytes than known says,
// reading it only when its size, time or identity differ. It is for asking
// often; Save does not rely on it and compares the bytes.
func (s *Store) Changed(path string, known Stamp) (bool, error) {
	target, err := resolve(s.fs, path)
	if err != nil {
		return false, fault("look at", path, err)
	}
	in, err := s.fs.lstat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return !known.IsZero(), nil
	}
	if err != nil {
		return false, fault("look at", path, err)
	}
	if in.size == known.Size && in.modified == known.Modified && in.id == known.FileID {
		return false, nil
	}
	v, err := load(s.fs, target, forReading, Limit)
	if err != nil {
		return false, fault("look at", path, err)
	}
	return v.stamp().Sum != known.Sum, nil
}

// version is the whole content of a file and what the file was then.
type version struct {
	info info
	data []byte
}

func (v version) stamp() Stamp { return stampOf(v.info, v.data) }

// load reads the ordinary file at target, which holds no symlink.
func load(fsys fileSystem, target string, flag int, limit int64) (version, error) {
	in, err := fsys.lstat(target)
	if err != nil {
		return version{}, err
	}
	if err := ordinary(in, limit); err != nil {
		return version{}, err
	}
	f, err := fsys.open(target, flag, 0)
	if err != nil {
		return version{}, err
	}
	v, err := drain(f, limit)
	if shut := f.Close(); err == nil {
		err = shut
	}
	return v, err
}

// drain reads f to its end and makes sure that nobody wrote it meanwhile.
func drain(f file, limit int64) (version, error) {
	before, err := f.info()
	if err != nil {
		return version{}, err
	}
	if err := ordinary(before, limit); err != nil {
		return version{}, err
	}
	// One byte more than there should be: a file without an honest size must
	// not look complete.
	data := make([]byte, before.size+1)
	n, err := io.ReadFull(f, data)
	if err != io.EOF && err != io.ErrUnexpectedEOF && err != nil {
		return version{}, bare(err)
	}
	if before.size == 0 && n > 0 {
		return version{}, fmt.Errorf("%w: it has content but no size", ErrSpecial)
	}
	after, err := f.info()
	if err != nil {
		return version{}, err
	}
	if int64(n) != before.size || !after.same(before) {
		return version{}, ErrBusy
	}
	return version{info: after, data: data[:n:n]}, nil
}

// ordinary refuses what must not be read or replaced.
func ordinary(in info, limit int64) error {
	switch m := in.mode; {
	case m.IsDir():
		return ErrFolder
	case m&fs.ModeNamedPipe != 0:
		return fmt.Errorf("%w but a FIFO", ErrSpecial)
	case m&fs.ModeSocket != 0:
		return fmt.Errorf("%w but a socket", ErrSpecial)
	case m&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return fmt.Errorf("%w but a device", ErrSpecial)
	case !m.IsRegular():
		return ErrSpecial
	case in.pseudo:
		return fmt.Errorf("%w but made up by the system", ErrSpecial)
	case in.size > limit:
		return fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, in.size, limit)
	}
	return nil
}

// resolve gives the path of the file itself, absolute and without symlinks.
// The file need not exist, its folder must; a symlink that leads to nothing
// is followed to where the file would be.
func resolve(fsys fileSystem, path string) (string, error) {
	if path == "" {
		return "", errors.New("the file has no name")
	}
	at, err := filepath.Abs(path)
	if err != nil {
		return "", bare(err)
	}
	const hops = 40 // Linux allows as many
	for range hops {
		real, err := fsys.realpath(at)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return real, bare(err)
		}
		in, err := fsys.lstat(at)
		if err == nil && in.mode&fs.ModeSymlink != 0 {
			to, err := fsys.readlink(at)
			if err != nil {
				return "", bare(err)
			}
			if !filepath.IsAbs(to) {
				to = filepath.Join(filepath.Dir(at), to)
			}
			at = to
			continue
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", bare(err)
		}
		dir, err := fsys.realpath(filepath.Dir(at))
		if err != nil {
			return "", fmt.Errorf("its folder: %w", bare(err))
		}
		return filepath.Join(dir, filepath.Base(at)), nil
	}
	return "", errors.New("too many symlinks")
}
