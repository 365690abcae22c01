package window

import "fyne.io/fyne/v2"

// startParts are what the start page is laid out of.
type startParts struct {
	title, back       fyne.CanvasObject
	article           fyne.CanvasObject
	first             []fyne.CanvasObject // an empty map, and a file
	templates, recent fyne.CanvasObject   // headlines
	forms, files      []fyne.CanvasObject
}

func (p *startParts) all() []fyne.CanvasObject {
	all := []fyne.CanvasObject{p.title, p.back, p.article}
	all = append(append(all, p.first...), p.recent)
	all = append(append(all, p.files...), p.templates)
	return append(all, p.forms...)
}

// startLayout sets the article with the templates below it, and beside them
// an empty map and the recent ones; where there is little room, all below one
// another.
type startLayout struct {
	page *startPage
	startParts
}

const (
	startWidest = 1120
	startSide   = 340 // of the column beside
	startGap    = 16
)

func (l *startLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.article == nil {
		return fyne.Size{}
	}
	return fyne.NewSize(280, l.lay(l.page.scroll.Size().Width))
}

func (l *startLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if l.article != nil {
		l.lay(size.Width)
	}
}

// lay places all at a width and returns how high that is.
func (l *startLayout) lay(width float32) float32 {
	edge := float32(28)
	if width < 700 {
		edge = 12
	}
	room := max(240, min(width-2*edge, startWidest))
	left := max(edge, (width-room)/2)
	y := edge / 2
	head := l.title.MinSize().Height
	if t, ok := l.back.(*tile); ok {
		w := min(room/2, t.name.MinSize().Width+fyne.MeasureText(t.text, 13, t.name.TextStyle).Width)
		h := t.height(w)
		setAt(t, left+room-w, y, w, h)
		head = max(head, h)
	}
	setAt(l.title, left-6, y, room, head)
	y += head + startGap/2
	if room < 760 {
		y = l.column(l.first, left, y, room)
		y = l.section(l.recent, l.files, left, y, room, 1)
		y = stack(l.article, left, y, room)
		return l.section(l.templates, l.forms, left, y, room, max(1, int(room/230))) + edge
	}
	main := room - startSide - startGap
	a := stack(l.article, left, y, main)
	a = l.section(l.templates, l.forms, left, a, main, max(2, int(main/230)))
	b := l.column(l.first, left+main+startGap, y, startSide)
	b = l.section(l.recent, l.files, left+main+startGap, b, startSide, 1)
	return max(a, b) + edge
}

// section sets tiles in columns of one height a row below a headline, or
// nothing where there are none.
func (l *startLayout) section(head fyne.CanvasObject, tiles []fyne.CanvasObject, x, y, width float32, columns int) float32 {
	show(head, len(tiles) > 0)
	if len(tiles) == 0 {
		return y
	}
	h := head.MinSize().Height
	setAt(head, x-6, y, width, h)
	y += h
	columns = min(columns, len(tiles))
	each := (width - startGap*float32(columns-1)) / float32(columns)
	for len(tiles) > 0 {
		row := tiles[:min(columns, len(tiles))]
		tiles = tiles[len(row):]
		tall := float32(0)
		for _, t := range row {
			tall = max(tall, t.(*tile).height(each))
		}
		for i, t := range row {
			setAt(t, x+float32(i)*(each+startGap), y, each, tall)
		}
		y += tall + startGap
	}
	return y
}

func (l *startLayout) column(tiles []fyne.CanvasObject, x, y, width float32) float32 {
	for _, t := range tiles {
		y = stack(t, x, y, width)
	}
	return y
}

// stack places a tile and returns where the next one comes.
func stack(t fyne.CanvasObject, x, y, width float32) float32 {
	h := t.(*tile).height(width)
	setAt(t, x, y, width, h)
	return y + h + startGap
}

func setAt(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
