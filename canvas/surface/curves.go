package surface

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
)

// A piece of a link is cut in two while its box is larger than pieceArea
// square pixels, while it turns by more than a right angle or both ways, or
// while a quadratic curve with the same ends and tangents would miss it by
// pieceError pixels. The driver runs the program for every pixel of the box,
// which is what costs without a graphics card; each object costs besides.
const (
	pieceArea  = 5000
	pieceLeast = 24 // pixels; shorter pieces are not cut for their area
	pieceError = 0.6
)

// stroke is how a curve is drawn; lengths are device pixels.
type stroke struct {
	width float64
	dash  [2]float64
	color color.NRGBA
	arrow *arrow // at the end of the curve, nil for none
}

// arrow is an arrow head: its point, the unit vector it points along, its
// length and half its width.
type arrow struct {
	tip, heading geom.Point
	length, half float64
}

// piece holds the parameters of one object, relative to its corner.
type piece struct {
	ax, ay, bx, by, dx, dy float32
	sx, sy, ex, ey, last   float32
	hw                     float32
	color                  color.NRGBA
	on, off, s0, s1, s2    float32
	tx, ty, hx, hy, al, ah float32
}

// curvePool draws curves with objects that it uses again in each frame.
type curvePool struct {
	shaders []*canvas.Shader
	pieces  []piece
	used    int

	out    *[]fyne.CanvasObject
	dev    float64   // device pixels a unit of the toolkit
	clip   geom.Rect // what is visible, device pixels
	stroke stroke
}

func newCurvePool() *curvePool { return &curvePool{} }

func (a *arrow) box() geom.Rect {
	back := a.tip.Sub(a.heading.Mul(a.length))
	side := geom.Pt(-a.heading.Y, a.heading.X).Mul(a.half)
	return geom.Span(a.tip, a.tip).Union(geom.Span(back.Add(side), back.Sub(side))).Inset(-1)
}

// begin takes all objects back.
func (p *curvePool) begin(dev float64, size geom.Size) {
	p.used, p.dev = 0, dev
	p.clip = geom.R(0, 0, size.W*dev, size.H*dev)
}

// draw appends the objects of a curve, given in device pixels, to out. along
// is the arc length at which its dashes begin; the one at its end is
// returned.
func (p *curvePool) draw(out *[]fyne.CanvasObject, c geom.Cubic, k stroke, along float64) float64 {
	p.out, p.stroke = out, k
	return p.cut(c, along, true, true, 0)
}

func hull(c geom.Cubic) geom.Rect {
	return geom.Rect{
		Min: geom.Pt(min(c.A.X, c.B.X, c.C.X, c.D.X), min(c.A.Y, c.B.Y, c.C.Y, c.D.Y)),
		Max: geom.Pt(max(c.A.X, c.B.X, c.C.X, c.D.X), max(c.A.Y, c.B.Y, c.C.Y, c.D.Y)),
	}
}

func (p *curvePool) cut(c geom.Cubic, along float64, first, last bool, depth int) float64 {
	box := hull(c).Inset(-p.stroke.width/2 - 1)
	seen := box
	if a := p.stroke.arrow; last && a != nil {
		seen = seen.Union(a.box())
	}
	if !seen.Overlaps(p.clip) {
		if p.stroke.dash[1] > 0 {
			along += c.Length()
		}
		return along
	}
	if depth < 12 && p.large(c, box) {
		a, b := c.Split(0.5)
		along = p.cut(a, along, first, false, depth+1)
		return p.cut(b, along, false, last, depth+1)
	}
	return p.put(c, box, along, first, last)
}

func (p *curvePool) large(c geom.Cubic, box geom.Rect) bool {
	length := c.A.Distance(c.D)
	q, ok := quadratic(c)
	if !ok {
		return length > 1
	}
	// How far apart the two are in the middle, across the curve.
	apart := c.At(0.5).Sub(c.A.Add(q.Mul(2)).Add(c.D).Mul(0.25))
	along := c.D.Sub(c.A).Unit()
	if math.Abs(cross(along, apart)) > pieceError {
		return true
	}
	return box.W()*box.H() > pieceArea && length > pieceLeast
}

func cross(p, q geom.Point) float64 { return p.X*q.Y - p.Y*q.X }

