package command

import (
	"bytes"
	"errors"
	"fmt"

	"warrant/app/session"
	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// many is how many files one command takes at most.
const many = 10_000

// read reads a map; the error names the file.
func read(path string) (*argument.Map, disk.Stamp, error) {
	m, stamp, err := session.Read(path)
	var bad *mapfile.Error
	if errors.As(err, &bad) {
		return nil, stamp, fmt.Errorf("%s:%w", disk.Display(path), placed{bad})
	}
	return m, stamp, err
}

// placed writes an error as FILE:line:column: what, also where it has no
// place in the file.
type placed struct{ bad *mapfile.Error }

func (p placed) Error() string {
	if p.bad.Line == 0 {
		return " " + p.bad.Error()
	}
	return p.bad.Error()
}

func (p placed) Unwrap() error { return p.bad }

// check says what is wrong with files.
func check(c *call) error {
	names, err := c.files(1, many)
	if err != nil {
		return err
	}
	sound := true
	for _, name := range names {
		data, _, err := disk.Read(name, mapfile.MaxBytes)
		if err != nil {
			sound = false
			fmt.Fprintln(c.Err, err)
			continue
		}
		for _, bad := range mapfile.Problems(data) {
			sound = false
			fmt.Fprintf(c.Err, "%s:%s\n", disk.Display(name), placed{bad}.Error())
		}
	}
	if !sound {
		return errReported
	}
	return nil
}

// format rewrites files in the canonical form. A file that has it already is
// not touched.
func format(c *call) error {
	names, err := c.files(1, many)
	if err != nil {
		return err
	}
	for _, name := range names {
		m, stamp, err := read(name)
		if err != nil {
			return err
		}
		if err := c.write(name, m, stamp); err != nil {
			return err
		}
	}
	return nil
}

// write saves a map; since is what stands at the path.
func (c *call) write(path string, m *argument.Map, since disk.Stamp) error {
	data, err := mapfile.Encode(m)
	if err != nil {
		return err
	}
	if old, _, err := disk.Read(path, mapfile.MaxBytes); err == nil && bytes.Equal(old, data) {
		return nil
	}
	saved, err := c.store.Save(disk.Saving{Path: path, ID: m.Info().ID, Data: data, Since: since, Verify: mapfile.Verify(m)})
	for _, warning := range saved.Warnings {
		fmt.Fprintln(c.Err, "warrant: warning:", warning)
	}
	return err
}
