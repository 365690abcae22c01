package session

import (
	"errors"
	"io/fs"
	"reflect"
	"slices"

	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Left is unsaved work that a crash left behind.
type Left struct {
	disk.Recovery
	Map *argument.Map
	// File is the map that stands in the work's file now; nil where it was in
	// no file, or that is gone or no map.
	File *argument.Map
	// Moved tells that the file is not any more what the work began with.
	Moved bool
}

// Recover reads the unsaved work that crashes left, newest first, work on the
// file at path before all other. Work that its file holds by now is removed
// without a word, work that was declined waits among the earlier versions,
// and of work that cannot be read trouble says why.
func Recover(store *disk.Store, path string) (found []Left, trouble []error) {
	journals, skipped, err := store.Journals()
	if err != nil {
		trouble = append(trouble, err)
	}
	for _, s := range skipped {
		trouble = append(trouble, s.Err)
	}
	for _, r := range journals {
		if !r.Declined.IsZero() {
			continue
		}
		m, err := Unsaved(store, r)
		if err != nil {
			trouble = append(trouble, err)
			continue
		}
		l := Left{Recovery: r, Map: m}
		if r.Path != "" {
			var now disk.Stamp
			l.File, now, err = Read(r.Path)
			l.Moved = err == nil && now.Sum != r.Since.Sum || errors.Is(err, fs.ErrNotExist) != r.Since.IsZero()
		}
		if l.File != nil && reflect.DeepEqual(l.File.Parts(), m.Parts()) {
			if err := store.Discard(r); err != nil {
				trouble = append(trouble, err)
			}
			continue
		}
		found = append(found, l)
	}
	slices.SortStableFunc(found, func(a, b Left) int {
		switch first := path != "" && a.Path == path; {
		case first == (path != "" && b.Path == path):
			return 0
		case first:
			return -1
		}
		return 1
	})
	return found, trouble
}

// Unsaved reads the map in a journal.
func Unsaved(store *disk.Store, r disk.Recovery) (*argument.Map, error) {
	data, err := store.ReadJournal(r)
	if err != nil {
		return nil, err
	}
	return mapfile.Decode(data)
}
