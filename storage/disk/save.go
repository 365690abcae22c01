package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// Saving is what is to be saved, and where.
type Saving struct {
	// Path is the file; symlinks are followed. Its folder must exist.
	Path string
	// ID is the document's. It and the path are what earlier versions are
	// found by. Without an ID (as for an export) none is kept.
	ID   string
	Data []byte
	// Since is what the caller believes to stand at Path: from Read, from the
	// last Save, from a ChangedError after asking; zero for no file.
	Since Stamp
	// Verify reads Data back in an independent way and compares it with what
	// it should say. It runs before anything is touched. Nil: no check.
	Verify func([]byte) error
}

// Saved is what a Save did.
type Saved struct {
	// Stamp is what stands at the path now, also after an error: the Since
	// of the next Save.
	Stamp Stamp
	// Path is the file that was written, symlinks resolved.
	Path string
	// Backup names the kept previous version; "" for none.
	Backup string
	// InPlace: the folder took no new file, so the old one was written over.
	InPlace bool
	// Warnings are what could not be done and does not make the save less
	// good: keeping the previous version (ErrNoState), the file's owner.
	Warnings []error
}

// Save makes Path hold Data, durably. The complete old or the complete new
// bytes stand there at every moment, except when the folder takes no new file
// and the old one must be written over; then a durable copy of the old bytes
// is in the state folder first. Unless it is ErrUnsure or ErrTorn, an error
// means that the file is as it was.
func (s *Store) Save(job Saving) (Saved, error) {
	out := Saved{Stamp: job.Since}
	if len(job.Data) > Limit {
		return out, fault("save", job.Path, fmt.Errorf("the map %w: %d bytes, at most %d", ErrTooLarge, len(job.Data), Limit))
	}
	if job.Verify != nil {
		if err := job.Verify(job.Data); err != nil {
			return out, fault("save", job.Path, fmt.Errorf("what would be written does not read back as it is; nothing was touched: %w", err))
		}
	}
	target, err := resolve(s.fs, job.Path)
	if err != nil {
		return out, fault("save", job.Path, err)
	}
	out.Path = target
	run := saver{Store: s, job: job, out: &out}
	err = run.save()
	switch err.(type) {
	case nil:
		return out, nil
	case *ChangedError, *TornError:
		return out, err
	}
	if !errors.Is(err, ErrUnsure) {
		err = fmt.Errorf("%w; nothing was changed there", bare(err))
	}
	return out, fault("save", job.Path, err)
}

// saver is one save under way.
type saver struct {
	*Store
	job Saving
	out *Saved
	old *version // what stood there; nil for nothing
}

func (r *saver) save() error {
	if err := r.look(); err != nil {
		return err
	}
	temp, err := r.stage()
	if err == nil {
		r.keep()
		err = r.commit(temp)
	}
	if _, bar := err.(*barError); bar && r.old != nil && barred(err) {
		err = r.overwrite()
	}
	if err != nil {
		return err
	}
	sweep(r.fs, filepath.Dir(r.out.Path), stagedFor(filepath.Base(r.out.Path)), r.now())
	return nil
}

// look reads what stands at the path, so that it can be compared and kept.
func (r *saver) look() error {
	v, err := load(r.fs, r.out.Path, forUpdating, Limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if !r.job.Since.IsZero() {
			return &ChangedError{Path: r.out.Path}
		}
		return nil
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", ErrReadOnly, bare(err))
	case err != nil:
		return err
	case v.stamp().Sum != r.job.Since.Sum:
		return &ChangedError{Path: r.out.Path, Now: v.stamp()}
	case v.info.mode.Perm()&0o222 == 0:
		return ErrReadOnly // also for a superuser, whom the system would let
	}
	r.old = &v
	return nil
}

func (r *saver) stage() (string, error) {
	var like *info
	if r.old != nil {
		like = &r.old.info
	}
	temp, trouble, err := stage(r.fs, filepath.Dir(r.out.Path), filepath.Base(r.out.Path), r.job.Data, 0o666, like)
	if trouble != nil {
		r.warn(fmt.Errorf("the file's owner or mode could not be kept: %w", bare(trouble)))
	}
	return temp, err
}

// keep puts the previous version into the state folder.
func (r *saver) keep() {
	if r.old == nil || r.job.ID == "" || bytes.Equal(r.old.data, r.job.Data) {
		return
	}
	if err := r.backUp(); err != nil && r.state != "" {
		r.warn(fmt.Errorf("the previous version could not be kept: %w: %w", ErrNoState, err))
	}
}

func (r *saver) backUp() (err error) {
	r.out.Backup, err = r.addBackup(r.out.Path, r.job.ID, r.old.data)
	return err
}

// commit puts the staged file in the place of the old one, unless another
// program has been there since look.
func (r *saver) commit(temp string) error {
	err := r.unchanged()
	if err == nil {
		if err = r.fs.rename(temp, r.out.Path); err != nil {
			err = &barError{err}
		}
	}
	if err != nil {
		_ = r.fs.remove(temp)
		return err
	}
	r.done()
	if err := r.fs.syncDir(filepath.Dir(r.out.Path)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsure, bare(err))
	}
	return nil
}

func (r *saver) unchanged() error {
	in, err := r.fs.lstat(r.out.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && r.old == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return &ChangedError{Path: r.out.Path}
	case err != nil:
		return err
	case r.old != nil && in.same(r.old.info):
		return nil
	}
	v, err := load(r.fs, r.out.Path, forReading, Limit)
	if err != nil {
		return err
	}
	return &ChangedError{Path: r.out.Path, Now: v.stamp()}
}

// done notes that the new bytes stand at the path.
func (r *saver) done() {
	in, _ := r.fs.lstat(r.out.Path) // unknown, the next look reads the file
	r.out.Stamp = stampOf(in, r.job.Data)
}

func (r *saver) warn(err error) { r.out.Warnings = append(r.out.Warnings, err) }
