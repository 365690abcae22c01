package disk

import (
	"errors"
	"fmt"
)

// overwrite is the second-best way to save, for a file that can be written in
// a folder that cannot, or that is a mount by itself. A crash in the middle
// leaves the file torn, so the old bytes must be durable elsewhere first;
// without that it does not begin.
func (r *saver) overwrite() error {
	if r.state == "" {
		return errors.New("its folder takes no new file, and there is no state folder for a safe copy; save in another folder")
	}
	if r.out.Backup == "" {
		if err := r.backUp(); err != nil {
			return fmt.Errorf("its folder takes no new file, and no safe copy could be kept: %w; save in another folder", bare(err))
		}
	}
	f, err := r.fs.open(r.out.Path, forUpdating, 0)
	if err != nil {
		return err
	}
	err = r.pour(f)
	if shut := f.Close(); err == nil && shut != nil {
		err = fmt.Errorf("%w: %w", ErrUnsure, bare(shut))
	}
	return err
}

// pour writes the new bytes over the old. Truncating comes last, so that a
// full disk is met before anything of the old file's room is given back, and
// putting the old bytes back needs no room.
func (r *saver) pour(f file) error {
	in, err := f.info()
	if err != nil {
		return err
	}
	if !in.same(r.old.info) {
		if err := r.unchanged(); err != nil {
			return err
		}
		return ErrBusy
	}
	if err := writeOver(f, r.job.Data); err != nil {
		return r.restore(err)
	}
	r.out.InPlace = true
	r.done()
	if err := f.sync(); err != nil { // what the disk holds now nobody knows: not tried again on this file
		return fmt.Errorf("%w: %w; the previous version is in %s", ErrUnsure, bare(err), Display(r.out.Backup))
	}
	return nil
}

// restore puts the old bytes back after cause broke off writing, through a
// file of its own, since the first may be at any offset.
func (r *saver) restore(cause error) error {
	err := func() error {
		f, err := r.fs.open(r.out.Path, forUpdating, 0)
		if err != nil {
			return err
		}
		err = writeOver(f, r.old.data)
		if err == nil {
			err = f.sync()
		}
		if shut := f.Close(); err == nil {
			err = shut
		}
		return err
	}()
	if err != nil {
		return &TornError{Path: r.out.Path, Backup: r.out.Backup, Err: bare(cause)}
	}
	return cause
}

// writeOver makes f, which stands at its beginning, hold data and no more.
func writeOver(f file, data []byte) error {
	if err := writeAll(f, data); err != nil {
		return err
	}
	return f.truncate(int64(len(data)))
}
