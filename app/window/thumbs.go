package window

import (
	"errors"
	"fmt"
	"image"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
)

// thumbs has pictures of maps drawn in the background, one at a time, and
// keeps them while the program runs.
type thumbs struct {
	w       *Window
	painter *paint.Painter
	wanted  []thumb // by the tiles of the page

	mu    sync.Mutex
	round int                // counts how often other pictures were wanted
	left  int                // to be drawn in this round
	kept  map[thumbKey]drawn // of what was wanted last, in all its colours
}

// thumb is a picture that is wanted.
type thumb struct {
	tile *tile
	key  thumbKey
	read func() (*argument.Map, error)
}

// thumbKey names a picture: of a file as it was at a time.
type thumbKey struct {
	name           string
	size, modified int64
	palette        *palette.Palette
	wide, tall     int // pixels
}

// drawn is a picture, or what is to be said in its place.
type drawn struct {
	picture image.Image
	said    string
	wrong   bool
}

// thumbMost is the largest map, in claims, of which a picture is drawn.
const thumbMost = 20_000

func newThumbs(w *Window) *thumbs {
	return &thumbs{w: w, painter: paint.New(w.fonts), kept: make(map[thumbKey]drawn)}
}

// example wants a picture of a map that comes with the program.
func (v *thumbs) example(t *tile, name string) {
	v.wanted = append(v.wanted, thumb{t, thumbKey{name: name}, func() (*argument.Map, error) { return exampleMap(name) }})
}

// file wants a picture of a file.
func (v *thumbs) file(t *tile, path string) {
	k := thumbKey{name: path, modified: -1}
	if in, err := os.Stat(path); err == nil {
		k.size, k.modified = in.Size(), in.ModTime().UnixNano()
	}
	v.wanted = append(v.wanted, thumb{t, k, func() (*argument.Map, error) {
		m, _, err := session.Read(path)
		return m, err
	}})
}

// rest ends the drawing.
func (v *thumbs) rest() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.round++
	v.wanted, v.left = nil, 0
}

// begin has what is wanted drawn, in the colours in force; what is known is
// shown at once.
func (v *thumbs) begin() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.round++
	round := v.round
	pal, scale := v.w.palette(), float64(v.w.win.Canvas().Scale())
	maps.DeleteFunc(v.kept, func(k thumbKey, _ drawn) bool { // of files as they were, and of others
		return !slices.ContainsFunc(v.wanted, func(t thumb) bool {
			return t.key.name == k.name && t.key.size == k.size && t.key.modified == k.modified
		})
	})
	var todo []thumb
	for _, t := range v.wanted {
		t.key.palette = pal
		t.key.wide, t.key.tall = pixelsOf(t.tile, scale)
		if d, ok := v.kept[t.key]; ok {
			t.tile.show(d.picture, d.said, d.wrong)
		} else {
			todo = append(todo, t)
		}
	}
	if v.left = len(todo); v.left > 0 {
		go v.drawAll(todo, round)
	}
}

func pixelsOf(t *tile, scale float64) (wide, tall int) {
	w := 230.0
	switch {
	case t.aside:
		w = asideWidth
	case t.tall == largePicture:
		w = startWidest - startSide - startGap
	}
	return int(w * scale), int(float64(t.tall) * scale)
}

func (v *thumbs) drawAll(todo []thumb, round int) {
	for _, t := range todo {
		v.mu.Lock()
		over := v.round != round
		v.mu.Unlock()
		if over {
			return
		}
		d := v.draw(t)
		v.mu.Lock()
		v.kept[t.key] = d
		v.mu.Unlock()
		fyne.Do(func() {
			t.tile.show(d.picture, d.said, d.wrong)
			v.mu.Lock()
			defer v.mu.Unlock()
			if v.round == round {
				v.left--
			}
		})
	}
}

// draw draws a map as one begins to read it: whole where that is not too
// small, else from the contention downwards.
func (v *thumbs) draw(t thumb) drawn {
	m, err := t.read()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return drawn{nil, language.Say("The file is gone."), true}
	case err != nil:
		return drawn{nil, language.Say("It cannot be read: %s", worded(err)), true}
	case m.NumClaims() == 0:
		return drawn{}
	case m.NumClaims() > thumbMost:
		return drawn{said: language.Count(m.NumClaims(), "%d claim", "%d claims")}
	}
	s, err := session.Opening{Measure: v.w.fonts}.Map(m)
	if err != nil {
		return drawn{nil, fmt.Sprint(err), true}
	}
	translate(s.Scene)
	img := image.NewRGBA(image.Rect(0, 0, t.key.wide, t.key.tall))
	paint.Fill(img, t.key.palette.Of(palette.Canvas))
	size := geom.Size{W: float64(t.key.wide), H: float64(t.key.tall)}
	least := 0.16 // zoom at which cards can be told apart
	if t.tile.tall == largePicture {
		least = 0.3 // and their words guessed at
	}
	dev := size.H / float64(t.tile.tall)
	view := geom.Fit(s.Scene.Bounds(), size, 0.04*size.W, dev)
	if c := s.Scene.Card(m.Info().Contention); c != nil && view.Zoom < least*dev {
		z := 1.6 * least * dev
		view = geom.View{Zoom: z, Origin: geom.Pt(c.Rect.Center().X-size.W/2/z, c.Rect.Min.Y-0.04*size.W/z)}
	}
	v.painter.Paint(img, view, t.key.palette, s.Scene.Shapes(view.Window(size)))
	return drawn{picture: img}
}

// drawing reports whether pictures are still to come.
func (v *thumbs) drawing() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.left > 0
}
