package disk

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/windows"
)

const careful = 0

// describe leaves the file id out: it is known only through a handle.
func describe(fi fs.FileInfo) info {
	return info{size: fi.Size(), mode: fi.Mode(), modified: fi.ModTime().UnixNano(), uid: -1, gid: -1}
}

func idOf(h windows.Handle) string {
	var by windows.ByHandleFileInformation
	if windows.GetFileInformationByHandle(h, &by) != nil {
		return ""
	}
	index := uint64(by.FileIndexHigh)<<32 | uint64(by.FileIndexLow)
	return strconv.FormatUint(uint64(by.VolumeSerialNumber), 16) + ":" + strconv.FormatUint(index, 16)
}

func handleID(f *os.File) string { return idOf(windows.Handle(f.Fd())) }

func pathID(name string) string {
	p, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return ""
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	const flags = windows.FILE_FLAG_BACKUP_SEMANTICS | windows.FILE_FLAG_OPEN_REPARSE_POINT
	h, err := windows.CreateFile(p, 0, share, nil, windows.OPEN_EXISTING, flags, 0)
	if err != nil {
		return ""
	}
	defer windows.CloseHandle(h)
	return idOf(h)
}

func pseudoPath(string) bool   { return false }
func pseudoFile(*os.File) bool { return false }

// A virus scanner, an indexer or a sync client opens a new file for a moment
// and thereby stops it from being renamed. It is waited for at most this long.
const (
	renameTries = 12
	renameFirst = 5 * time.Millisecond // doubled each time, up to renameMost
	renameMost  = 250 * time.Millisecond
)

// replaceFile returns when the move is on the disk (write-through), which is
// what a folder sync gives elsewhere.
func replaceFile(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	wait := renameFirst
	for try := 1; ; try++ {
		err = windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
		if err == nil || try == renameTries || !held(err) {
			return err
		}
		time.Sleep(wait)
		wait = min(2*wait, renameMost)
	}
}

func held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

func syncFolder(string) error { return nil }

// barred tells whether err says that no new file can take the old one's place.
func barred(err error) bool {
	return held(err) || errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, windows.ERROR_NOT_SAME_DEVICE)
}

// lockFile locks one byte far behind the content: locks are binding on this
// system, and the content must stay readable for whoever asks who has it.
func lockFile(f *os.File) error {
	far := windows.Overlapped{OffsetHigh: 0x7fffffff}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// removeBeforeClose: the name of an open file cannot be removed here, and for
// the same reason nobody can remove it once another has opened it.
const removeBeforeClose = false
