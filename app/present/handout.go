package present

import (
	"fmt"
	"html"
	"io"
	"strings"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// Words are what a handout says of its own.
type Words struct {
	Language string // a tag, "en"
	Whole    string // the title of a step about the whole map
	Of       func(at, of int) string
}

// page is the part of the world that a page of a handout shows, in pixels of
// a screen that would show it so.
var page = geom.Size{W: 1200, H: 560}

const handoutStyle = `@page{size:A4 landscape;margin:12mm}
body{margin:0 auto;max-width:1100px;padding:0 16px;font-family:Inter,'Segoe UI','Helvetica Neue',Arial,'Noto Sans',sans-serif;color:#111;background:#fff}
section{break-after:page;break-inside:avoid;padding:10px 0}
section:last-child{break-after:auto}
h1{font-size:20px;margin:10px 0 0}
h2{font-size:18px;margin:0 0 8px}
h2 small{float:right;font-weight:400;font-size:13px;color:#5a6478}
figure{position:relative;margin:0;border:1px solid #d5dae1;border-radius:6px;overflow:hidden;aspect-ratio:15/7}
figure div{position:absolute;inset:0}
figure .dim{opacity:.3}
svg{display:block;width:100%;height:100%}
p{white-space:pre-wrap;font-size:15px;line-height:1.45;margin:10px 0 0}
`

// Handout writes a page for each step of a presentation: its title, the map
// as the step shows it, and what the speaker says. It is one file that loads
// nothing and runs nothing, whatever the map says; a browser prints it a page
// a step. The scene must be that of the map, with nothing collapsed.
func Handout(w io.Writer, m *argument.Map, steps []argument.Step, sc *scene.Scene, fonts *text.Fonts, words Words) error {
	out := &sure{w: w}
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n",
		html.EscapeString(words.Language), html.EscapeString(m.Info().Title), handoutStyle)
	if t := strings.TrimSpace(m.Info().Title); t != "" {
		fmt.Fprintf(out, "<h1 dir=\"auto\">%s</h1>\n", html.EscapeString(t))
	}
	s := New(m, steps, 0)
	for i, step := range steps {
		s.goTo(i)
		title := Title(m, step)
		if title == "" {
			title = words.Whole
		}
		fmt.Fprintf(out, "<section>\n<h2 dir=\"auto\"><small>%s</small>%s</h2>\n<figure>\n", html.EscapeString(words.Of(i+1, len(steps))), html.EscapeString(title))
		window := s.Camera(sc, page, 0).Window(page)
		lit, dim := s.shapes(sc, window)
		for _, layer := range [...]struct {
			class  string
			shapes []shape.Shape
		}{{"dim", dim}, {"lit", lit}} {
			fmt.Fprintf(out, "<div class=\"%s\">", layer.class)
			if err := paint.SVG(out, layer.shapes, window, palette.ProjectorLight.Without(palette.Canvas), fonts); err != nil {
				return err
			}
			fmt.Fprint(out, "</div>\n")
		}
		fmt.Fprint(out, "</figure>\n")
		if say := strings.TrimSpace(step.Say); say != "" {
			fmt.Fprintf(out, "<p dir=\"auto\">%s</p>\n", html.EscapeString(say))
		}
		fmt.Fprint(out, "</section>\n")
	}
	fmt.Fprint(out, "</body>\n</html>\n")
	return out.err
}

// shapes returns the drawing of a part of the world as the step lights it:
// what is set off, and what is in sight besides.
func (s *Show) shapes(sc *scene.Scene, window geom.Rect) (lit, dim []shape.Shape) {
	light := s.Light()
	to := func(id argument.ID) *[]shape.Shape {
		switch v := light(id); {
		case v == 1:
			return &lit
		case v > 0:
			return &dim
		}
		return new([]shape.Shape)
	}
	sc.Links(window, func(l *scene.Link) {
		on := to(l.ID)
		*on = append(*on, shape.Path{Curves: l.Curves, Stroke: l.Color, Width: l.Width, Dash: l.Dash})
		*on = append(*on, l.ArrowShapes()...)
	})
	sc.Links(window, func(l *scene.Link) {
		on := to(l.ID)
		*on = append(*on, shape.Moved(l.LabelShapes(), l.Label.Min)...)
	})
	sc.Cards(window, func(c *scene.Card) {
		on := to(c.ID)
		*on = append(*on, shape.Moved(c.Shapes(), c.Rect.Min)...)
	})
	return lit, dim
}

// sure keeps the first error of writing.
type sure struct {
	w   io.Writer
	err error
}

func (c *sure) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	c.err = err
	return n, err
}
