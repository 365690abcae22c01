package surface

import (
	"image/color"
	"math"
	"math/rand"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// placed is a piece with the corner of its object, device pixels.
type placed struct {
	piece
	x, y, w, h float64
}

func piecesOf(c geom.Cubic, k stroke) []placed {
	p := newCurvePool()
	p.begin(1, geom.Size{W: 2000, H: 2000})
	var out []fyne.CanvasObject
	p.draw(&out, c, k, 0)
	var all []placed
	for i, o := range out {
		s := o.(*canvas.Shader)
		all = append(all, placed{p.pieces[i], float64(s.Position().X), float64(s.Position().Y), float64(s.Size().Width), float64(s.Size().Height)})
	}
	return all
}

// owns tells whether the piece's program draws a pixel, as far as its place
// goes, and how far the pixel is from the piece's curve.
func (p placed) owns(x, y float64) (bool, float64) {
	if x < p.x || y < p.y || x > p.x+p.w || y > p.y+p.h {
		return false, 0
	}
	px, py := float32(x-p.x), float32(y-p.y)
	if (px-p.ax)*p.sx+(py-p.ay)*p.sy < 0 || (px-p.dx)*p.ex+(py-p.dy)*p.ey >= p.last {
		return false, 0
	}
	return true, float64(p.distance(px, py))
}

// distance does what the program does to find how far a pixel is from the
// curve.
func (p placed) distance(px, py float32) float64 {
	bx, by := p.bx-p.ax, p.by-p.ay
	cx, cy := p.ax-2*p.bx+p.dx, p.ay-2*p.by+p.dy
	hx, hy := p.dx-p.ax, p.dy-p.ay
	bound := func(t float32) float32 { return max(0, min(1, t)) }
	b, c, u := bx*hx+by*hy, cx*hx+cy*hy, (px-p.ax)*hx+(py-p.ay)*hy
	t := bound(u / max(b+float32(math.Sqrt(float64(max(b*b+c*u, 0)))), 1e-6))
	at := func() (float32, float32) { return p.ax + t*(2*bx+t*cx) - px, p.ay + t*(2*by+t*cy) - py }
	for range 3 {
		rx, ry := at()
		vx, vy := 2*(bx+t*cx), 2*(by+t*cy)
		t = bound(t - (rx*vx+ry*vy)/max(vx*vx+vy*vy+2*(rx*cx+ry*cy), 1e-3))
	}
	rx, ry := at()
	return math.Hypot(float64(rx), float64(ry))
}

// linkLike returns a curve as the scene draws them: it leaves and arrives
// upright.
func linkLike(r *rand.Rand) geom.Cubic {
	a := geom.Pt(700+r.Float64()*600, 100+r.Float64()*700)
	d := a.Add(geom.Pt((r.Float64()-0.5)*1200, 30+r.Float64()*500))
	pull := (d.Y - a.Y) * (0.3 + r.Float64()*0.5)
	return geom.Cubic{A: a, B: a.Add(geom.Pt(0, pull)), C: d.Sub(geom.Pt(0, pull)), D: d}
}

func TestEachPixelOfALinkBelongsToOnePiece(t *testing.T) {
	const seed = 5
	r := rand.New(rand.NewSource(seed))
	for i := range 200 {
		c := linkLike(r)
		if i%2 == 1 { // as small as when zoomed out
			for _, p := range []*geom.Point{&c.A, &c.B, &c.C, &c.D} {
				*p = p.Mul(0.2)
			}
		}
		k := stroke{width: 1 + r.Float64()*5, color: color.NRGBA{A: 255}}
		pieces := piecesOf(c, k)
		for range 200 {
			// A pixel within the link's width, away from its two ends.
			at := c.At(0.02 + 0.96*r.Float64()).Add(geom.Pt(r.Float64()-0.5, r.Float64()-0.5).Mul(k.width * 0.7))
			x, y := math.Floor(at.X)+0.5, math.Floor(at.Y)+0.5
			owners, near := 0, math.Inf(1)
			for _, p := range pieces {
				if owns, d := p.owns(x, y); owns && d < k.width/2+0.5 {
					owners++
					near = d
				}
			}
			_, want := c.Nearest(geom.Pt(x, y))
			if want > k.width/2-pieceError || want > k.width/2+0.5-2*pieceError {
				continue // its edge may fall on either side
			}
			if owners != 1 {
				t.Fatalf("seed %d: pixel %v, %v at %.2f from %v belongs to %d pieces of %d", seed, x, y, want, c, owners, len(pieces))
			}
			if math.Abs(near-want) > 2*pieceError {
				t.Fatalf("seed %d: pixel %v, %v is %.2f from %v, for its piece %.2f", seed, x, y, want, c, near)
			}
		}
	}
}

func TestPiecesAreFewAndSmall(t *testing.T) {
	// A link between neighbouring cards at zoom 0.4 and at 1.
	small := geom.Cubic{A: geom.Pt(100, 100), B: geom.Pt(100, 120), C: geom.Pt(190, 120), D: geom.Pt(190, 140)}
	if n := len(piecesOf(small, stroke{width: 1.2})); n > 4 {
		t.Errorf("a small link takes %d pieces", n)
	}
	large := geom.Cubic{A: geom.Pt(100, 100), B: geom.Pt(100, 400), C: geom.Pt(900, 400), D: geom.Pt(900, 700)}
	for _, p := range piecesOf(large, stroke{width: 3}) {
		if a := p.w * p.h; a > 1.3*pieceArea {
			t.Errorf("a piece covers %v square pixels", a)
		}
	}
}

func TestPiecesOutOfViewAreLeftOut(t *testing.T) {
	c := geom.Cubic{A: geom.Pt(-5000, 500), B: geom.Pt(-3000, 500), C: geom.Pt(4000, 510), D: geom.Pt(9000, 510)}
	pieces := piecesOf(c, stroke{width: 3})
	for _, p := range pieces {
		if p.x+p.w < 0 || p.x > 2000 {
			t.Errorf("a piece from %v to %v", p.x, p.x+p.w)
		}
	}
	if len(pieces) == 0 {
		t.Error("what is in view is left out, too")
	}
}

func TestDashesGoOnFromPieceToPiece(t *testing.T) {
	c := geom.Cubic{A: geom.Pt(100, 100), B: geom.Pt(100, 400), C: geom.Pt(900, 400), D: geom.Pt(900, 700)}
	pieces := piecesOf(c, stroke{width: 3, dash: [2]float64{7, 4}})
	if len(pieces) < 4 {
		t.Fatalf("%d pieces only", len(pieces))
	}
	length := 0.0
	for i, p := range pieces {
		if want := math.Mod(length, 11); math.Abs(math.Mod(float64(p.s0)-want+16.5, 11)-5.5) > 0.6 {
			t.Errorf("piece %d begins at %v of its dashes, want %v", i, p.s0, want)
		}
		length += float64(p.s1 + p.s2)
	}
	if want := c.Length(); math.Abs(length-want) > 0.01*want {
		t.Errorf("the pieces are %v long together, the curve %v", length, want)
	}
}

type certain struct{}

func (certain) Credence(argument.ID) (float64, bool) { return 1, true }
func (certain) Base(argument.ID) (float64, bool)     { return 1, true }

func TestTheArrowHeadIsTheScenes(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Claims: []argument.Claim{
			{ID: "a", Placed: true}, {ID: "b", At: argument.Point{Y: 300}, Placed: true}, {ID: "c", At: argument.Point{X: 300, Y: 300}, Placed: true},
		},
		Links: []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"b", "c"}, To: "a"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	l := scene.New(m, text.Bundled(), certain{}).Link("l")
	drawn := l.ArrowShapes()
	head, ok := drawn[0].(shape.Path)
	if len(drawn) != 2 || !ok || len(head.Curves) != 3 {
		t.Fatalf("not a triangle, then the junction: %v", drawn)
	}
	reach := geom.Rect{Min: l.Junction, Max: l.Junction}.Inset(-junctionReach)
	if dot, ok := drawn[1].(shape.Box); !ok || !reach.Holds(dot.Rect) {
		t.Errorf("the junction %v reaches beyond its picture %v", drawn[1], reach)
	}
	back := head.Curves[1].A.Lerp(head.Curves[1].D, 0.5)
	if got := l.Tip.Distance(back); math.Abs(got-arrowLength) > 1e-9 {
		t.Errorf("the arrow head is %v long, here %v", got, float64(arrowLength))
	}
	if got := back.Distance(head.Curves[1].A); math.Abs(got-arrowHalf) > 1e-9 {
		t.Errorf("the arrow head is %v wide by half, here %v", got, float64(arrowHalf))
	}
}

