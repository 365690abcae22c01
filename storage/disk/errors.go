package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// What a caller may want to tell apart, with errors.Is. That a file is not
// there or may not be touched is fs.ErrNotExist and fs.ErrPermission.
var (
	// ErrChanged: what stands at the path is not what the caller knows. The
	// error is a *ChangedError.
	ErrChanged = errors.New("changed on disk")
	// ErrInUse: another window or process has the file open. The error is an
	// *InUseError.
	ErrInUse = errors.New("in use")
	// ErrFolder: the path is a folder.
	ErrFolder = errors.New("is a folder; choose a file in it")
	// ErrSpecial: the path is a device, a FIFO, a socket or a file that the
	// kernel makes up.
	ErrSpecial = errors.New("is not an ordinary file")
	// ErrTooLarge: more bytes than the limit.
	ErrTooLarge = errors.New("is too large")
	// ErrBusy: the file was being written while it was read.
	ErrBusy = errors.New("is being written by another program; try again")
	// ErrReadOnly: the file is write-protected.
	ErrReadOnly = errors.New("is write-protected; save under another name")
	// ErrUnsure: the new bytes stand complete at the path, but the disk has
	// not confirmed them. Save again, best elsewhere.
	ErrUnsure = errors.New("written, but the disk did not confirm it; save again, best in another place")
	// ErrTorn: the file could be written only in place, and that broke off.
	// The error is a *TornError and names the copy of the old bytes.
	ErrTorn = errors.New("writing broke off")
	// ErrNoState: the state folder cannot be used, so there are no earlier
	// versions, no recovery and no locks. One warning, then work goes on.
	ErrNoState = errors.New("the state folder cannot be used; earlier versions and recovery are off")
	// ErrCorrupt: a journal or a kept version is not what was written.
	ErrCorrupt = errors.New("is damaged or cut short")
	// ErrNewer: a journal of a later version of this program.
	ErrNewer = errors.New("is of a newer version of Warrant")
)

var errHeld = errors.New("locked by another")

// Error says what was being done with which file and why it did not succeed.
type Error struct {
	Doing string // "read", "save" …
	Path  string
	Err   error
}

func (e *Error) Error() string { return e.Doing + " " + Display(e.Path) + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// fault makes an Error. The operating system's error comes without the path
// it names, which is not escaped and may be a temporary one.
func fault(doing, path string, err error) error {
	return &Error{Doing: doing, Path: path, Err: bare(err)}
}

func bare(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	case *os.SyscallError:
		return e.Err
	}
	return err
}

// ChangedError says that another program has written, replaced or removed
// the file. To overwrite it after asking, save again with Since: Now; should
// it change once more in between, the question comes again.
type ChangedError struct {
	Path string
	Now  Stamp // what stands there; zero when the file is gone
}

func (e *ChangedError) Error() string {
	what := "another program has changed the file since it was read"
	if e.Now.IsZero() {
		what = "the file has been moved or deleted since it was read"
	}
	return "save " + Display(e.Path) + ": " + what
}

func (e *ChangedError) Is(target error) bool { return target == ErrChanged }

// InUseError tells who has the file.
type InUseError struct {
	Path  string
	Owner Owner
}

// Owner is the holder of a lock; fields are zero where they are not known.
type Owner struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
	// Here: the holder is another window of this very process.
	Here bool `json:"-"`
}

func (e *InUseError) Error() string {
	who := "another program"
	switch {
	case e.Owner.Here:
		who = "another window of this program"
	case e.Owner.PID != 0:
		who = fmt.Sprintf("process %d on %s", e.Owner.PID, Display(e.Owner.Host))
	}
	if !e.Owner.Since.IsZero() {
		who += " since " + e.Owner.Since.Local().Format("2006-01-02 15:04")
	}
	return Display(e.Path) + " is open in " + who
}

func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// TornError says that neither the old nor the new bytes are whole at the
// path. The old ones are in Backup; the new ones are still in memory.
type TornError struct {
	Path   string
	Backup string
	Err    error
}

func (e *TornError) Error() string {
	return "save " + Display(e.Path) + ": writing broke off and the file is incomplete; its previous content is in " +
		Display(e.Backup) + ": " + e.Err.Error()
}

func (e *TornError) Is(target error) bool { return target == ErrTorn }
func (e *TornError) Unwrap() error        { return e.Err }
