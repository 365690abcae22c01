package paint

import (
	"image"
	"image/color"
)

// pixel is a colour with its alpha multiplied in, 8 bits each.
type pixel struct{ r, g, b, a uint32 }

func premultiply(c color.NRGBA) pixel {
	a := uint32(c.A)
	return pixel{div255(uint32(c.R) * a), div255(uint32(c.G) * a), div255(uint32(c.B) * a), a}
}

// div255 is v/255 rounded, for v up to 255².
func div255(v uint32) uint32 {
	v += 128
	return (v + v>>8) >> 8
}

// faded returns c with its alpha multiplied by k, 0..1.
func faded(c color.NRGBA, k float64) color.NRGBA {
	c.A = uint8(float64(c.A)*k + 0.5)
	return c
}

// over lays c over the four bytes of d with the given coverage, 0..255.
func over(d []byte, c pixel, cover uint32) {
	if cover == 0 {
		return
	}
	if cover != 255 {
		c = pixel{div255(c.r * cover), div255(c.g * cover), div255(c.b * cover), div255(c.a * cover)}
	}
	d = d[:4:4]
	if c.a == 255 {
		d[0], d[1], d[2], d[3] = uint8(c.r), uint8(c.g), uint8(c.b), 255
		return
	}
	k := 255 - c.a
	d[0] = uint8(c.r + div255(uint32(d[0])*k))
	d[1] = uint8(c.g + div255(uint32(d[1])*k))
	d[2] = uint8(c.b + div255(uint32(d[2])*k))
	d[3] = uint8(c.a + div255(uint32(d[3])*k))
}

// fillRow lays c over the pixels x0 to x1 of row y, which lie in img.
func fillRow(img *image.RGBA, y, x0, x1 int, c pixel) {
	if x1 <= x0 || c.a == 0 {
		return
	}
	i := img.PixOffset(x0, y)
	row := img.Pix[i : i+4*(x1-x0)]
	if c.a < 255 {
		for ; len(row) >= 4; row = row[4:] {
			over(row, c, 255)
		}
		return
	}
	row[0], row[1], row[2], row[3] = uint8(c.r), uint8(c.g), uint8(c.b), 255
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

func fillRect(img *image.RGBA, r image.Rectangle, c pixel) {
	r = r.Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		fillRow(img, y, r.Min.X, r.Max.X, c)
	}
}

// fillMask lays c over img through a mask whose corner stands at at.
func fillMask(img *image.RGBA, m *image.Alpha, at image.Point, c pixel) {
	r := m.Rect.Add(at.Sub(m.Rect.Min)).Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		d := img.Pix[img.PixOffset(r.Min.X, y):]
		s := m.Pix[m.PixOffset(m.Rect.Min.X+r.Min.X-at.X, m.Rect.Min.Y+y-at.Y):]
		for x := 0; x < r.Dx(); x++ {
			if v := s[x]; v != 0 {
				over(d[4*x:], c, uint32(v))
			}
		}
	}
}
