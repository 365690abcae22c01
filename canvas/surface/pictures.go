package surface

import (
	"container/list"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

// What is kept of painted cards, labels and junctions: as many pixels as
// pictureViews views have, so that what was just in view need not be painted
// again, and at least pictureLeast bytes. Each is held twice, as pixels and as a
// texture, which without a graphics card takes the same memory.
const (
	pictureViews = 2
	pictureLeast = 6 << 20
)

// fit sets how much is kept for a view of so many device pixels.
func (ps *pictures) fit(px float64) { ps.most = max(pictureLeast, int(px)*4*pictureViews) }

// part is a piece of the drawing that is painted once and moved as a picture.
type part uint8

const (
	cardPart  part = iota // the card in full
	titlePart             // the card for small zooms
	labelPart
	junctionPart
	badgePart
)

type pictureKey struct {
	id   argument.ID
	part part
}

// picture is a painted part.
type picture struct {
	key      pictureKey
	revision uint64
	scale    float64 // device pixels a world unit
	palette  *palette.Palette
	corner   geom.Point // where the part's anchor lies in the picture, device pixels
	pixels   *image.RGBA
	object   *canvas.Image
	frame    uint64 // the last frame that showed it
	place    *list.Element
}

// pictures keeps painted parts, the least lately shown of which go when they
// take more than most bytes. The object goes with its picture, so that the
// texture stays on the graphics card while the part is out of view.
type pictures struct {
	most  int
	bytes int
	frame uint64
	byKey map[pictureKey]*picture
	order *list.List // the most lately shown first
}

func newPictures(most int) *pictures {
	return &pictures{most: most, byKey: make(map[pictureKey]*picture), order: list.New()}
}

// get returns a part's picture, whatever its age, and marks it as shown.
func (ps *pictures) get(key pictureKey) *picture {
	p := ps.byKey[key]
	if p != nil && p.frame != ps.frame {
		p.frame = ps.frame
		ps.order.MoveToFront(p.place)
	}
	return p
}

// put keeps a newly painted picture in place of the part's former one.
func (ps *pictures) put(key pictureKey, revision uint64, scale float64, pal *palette.Palette, corner geom.Point, pixels *image.RGBA) *picture {
	p := ps.get(key)
	if p == nil {
		p = &picture{key: key, frame: ps.frame, object: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
		p.place = ps.order.PushFront(p)
		ps.byKey[key] = p
	} else {
		ps.bytes -= len(p.pixels.Pix)
	}
	ps.bytes += len(pixels.Pix)
	p.revision, p.scale, p.palette, p.corner, p.pixels = revision, scale, pal, corner, pixels
	p.object.Image = pixels
	p.object.Refresh()
	for ps.bytes > ps.most {
		oldest := ps.order.Back().Value.(*picture)
		if oldest.frame == ps.frame {
			break // all that is kept is in view
		}
		ps.drop(oldest)
	}
	return p
}

func (ps *pictures) drop(p *picture) {
	ps.bytes -= len(p.pixels.Pix)
	ps.order.Remove(p.place)
	delete(ps.byKey, p.key)
	canvas.Refresh(p.object) // frees its texture
	p.object.Image = nil     // the toolkit remembers the object for a minute
}

// clear forgets all.
func (ps *pictures) clear() {
	for _, p := range ps.byKey {
		ps.drop(p)
	}
}

// show places the picture so that its anchor comes to lie at a point, in
// device pixels. At the scale it was painted for it stands on whole pixels
// and is as sharp as it was painted; else the driver stretches it.
func (p *picture) show(at geom.Point, scale, dev float64) *canvas.Image {
	k := scale / p.scale
	size := p.pixels.Rect.Size()
	x, y := at.X-p.corner.X*k, at.Y-p.corner.Y*k
	if k == 1 {
		x, y = math.Round(x), math.Round(y)
	}
	p.object.Move(fyne.NewPos(float32(x/dev), float32(y/dev)))
	p.object.Resize(fyne.NewSize(float32(float64(size.X)*k/dev), float32(float64(size.Y)*k/dev)))
	return p.object
}
