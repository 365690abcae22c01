package command

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/text"
	"warrant/storage/disk"
	outline "warrant/storage/interchange/plain"
)

// foreign is a format of maps that is not the program's own. What a
// conversion loses is told as "12: lost: what" for a line, else as
// " lost: what", so that it can follow a file's name and a colon.
type foreign struct {
	extensions []string
	read       func(data []byte) (p argument.Parts, lost []string, err error)
	write      func(m *argument.Map) (data []byte, lost []string, err error)
}

var foreigns = []foreign{
	{[]string{".txt", ".md", ".text"}, readPlain, writePlain},
}

// foreignOf returns the format that a file's name tells.
func foreignOf(path string) (*foreign, error) {
	extension := strings.ToLower(filepath.Ext(path))
	var known []string
	for i := range foreigns {
		if slices.Contains(foreigns[i].extensions, extension) {
			return &foreigns[i], nil
		}
		known = append(known, foreigns[i].extensions...)
	}
	return nil, &misuse{fmt.Sprintf("the name %s tells no format to convert from or to", path), "names end in one of " + strings.Join(known, ", ")}
}

var errUTF16 = errors.New("the text is UTF-16; save it as UTF-8")

func readPlain(data []byte) (argument.Parts, []string, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return argument.Parts{}, nil, errUTF16
	}
	p, lost := outline.Read(string(data))
	return p, told(lost), nil
}

func writePlain(m *argument.Map) ([]byte, []string, error) {
	written, lost := outline.Write(m)
	return []byte(written), told(lost), nil
}

func told(lost []outline.Lost) []string {
	var all []string
	for _, l := range lost {
		line := ""
		if l.Line > 0 {
			line = fmt.Sprint(l.Line, ":")
		}
		all = append(all, line+" lost: "+l.What)
	}
	return all
}

// imported makes a map of a file of another format.
func imported(c *call) error {
	out := c.flags.String("o", "", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	from, err := foreignOf(names[0])
	if err != nil {
		return err
	}
	switch {
	case *out == "":
		return &misuse{"no file to write the map to", ""}
	case same(names[0], *out):
		return &misuse{"the map would replace what it is made of", "give -o another name"}
	}
	data, _, err := disk.Read(names[0], outline.MaxBytes)
	if err != nil {
		return err
	}
	p, lost, err := from.read(data)
	if err == nil && len(p.Claims) == 0 {
		err = errors.New("there is no claim in it")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", disk.Display(names[0]), err)
	}
	p.Info.ID = argument.RandomName() + argument.RandomName()
	m, err := argument.Build(p)
	if err != nil {
		return fmt.Errorf("%s: %w", disk.Display(names[0]), err)
	}
	session.Start(m, c.store, text.Default()) // arranges what has no place
	if err := c.writeNew(*out, m); err != nil {
		return err
	}
	for _, l := range lost {
		fmt.Fprintf(c.Err, "%s:%s\n", disk.Display(names[0]), l)
	}
	return nil
}
