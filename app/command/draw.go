package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"warrant/app/picture"
	"warrant/app/session"
	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/arrange"
	"warrant/canvas/layout"
	"warrant/canvas/palette"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

var directions = map[string]layout.Direction{
	"top-down": layout.TopDown, "bottom-up": layout.BottomUp, "left-right": layout.LeftRight, "right-left": layout.RightLeft,
}

// arranged gives cards their places.
func arranged(c *call) error {
	out := c.flags.String("o", "", "")
	way := c.flags.String("direction", "", "")
	compact := c.flags.Bool("compact", false, "")
	afresh := c.flags.Bool("afresh", false, "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	direction, ok := directions[*way]
	if !ok && *way != "" {
		return &misuse{fmt.Sprintf("there is no direction %q", *way), "top-down, bottom-up, left-right or right-left"}
	}
	m, stamp, err := read(names[0])
	if err != nil {
		return err
	}
	bare := arrange.Unplaced(m)
	s := session.Start(m, c.store, text.Default())
	o := arrange.Options{Direction: direction, Compact: *compact, Afresh: *afresh, Free: *way == "" && (bare || *afresh)}
	if *way == "" && !o.Free { // as it is
		o.Direction, o.Compact = arrange.Present(m, s.Scene)
		o.Compact = o.Compact || *compact
	}
	plan := arrange.Arrange(m, s.Scene, o)
	if err := s.Doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) }); err != nil {
		return err
	}
	if *out == "" {
		return c.write(names[0], m, stamp)
	}
	return c.writeNew(*out, m)
}

// writeNew saves to a file that the person named as the place to write to.
func (c *call) writeNew(path string, m *argument.Map) error {
	_, stamp, err := disk.Read(path, mapfile.MaxBytes)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return c.write(path, m, stamp)
}

// drawn draws a map into a picture file.
func drawn(c *call) error {
	out := c.flags.String("o", "", "")
	theme := c.flags.String("theme", "light", "")
	scale := c.flags.Float64("scale", 2, "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	if *out == "" {
		return &misuse{"no file to draw into", ""}
	}
	palettes := map[string]*palette.Palette{
		"light": palette.Light, "dark": palette.Dark, "contrast-light": palette.ContrastLight, "contrast-dark": palette.ContrastDark,
	}
	p, ok := palettes[*theme]
	if !ok {
		return &misuse{fmt.Sprintf("there is no theme %q", *theme), "light, dark, contrast-light or contrast-dark"}
	}
	if same(names[0], *out) {
		return &misuse{"the picture would replace the map", "give -o another name"}
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	fonts := text.Default()
	s := session.Start(m, c.store, fonts)
	var b bytes.Buffer
	if err := picture.Draw(&b, filepath.Ext(*out), s.Scene, picture.Options{Palette: p, Fonts: fonts, Scale: *scale}); err != nil {
		return fmt.Errorf("draw %s: %w", disk.Display(names[0]), err)
	}
	return picture.Write(c.store, *out, b.Bytes())
}

// same reports whether two names are of one file.
func same(a, b string) bool {
	real := func(p string) string {
		if r, err := filepath.EvalSymlinks(p); err == nil {
			p = r
		}
		if r, err := filepath.Abs(p); err == nil {
			p = r
		}
		return p
	}
	return real(a) == real(b)
}

// made makes a map out of nothing.
func made(c *call) error {
	claims := c.flags.Int("claims", 0, "")
	seed := c.flags.Int64("seed", 1, "")
	cross := c.flags.Float64("cross", 0, "")
	out := c.flags.String("o", "", "")
	if _, err := c.files(0, 0); err != nil {
		return err
	}
	switch {
	case *claims < 1 || *claims > argument.MaxClaims:
		return &misuse{fmt.Sprintf("%d claims cannot be made", *claims), fmt.Sprintf("--claims takes 1 to %d", argument.MaxClaims)}
	case !(*cross >= 0 && *cross <= 1):
		return &misuse{"--cross is a share of the claims", "0 to 1"}
	case *out == "":
		return &misuse{"no file to write to", ""}
	}
	m, err := sample.Make(sample.Options{Claims: *claims, Seed: *seed, Cross: *cross})
	if err != nil {
		return err
	}
	session.Start(m, c.store, text.Default()) // arranges what has no place
	return c.writeNew(*out, m)
}
