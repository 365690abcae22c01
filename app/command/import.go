package command

import (
	"errors"
	"fmt"
	"strings"

	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/interchange"
	"warrant/storage/interchange/loss"
)

// formatOf returns the format of the option --format, or what the file tells.
func formatOf(option, path string, by func() *interchange.Format, extensions []string) (*interchange.Format, error) {
	if option != "" {
		if f := interchange.Named(option); f != nil {
			return f, nil
		}
		var names []string
		for _, f := range interchange.Formats {
			names = append(names, f.Name)
		}
		return nil, &misuse{fmt.Sprintf("there is no format %q", option), "--format is one of " + strings.Join(names, ", ")}
	}
	if f := by(); f != nil {
		return f, nil
	}
	return nil, &misuse{fmt.Sprintf("the name %s tells no format to convert from or to", path), "names end in one of " + strings.Join(extensions, ", ") + "; or say --format NAME"}
}

// told prints what a conversion lost, each after the name of the file.
func (c *call) told(path string, lost []interchange.Lost) {
	for _, l := range lost {
		line := ""
		if l.Line > 0 {
			line = fmt.Sprint(l.Line, ":")
		}
		fmt.Fprintf(c.Err, "%s:%s lost: %s\n", disk.Display(path), line, disk.Display(l.What))
	}
}

// imported makes a map of a file of another format.
func imported(c *call) error {
	out := c.flags.String("o", "", "")
	format := c.flags.String("format", "", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	switch {
	case *out == "":
		return &misuse{"no file to write the map to", ""}
	case same(names[0], *out):
		return &misuse{"the map would replace what it is made of", "give -o another name"}
	}
	if *format == "" && !interchange.MayRead(names[0]) {
		_, err := formatOf("", names[0], func() *interchange.Format { return nil }, interchange.Readable())
		return err
	}
	data, _, err := disk.Read(names[0], interchange.MaxBytes)
	if err != nil {
		return err
	}
	from, err := formatOf(*format, names[0], func() *interchange.Format { return interchange.Of(names[0], data) }, interchange.Readable())
	if err != nil {
		return err
	}
	if from.Read == nil {
		return &misuse{from.Title + " can be written, not read", ""}
	}
	p, lost, err := from.Read(data)
	if err == nil && len(p.Claims) == 0 {
		err = errors.New("there is no claim in it")
	}
	if err != nil {
		return wrong(names[0], err)
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
	c.told(names[0], lost)
	return nil
}

// wrong puts a file's name before an error in it, as "file:line:column: what".
func wrong(path string, err error) error {
	var at *loss.Fault
	if errors.As(err, &at) && at.Line > 0 {
		return fmt.Errorf("%s:%w", disk.Display(path), err)
	}
	return fmt.Errorf("%s: %w", disk.Display(path), err)
}

// formats lists the formats that fit, for the help.
func formats(fit func(*interchange.Format) bool) string {
	var all []string
	for i := range interchange.Formats {
		if f := &interchange.Formats[i]; fit(f) {
			all = append(all, fmt.Sprintf("%s (%s)", f.Name, strings.Join(f.Extensions, " ")))
		}
	}
	return strings.Join(all, ", ")
}
