package panel

import (
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// usualText is the text size that the sizes in this package are stated for;
// they grow with the person's.
const usualText = 13

// scaled returns a size in whole units: at others the toolkit spaces the
// letters of the next larger one.
func scaled(size float32) float32 {
	return float32(math.Floor(float64(size*theme.TextSize()/usualText) + .5))
}

func widthOf(s string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(s, size, style).Width
}

// lineHeight is how far lines of a size are apart.
func lineHeight(size float32) float32 { return float32(int(size*1.31 + 0.5)) }

// oneLine returns a text without line ends and other controls, cut to what a
// panel could show of it at all.
func oneLine(s string) string {
	const most = 2000
	n := 0
	return strings.Map(func(r rune) rune {
		if n++; n > most {
			return -1
		}
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}

// unturned drops the characters that turn the direction of writing: a title
// that does not turn back would turn the words of the panel around it. Writing
// that runs from right to left needs none of them.
func unturned(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

// fitted returns as much of a text as a width holds, with an ellipsis where
// that is not all.
func fitted(s string, width, size float32, style fyne.TextStyle) string {
	s = unturned(oneLine(s))
	if widthOf(s, size, style) <= width {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if widthOf(strings.TrimRight(string(runes[:mid]), " ")+"…", size, style) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

// wrapped breaks a text into lines no wider than width, at most so many; the
// last ends in an ellipsis when there is more.
func wrapped(s string, width, size float32, style fyne.TextStyle, most int) []string {
	if most <= 0 {
		most = 60
	}
	if width < size {
		width = size
	}
	space := widthOf(" ", size, style)
	var lines []string
	for _, part := range strings.Split(strings.TrimRight(s, "\n"), "\n") {
		line, used := "", float32(0)
		words := strings.Fields(unturned(oneLine(part)))
		for i := 0; i < len(words); i++ {
			w := widthOf(words[i], size, style)
			if w > width { // a word wider than the panel is broken
				head, tail := broken(words[i], width, size, style)
				words[i] = head
				if tail != "" {
					words = append(words[:i+1], append([]string{tail}, words[i+1:]...)...)
				}
				w = widthOf(head, size, style)
			}
			switch {
			case line == "":
				line, used = words[i], w
			case used+space+w <= width:
				line, used = line+" "+words[i], used+space+w
			default:
				lines = append(lines, line)
				line, used = words[i], w
			}
			if len(lines) == most {
				lines[most-1] = fitted(lines[most-1]+" "+line+" …", width, size, style)
				return lines
			}
		}
		if len(lines) == most {
			lines[most-1] = fitted(lines[most-1]+" …", width, size, style)
			return lines
		}
		lines = append(lines, line)
	}
	return lines
}

// broken takes from a word as much as a width holds.
func broken(word string, width, size float32, style fyne.TextStyle) (head, tail string) {
	runes := []rune(word)
	low, high := 1, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if widthOf(string(runes[:mid]), size, style) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]), string(runes[low:])
}
