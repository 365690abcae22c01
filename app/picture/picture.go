// Package picture answers how a map becomes a picture file: it chooses the
// painter by the file's kind and writes the file whole or not at all. It
// draws nothing itself.
package picture

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/storage/disk"
)

// Extensions are the kinds of file, by the ends of their names.
var Extensions = []string{".png", ".svg", ".pdf"}

// Margin is the empty room around the map, in world units.
const Margin = 32

// Options say how the picture looks.
type Options struct {
	Palette *palette.Palette
	Fonts   *text.Fonts
	Scale   float64 // pixels a world unit, for PNG; 0 stands for 1
}

// ErrEmpty is what drawing a map without claims gives.
var ErrEmpty = errors.New("the map has no claims to draw")

// Draw writes the whole scene in the format that the extension names.
func Draw(w io.Writer, extension string, s *scene.Scene, o Options) error {
	bounds := s.Bounds()
	if bounds == (geom.Rect{}) {
		return ErrEmpty
	}
	bounds = bounds.Inset(-Margin)
	if o.Scale == 0 {
		o.Scale = 1
	}
	shapes := s.Shapes(bounds)
	switch strings.ToLower(extension) {
	case ".png":
		return paint.New(o.Fonts).PNG(w, shapes, bounds, o.Palette, o.Scale)
	case ".svg":
		return paint.SVG(w, shapes, bounds, o.Palette, o.Fonts)
	case ".pdf":
		return paint.PDF(w, shapes, bounds, o.Palette, o.Fonts)
	}
	return fmt.Errorf("%q is no kind of picture; give one of %s", extension, strings.Join(Extensions, ", "))
}

// Write puts a picture into a file, in place of what is there.
func Write(store *disk.Store, path string, data []byte) error {
	_, stamp, err := disk.Read(path, disk.Limit)
	if errors.Is(err, fs.ErrNotExist) {
		stamp = disk.Stamp{}
	} else if err != nil {
		return err
	}
	_, err = store.Save(disk.Saving{Path: path, Data: data, Since: stamp})
	return err
}
