package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"warrant/app/language"
	"warrant/canvas/palette"
)

// keySheet is the page that shows all keys: commands in columns, as the menus
// have them, and beside these what the pointer does.
type keySheet struct {
	w     *Window
	size  float32 // of texts
	width float32 // of the page
	texts []fyne.CanvasObject
}

// What the sheet is made of, in units; lines in parts of the size of texts.
const (
	sheetColumns = 3
	sheetGap     = 26 // between columns
	sheetLine    = 1.55
	sheetHead    = 0.5  // room above a heading, in lines
	sheetLeast   = 16   // of a column, in sizes of the text
	gesturesPart = 0.31 // of the width
)

// showKeys is the cheat sheet: every command that has a key, from the menus'
// own table, and the gestures. Its texts are as large as lets them be seen
// at once, if they can.
func (w *Window) showKeys() {
	room := w.win.Canvas().Size()
	width, height := min(room.Width*0.94, 1240)-40, room.Height*0.94-110
	var page *keySheet
	var high float32
	for _, size := range []float32{12.5, 12, 11.5, 11, 10.5, 10} {
		page = &keySheet{w: w, size: size * max(w.look.Scale, 1), width: width}
		if high = page.lay(); high <= height {
			break
		}
	}
	content := container.New(&exactly{fyne.NewSize(width, high)}, page.texts...)
	d := dialog.NewCustomWithoutButtons(language.Say("Keys"), container.NewVScroll(content), w.win)
	w.ask(d, choice{language.Say("Change Keys…"), func() { w.showPreferences().choose(keysPage) }}, choice{language.Say("Close"), func() {}})
	d.Resize(fyne.NewSize(width+40, min(high, height)+100))
}

// exactly leaves its objects where they are and is of one size.
type exactly struct{ size fyne.Size }

func (e *exactly) MinSize([]fyne.CanvasObject) fyne.Size     { return e.size }
func (e *exactly) Layout(o []fyne.CanvasObject, _ fyne.Size) {}

// lay makes the texts and returns how high the page is.
func (s *keySheet) lay() float32 {
	var groups [][]command
	var titles []string
	for _, title := range s.w.menu.order {
		var keyed []command
		for _, c := range s.w.menu.groups[title] {
			if s.w.menu.keys.Of(c.name).Key != "" {
				keyed = append(keyed, c)
			}
		}
		if len(keyed) > 0 {
			groups, titles = append(groups, keyed), append(titles, title)
		}
	}
	columns := sheetColumns
	if s.width*(1-gesturesPart)/sheetColumns < sheetGap+sheetLeast*s.size {
		columns--
	}
	column := s.width*(1-gesturesPart)/float32(columns) - sheetGap
	var high, y float32
	at := 0
	for i, cut := range evenly(groups, columns) {
		x := float32(i) * (column + sheetGap)
		for y = 0; at < cut; at++ {
			y = s.heading(titles[at], x, y)
			for _, c := range groups[at] {
				y = s.command(&c, x, y, column)
			}
		}
		high = max(high, y)
	}
	x := s.width * (1 - gesturesPart)
	y = s.heading(language.Say("Pointer and canvas"), x, 0)
	for _, g := range gestures {
		y = s.gesture(language.Translate(g[0]), language.Translate(g[1]), x, y, s.width-x)
	}
	return max(high, y)
}

// evenly cuts groups into columns, in order, so that the longest column is as
// short as can be. It returns the ends of the columns.
func evenly(groups [][]command, columns int) []int {
	lines := func(from, to int) (n float32) {
		for _, g := range groups[from:to] {
			n += float32(len(g)) + 1 + sheetHead
		}
		return n
	}
	if columns == 1 || len(groups) <= 1 {
		return []int{len(groups)}
	}
	var best []int
	least := float32(-1)
	for cut := 1; cut < len(groups); cut++ {
		rest := evenly(groups[cut:], columns-1)
		longest, from := lines(0, cut), cut
		ends := []int{cut}
		for _, end := range rest {
			longest = max(longest, lines(from, cut+end))
			from = cut + end
			ends = append(ends, from)
		}
		if least < 0 || longest < least {
			least, best = longest, ends
		}
	}
	return best
}

func (s *keySheet) text(text string, x, y float32, role palette.Role, bold bool) *canvas.Text {
	t := canvas.NewText(text, s.w.palette().Of(role))
	t.TextSize, t.TextStyle.Bold = s.size, bold
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	s.texts = append(s.texts, t)
	return t
}

func (s *keySheet) heading(title string, x, y float32) float32 {
	if y > 0 {
		y += sheetHead * sheetLine * s.size
	}
	s.text(language.Translate(title), x, y, palette.Contention, true)
	return y + sheetLine*s.size
}

// command is a line: what is done, and at the right end the key.
func (s *keySheet) command(c *command, x, y, width float32) float32 {
	key := s.text(s.w.menu.keys.Of(c.name).String(), x, y, palette.Muted, true)
	key.Move(fyne.NewPos(x+width-key.Size().Width, y))
	name := language.Translate(c.name)
	style := fyne.TextStyle{}
	for room := width - key.Size().Width - 8; fyne.MeasureText(name, s.size, style).Width > room && len(name) > 1; {
		runes := []rune(strings.TrimSuffix(name, "…"))
		name = string(runes[:len(runes)-1]) + "…"
	}
	s.text(name, x, y, palette.Text, false)
	return y + sheetLine*s.size
}

// gesture is what the hand does, and below it what comes of it.
func (s *keySheet) gesture(hand, does string, x, y, width float32) float32 {
	const leading = 1.3
	line := hand
	bold := fyne.TextStyle{Bold: true}
	s.text(hand, x, y, palette.Text, true)
	used := fyne.MeasureText(line+"  ", s.size, bold).Width
	row := ""
	put := func() {
		if row != "" {
			s.text(row, x+used, y, palette.Muted, false)
		}
	}
	for _, word := range strings.Fields(does) {
		next := strings.TrimSpace(row + " " + word)
		if used+fyne.MeasureText(next, s.size, fyne.TextStyle{}).Width > width {
			put()
			y += leading * s.size
			used, row = 12, word
			continue
		}
		row = next
	}
	put()
	return y + sheetLine*s.size
}
