package command

import (
	"fmt"

	"warrant/app/picture"
	"warrant/storage/disk"
)

// exported writes a map in another format.
func exported(c *call) error {
	out := c.flags.String("o", "", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	if *out == "" {
		return &misuse{"no file to write to", ""}
	}
	to, err := foreignOf(*out)
	if err != nil {
		return err
	}
	if same(names[0], *out) {
		return &misuse{"what is written would replace the map", "give -o another name"}
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	data, lost, err := to.write(m)
	if err != nil {
		return fmt.Errorf("%s: %w", disk.Display(names[0]), err)
	}
	// A text is put into its file as a picture is: whole or not at all.
	if err := picture.Write(c.store, *out, data); err != nil {
		return err
	}
	for _, l := range lost {
		fmt.Fprintf(c.Err, "%s:%s\n", disk.Display(*out), l)
	}
	return nil
}
