package command

import (
	"warrant/app/picture"
	"warrant/storage/interchange"
)

// exported writes a map in another format.
func exported(c *call) error {
	out := c.flags.String("o", "", "")
	format := c.flags.String("format", "", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	if *out == "" {
		return &misuse{"no file to write to", ""}
	}
	to, err := formatOf(*format, *out, func() *interchange.Format { return interchange.For(*out) }, interchange.Writable())
	if err != nil {
		return err
	}
	if to.Write == nil {
		return &misuse{to.Title + " can be read, not written", ""}
	}
	if same(names[0], *out) {
		return &misuse{"what is written would replace the map", "give -o another name"}
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	data, lost := to.Write(m)
	// A text is put into its file as a picture is: whole or not at all.
	if err := picture.Write(c.store, *out, data); err != nil {
		return err
	}
	c.told(*out, lost)
	return nil
}
