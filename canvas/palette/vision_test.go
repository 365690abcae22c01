package palette_test

import (
	"image/color"
	"math"
	"testing"

	"warrant/canvas/palette"
)

// vision is how light looks to an eye: a matrix on linear sRGB.
type vision struct {
	name   string
	matrix [3][3]float64
}

// visions are those of people who see all colours and of those who lack one
// sort of cones altogether, after Machado, Oliveira and Fernandes, "A
// physiologically-based model for simulation of color vision deficiency", IEEE
// TVCG 15 (2009), at severity 1.
var visions = []vision{
	{"all cones", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

// glance is the least CIEDE2000 difference of colours that are to be told
// apart at a glance; a difference of 1 is just seen, side by side.
const glance = 9

// TestColorsAreToldApart holds the pairs whose colours have to do the work by
// themselves, at least from afar. These are not among them, because something
// else tells them apart: contention and what is selected (an edge with its word
// and a ring), undercutting links (dotted, with a sign of their own) and either
// of those, and the marks (words, or signs in the overview).
func TestColorsAreToldApart(t *testing.T) {
	for _, p := range palettes {
		for _, pair := range [][2]palette.Role{
			{palette.Supports, palette.Opposes},
			{palette.Supports, palette.Contention},
			{palette.Opposes, palette.Contention},
			{palette.Supports, palette.Undercuts},
			{palette.Opposes, palette.Undercuts},
			{palette.Supports, palette.Select},
			{palette.Opposes, palette.Select},
			{palette.Found, palette.Select},
		} {
			for _, v := range visions {
				if d := difference(v.see(p.Of(pair[0])), v.see(p.Of(pair[1]))); d < glance {
					t.Errorf("%s, %s: roles %d and %d differ by %.1f, want %d", p.Name, v.name, pair[0], pair[1], d, glance)
				}
			}
		}
	}
}

type lab struct{ l, a, b float64 }

// see returns how a colour looks, in CIELAB under D65.
func (v vision) see(c color.NRGBA) lab {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]float64
	for i, row := range v.matrix {
		out[i] = math.Max(0, math.Min(1, row[0]*in[0]+row[1]*in[1]+row[2]*in[2]))
	}
	r, g, b := out[0], out[1], out[2]
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*r + 0.3575761*g + 0.1804375*b) / 0.95047)
	y := f(0.2126729*r + 0.7151522*g + 0.0721750*b)
	z := f((0.0193339*r + 0.1191920*g + 0.9503041*b) / 1.08883)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// difference is CIEDE2000, as in Sharma, Wu and Dalal, "The CIEDE2000
// color-difference formula", Color Research & Application 30 (2005).
func difference(p, q lab) float64 {
	deg, rad := 180/math.Pi, math.Pi/180
	fog := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	g := 0.5 * (1 - fog((math.Hypot(p.a, p.b)+math.Hypot(q.a, q.b))/2))
	polar := func(v lab) (chroma, hue float64) {
		a := v.a * (1 + g)
		if chroma = math.Hypot(a, v.b); chroma > 0 {
			hue = math.Mod(math.Atan2(v.b, a)*deg+360, 360)
		}
		return
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	turn, mean := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		turn, mean = 0, h1+h2
	case turn > 180:
		turn, mean = turn-360, mean+180
	case turn < -180:
		turn, mean = turn+360, mean+180
	}
	if mean >= 360 {
		mean -= 360
	}
	dl, dc, dh := q.l-p.l, c2-c1, 2*math.Sqrt(c1*c2)*math.Sin(turn/2*rad)
	l, c := (p.l+q.l)/2-50, (c1+c2)/2
	t := 1 - 0.17*math.Cos((mean-30)*rad) + 0.24*math.Cos(2*mean*rad) + 0.32*math.Cos((3*mean+6)*rad) - 0.20*math.Cos((4*mean-63)*rad)
	sl, sc, sh := 1+0.015*l*l/math.Sqrt(20+l*l), 1+0.045*c, 1+0.015*c*t
	rt := -math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*rad) * 2 * fog(c)
	return math.Sqrt(dl/sl*dl/sl + dc/sc*dc/sc + dh/sh*dh/sh + rt*dc/sc*dh/sh)
}

// TestDifference uses pairs from the table of Sharma, Wu and Dalal.
func TestDifference(t *testing.T) {
	for _, c := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, -1.3802, -84.2814}, lab{50, 0, -82.7485}, 1.0000},
		{lab{50, 0, 0}, lab{50, -1, 2}, 2.3669},
		{lab{50, 2.49, -0.001}, lab{50, -2.49, 0.0009}, 7.1792},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{2.0776, 0.0795, -1.1350}, lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := difference(c.p, c.q); math.Abs(got-c.want) > 5e-5 {
			t.Errorf("%v and %v: %.4f, want %.4f", c.p, c.q, got, c.want)
		}
	}
}