// quadratic returns the control point of the quadratic curve that has the
// ends and the tangents of a cubic, if there is one that does not turn by
// more than a right angle.
func quadratic(c geom.Cubic) (geom.Point, bool) {
	from, to, chord := c.Direction(0), c.Direction(1), c.D.Sub(c.A)
	if from.X*to.X+from.Y*to.Y < 0 {
		return geom.Point{}, false
	}
	turn, first := cross(from, to), cross(from, chord)
	if math.Abs(turn) < 0.02 {
		// All but straight, or bent to and fro: then it lies off its tangent.
		return c.A.Lerp(c.D, 0.5), math.Abs(first) < pieceError
	}
	// A + k·from lies on the tangent at D.
	k := cross(chord, to) / turn
	m := first / turn // the same from D
	if k <= 0 || m <= 0 {
		return geom.Point{}, false
	}
	return c.A.Add(from.Mul(k)), true
}

// grain is what joints are rounded to, in device pixels, so that both
// neighbours of a joint compute with exactly the same numbers.
const grain = 64

func (p *curvePool) put(c geom.Cubic, box geom.Rect, along float64, first, last bool) float64 {
	a := p.stroke.arrow
	if !last {
		a = nil
	}
	if a != nil {
		box = box.Union(a.box())
	}
	x, y := math.Floor(box.Min.X), math.Floor(box.Min.Y)
	b, ok := quadratic(c)
	if !ok {
		b = c.A.Lerp(c.D, 0.5)
	}
	rel := func(v, o float64) float32 { return float32(math.Round((v-o)*grain) / grain) }
	q := piece{
		ax: rel(c.A.X, x), ay: rel(c.A.Y, y), bx: rel(b.X, x), by: rel(b.Y, y), dx: rel(c.D.X, x), dy: rel(c.D.Y, y),
		hw: float32(p.stroke.width / 2), color: p.stroke.color,
	}
	if !first {
		d := c.Direction(0)
		q.sx, q.sy = normal(d)
	}
	q.last = 1
	if !last {
		d := c.Direction(1)
		q.ex, q.ey = normal(d)
		q.last = 0
	}
	if p.stroke.dash[1] > 0 {
		first, _ := c.Split(0.5)
		half, length := first.Length(), c.Length()
		// s(t) = s0 + s1·t + s2·t² through the arc lengths at ½ and 1.
		q.on, q.off = float32(p.stroke.dash[0]), float32(p.stroke.dash[1])
		period := p.stroke.dash[0] + p.stroke.dash[1]
		q.s0, q.s1, q.s2 = float32(math.Mod(along, period)), float32(4*half-length), float32(2*length-4*half)
		along += length
	}
	if a != nil {
		q.tx, q.ty, q.hx, q.hy = rel(a.tip.X, x), rel(a.tip.Y, y), float32(a.heading.X), float32(a.heading.Y)
		q.al, q.ah = float32(a.length), float32(a.half)
	}
	o := p.next(q)
	o.Move(fyne.NewPos(float32(x/p.dev), float32(y/p.dev)))
	o.Resize(fyne.NewSize(float32(math.Ceil(box.Max.X-x)/p.dev), float32(math.Ceil(box.Max.Y-y)/p.dev)))
	*p.out = append(*p.out, o)
	return along
}

// normal rounds a direction so that it is the same seen from either piece.
func normal(d geom.Point) (x, y float32) {
	return float32(math.Round(d.X*1024) / 1024), float32(math.Round(d.Y*1024) / 1024)
}

func (p *curvePool) next(q piece) *canvas.Shader {
	if p.used == len(p.shaders) {
		o := canvas.NewShader("warrant-curve", curveSource, curveSourceES)
		o.Uniforms = make(map[string]float32, 32)
		p.shaders = append(p.shaders, o)
		p.pieces = append(p.pieces, piece{last: -1})
	}
	o := p.shaders[p.used]
	if p.pieces[p.used] != q {
		p.pieces[p.used] = q
		u := o.Uniforms
		u["ax"], u["ay"], u["bx"], u["by"], u["dx"], u["dy"] = q.ax, q.ay, q.bx, q.by, q.dx, q.dy
		u["sx"], u["sy"], u["ex"], u["ey"], u["last"] = q.sx, q.sy, q.ex, q.ey, q.last
		u["hw"] = q.hw
		u["cr"], u["cg"], u["cb"], u["ca"] = float32(q.color.R)/255, float32(q.color.G)/255, float32(q.color.B)/255, float32(q.color.A)/255
		u["tx"], u["ty"], u["hx"], u["hy"], u["al"], u["ah"] = q.tx, q.ty, q.hx, q.hy, q.al, q.ah
		u["on"], u["off"], u["s0"], u["s1"], u["s2"] = q.on, q.off, q.s0, q.s1, q.s2
	}
	p.used++
	return o
}