func TestDashesRunOnFromCurveToCurve(t *testing.T) {
	const period = 11
	bend := geom.Cubic{A: geom.Pt(230, 50), B: geom.Pt(260, 50), C: geom.Pt(280, 60), D: geom.Pt(280, 90)}
	for _, c := range []struct {
		name   string
		curves []geom.Cubic
		begin  []float64 // where in the pattern each curve begins; −1 for anywhere
	}{
		{"one curve", []geom.Cubic{geom.Line(geom.Pt(10, 50), geom.Pt(30, 50))}, []float64{0}},
		{"two in a row", []geom.Cubic{geom.Line(geom.Pt(10, 50), geom.Pt(30, 50)), geom.Line(geom.Pt(30, 50), geom.Pt(60, 50))}, []float64{0, 20 % period}},
		{"a bend", []geom.Cubic{bend, geom.Line(bend.D, geom.Pt(280, 110))}, []float64{0, math.Mod(bend.Length(), period)}},
		{"two legs and a trunk", []geom.Cubic{
			geom.Line(geom.Pt(10, 100), geom.Pt(30, 100)), geom.Line(geom.Pt(50, 100), geom.Pt(30, 100)), geom.Line(geom.Pt(30, 100), geom.Pt(30, 90)),
		}, []float64{0, 0, 20 % period}},
	} {
		s := &Surface{links: newCurvePool()}
		s.links.begin(1, geom.Size{W: 400, H: 400})
		f := &frame{view: geom.View{Zoom: 1}, scale: 1}
		s.drawLink(f, &scene.Link{Curves: c.curves}, stroke{width: 2, dash: [2]float64{7, 4}})
		var got []float64
		for _, curve := range c.curves {
			for i := range s.links.used {
				o, p := s.links.shaders[i].Position(), s.links.pieces[i]
				if float64(o.X+p.ax) == curve.A.X && float64(o.Y+p.ay) == curve.A.Y {
					got = append(got, float64(p.s0))
					break
				}
			}
		}
		if len(got) != len(c.begin) {
			t.Fatalf("%s: %d curves begin in what is drawn, want %d", c.name, len(got), len(c.begin))
		}
		for i, want := range c.begin {
			if d := math.Abs(got[i] - want); math.Min(d, period-d) > 0.2 {
				t.Errorf("%s: curve %d begins %.2f into the pattern, want %.2f", c.name, i, got[i], want)
			}
		}
	}
}
