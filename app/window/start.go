package window

import (
	"image/color"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/canvas/palette"
	"warrant/storage/disk"
)

// startPage is what one begins with: the map of an article, an empty map,
// templates, and the maps worked on lately. It stands in the place of all
// else.
type startPage struct {
	widget.BaseWidget
	w      *Window
	below  *fyne.Container // what it stands in the place of
	ground *canvas.Rectangle
	scroll *container.Scroll
	body   *fyne.Container
	tiles  []*tile
	thumbs *thumbs
}

// template is an example as the start page and the menu name it.
type template struct{ name, title, line string }

// templates are the examples that are forms to fill in.
func templates() []template {
	return []template{
		{"pro-and-con", language.Say("Pro and Con"), language.Say("One proposal, the reasons for it, and the strongest objection with what can be said to it.")},
		{"policy-decision", language.Say("Policy Decision"), language.Say("Is there a harm, would the measure remove it, and at what price?")},
		{"scientific-hypothesis", language.Say("Scientific Hypothesis"), language.Say("What it predicts, what was found, and which rivals predict the same.")},
		{"legal-case", language.Say("Legal Case"), language.Say("The elements of a claim, the proof of each, and the defence.")},
		{"literature-review", language.Say("Literature Review"), language.Say("What kinds of study find, how far they share their errors, and who disagrees.")},
	}
}

// The heights of the pictures, in units.
const (
	largePicture = 260
	smallPicture = 110
	asidePicture = 70
)

func newStartPage(w *Window) *startPage {
	s := &startPage{w: w, ground: canvas.NewRectangle(color.White), thumbs: newThumbs(w)}
	s.body = container.New(&startLayout{page: s})
	s.scroll = container.NewVScroll(s.body)
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

func (s *startPage) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.ground, s.scroll))
}

// starting reports whether the start page is shown.
func (w *Window) starting() bool { return w.page != nil && w.page.Visible() }

// showStart shows the start page, with what is true now.
func (w *Window) showStart() {
	w.commit()
	w.tool.Cancel()
	w.page.fill()
	w.page.below.Hide()
	w.page.Show()
	w.page.recolor()
	w.page.focus()
	w.win.SetTitle("Warrant")
}

// leaveStart goes back to the open maps.
func (w *Window) leaveStart() {
	if !w.starting() {
		return
	}
	w.page.thumbs.rest()
	w.page.Hide()
	w.page.below.Show()
	w.retitle()
	w.focusCanvas()
}

// fill makes the page anew.
func (s *startPage) fill() {
	w := s.w
	s.thumbs.rest()
	s.tiles = nil
	add := func(t *tile) fyne.CanvasObject {
		s.tiles = append(s.tiles, t)
		return t
	}
	title := widget.NewLabel(language.Say("Draw the argument of a text, and weigh it."))
	title.SizeName, title.TextStyle.Bold = theme.SizeNameHeadingText, true
	back := fyne.CanvasObject(container.NewWithoutLayout())
	if !(len(w.places) == 1 && w.places[0].untouched()) {
		t := newTile(s, language.Say("Back to “%s”", w.places[w.at].named()), "", 0, w.leaveStart)
		back = add(t)
	}

	article := newTile(s, language.Say("Turn to the East"), language.Say("The map of an article on whether Russia will balance against China: a whole argument to look around in. It opens as a copy; try anything."),
		largePicture, func() { w.openExample(bundled) })
	empty := newTile(s, language.Say("Empty Map"), language.Say("Begin with one claim, and grow it with Tab and Enter."), 0, w.newMap)
	empty.lead = true
	open := newTile(s, language.Say("Open…"), language.Say("A map file. It can be dropped on this window, too."), 0, w.open)
	s.thumbs.example(article, bundled)

	page := startParts{title: title, back: back, article: add(article), first: []fyne.CanvasObject{add(empty), add(open)},
		templates: s.headline(language.Say("Templates")), recent: s.headline(language.Say("Recent Maps"))}
	for _, path := range w.recent() {
		t := newTile(s, disk.Display(filepath.Base(path)), disk.Display(homely(filepath.Dir(path))), asidePicture, func() { w.openPath(path) })
		t.aside = true
		s.thumbs.file(t, path)
		page.files = append(page.files, add(t))
	}
	for _, v := range templates() {
		t := newTile(s, v.title, v.line, smallPicture, func() { w.openExample(v.name) })
		s.thumbs.example(t, v.name)
		page.forms = append(page.forms, add(t))
	}
	s.body.Layout = &startLayout{page: s, startParts: page}
	s.body.Objects = page.all()
	s.scroll.Offset = fyne.Position{}
	s.body.Refresh()
	s.scroll.Refresh()
	s.thumbs.begin()
}

