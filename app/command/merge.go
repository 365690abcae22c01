package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// merged brings two versions of a map together. What is written is a sound
// map in any case; the exit code tells whether there is something to decide.
func merged(c *call) error {
	out := c.flags.String("o", "", "")
	names, err := c.files(3, 3)
	if err != nil {
		return err
	}
	if *out == "" {
		return &misuse{"no file to write to", ""}
	}
	var maps [3]*argument.Map
	var stamps [3]disk.Stamp
	for i, name := range names {
		if maps[i], stamps[i], err = readOrNone(name); err != nil {
			return &trouble{err}
		}
	}
	var there disk.Stamp
	if same(names[1], *out) {
		there = stamps[1] // so that a change since it was read is noticed
	} else if _, there, err = disk.Read(*out, mapfile.MaxBytes); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &trouble{err}
	}
	result := merge.Merge(maps[0], maps[1], maps[2])
	if err := c.writeMerged(*out, result.Map, there); err != nil {
		return &trouble{err}
	}
	for i := range result.Conflicts {
		x := &result.Conflicts[i]
		if x.Minor {
			fmt.Fprintf(c.Err, "note: %s\n", plain(x.Text))
		} else {
			fmt.Fprintf(c.Err, "conflict: %s (taken: %s)\n", plain(x.Text), x.Taken)
		}
	}
	switch n := result.Open(); {
	case n == 1:
		fmt.Fprintln(c.Err, "warrant: 1 conflict; the map written is sound and holds the readings named as taken")
		return errReported
	case n > 1:
		fmt.Fprintf(c.Err, "warrant: %d conflicts; the map written is sound and holds the readings named as taken\n", n)
		return errReported
	}
	return nil
}

// writeMerged saves the result. Git has its merge drivers write to a file of
// a passing name, of which no earlier version is kept: git has them, and
// nobody would ever look for that name again.
func (c *call) writeMerged(path string, m *argument.Map, since disk.Stamp) error {
	if !strings.HasPrefix(filepath.Base(path), ".merge_file_") {
		return c.write(path, m, since)
	}
	data, err := mapfile.Encode(m)
	if err != nil {
		return err
	}
	if old, _, err := disk.Read(path, mapfile.MaxBytes); err == nil && bytes.Equal(old, data) {
		return nil
	}
	_, err = c.store.Save(disk.Saving{Path: path, Data: data, Since: since, Verify: mapfile.Verify(m)})
	return err
}