func (s *startPage) headline(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.TextStyle.Bold, l.Importance = true, widget.LowImportance
	return l
}

// homely shortens the path of the person's own folder.
func homely(path string) string {
	home, err := os.UserHomeDir()
	if rest, e := filepath.Rel(home, path); err == nil && e == nil && filepath.IsLocal(rest) {
		return filepath.Join("~", rest)
	}
	return path
}

func (s *startPage) recolor() {
	s.ground.FillColor = s.w.palette().Of(palette.Canvas)
	canvas.Refresh(s.ground)
	if s.Visible() {
		s.thumbs.begin()
		for _, t := range s.tiles {
			t.Refresh()
		}
		s.body.Refresh()
	}
}

// focus gives the keys to what one begins with most: the first recent map
// where there is one, and the article the first time.
func (s *startPage) focus() {
	for _, t := range s.tiles {
		if t.aside || t.tall == largePicture && len(s.w.recent()) == 0 {
			s.w.win.Canvas().Focus(t)
			return
		}
	}
}

// TypedKey goes from tile to tile by the arrows; Escape goes back.
func (s *startPage) TypedKey(from *tile, e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if !(len(s.w.places) == 1 && s.w.places[0].untouched()) {
			s.w.leaveStart()
		}
	case fyne.KeyLeft:
		s.walk(from, -1, 0)
	case fyne.KeyRight:
		s.walk(from, 1, 0)
	case fyne.KeyUp:
		s.walk(from, 0, -1)
	case fyne.KeyDown:
		s.walk(from, 0, 1)
	default:
		control.Unused(from, e)
	}
}

// walk gives the keys to the nearest tile in a direction.
func (s *startPage) walk(from *tile, dx, dy float32) {
	const aside = 3 // how much worse it is to lie aside than to lie far
	var best *tile
	least := float32(0)
	for _, t := range s.tiles {
		if t == from {
			continue
		}
		x, y := gap(from.Position().X, from.Size().Width, t.Position().X, t.Size().Width), gap(from.Position().Y, from.Size().Height, t.Position().Y, t.Size().Height)
		along, across := x*dx+y*dy, x*dy+y*dx
		if along <= 0 {
			continue
		}
		if across < 0 {
			across = -across
		}
		if far := along + aside*across; best == nil || far < least {
			best, least = t, far
		}
	}
	if best != nil {
		s.w.win.Canvas().Focus(best)
	}
}

// gap is how far a span lies after another, negative where it lies before it,
// and 0 where they overlap.
func gap(a, lenA, b, lenB float32) float32 {
	switch {
	case b >= a+lenA:
		return b - a - lenA + 1
	case b+lenB <= a:
		return b + lenB - a - 1
	}
	return 0
}

// reveal scrolls as little as brings a tile into view.
func (s *startPage) reveal(t *tile) {
	const room = 12
	top, bottom := t.Position().Y-room, t.Position().Y+t.Size().Height+room
	y := s.scroll.Offset.Y
	y = min(max(y, bottom-s.scroll.Size().Height), top)
	y = max(0, min(y, s.body.Size().Height-s.scroll.Size().Height))
	if y != s.scroll.Offset.Y {
		s.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// forStart are the commands that leave the start page as it is; before others
// it goes.
var forStart = map[string]bool{
	"New": true, "Open…": true, "Open Recent": true, "Open Example": true, "Start Page": true, "Close Map": true, "Reopen Closed Map": true, "Quit": true,
	"Light": true, "Dark": true, "Follow the System": true, "High Contrast": true, "Larger Text": true, "Smaller Text": true,
	"All Commands…": true, "Keys": true, "Preferences…": true, "About Warrant": true, "How the Numbers Come About": true,
}
