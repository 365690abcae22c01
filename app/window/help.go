package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/version"
)

// gestures are what the pointer does, for the help.
//
//language:texts
var gestures = [][2]string{
	{"drag a card", "moves it, with all that is selected; Alt: copies of it"},
	{"while dragging", "cards line up and keep equal distances; Ctrl or Alt: freely"},
	{"drag from a card's edge", "links it to a card or a link; Shift: as the opposite"},
	{"let a link go over nothing", "asks whether to add a reason, an objection or a linked premise; Shift adds an objection at once, Alt a reason"},
	{"drag an end of a link", "connects it elsewhere"},
	{"drag a card's lower right corner", "makes it wider; double click: the usual width"},
	{"drop a card on a link's label", "makes it a linked premise"},
	{"double click", "edits a claim; on nothing, makes one"},
	{"C and a click on a link", "inserts a claim in the middle of it"},
	{"drag over nothing", "selects what it touches; Alt: only what it contains; Shift adds"},
	{"Space, middle or right drag", "moves the view"},
	{"wheel", "zooms to the pointer"},
	{"drop a file", "on a link: as evidence; a map opens, a text becomes claims"},
	{"arrow keys", "walk from claim to claim"},
	{"Alt and arrow keys", "nudge; with Shift by ten"},
	{"Escape", "puts back what is being dragged; then ends the tool; then deselects"},
}

// showKeys is the cheat sheet: every command that has a key, from the menus'
// own table, and the gestures.
func (w *Window) showKeys() {
	left, right := container.NewVBox(), container.NewVBox(heading(language.Say("Pointer and canvas")))
	for _, title := range w.menu.order {
		left.Add(heading(language.Translate(title)))
		for _, c := range w.menu.groups[title] {
			if s := w.menu.keys.of(c.name); s.key != "" {
				left.Add(keyRow(language.Translate(c.name), s.String()))
			}
		}
	}
	for _, g := range gestures {
		right.Add(keyRow(language.Translate(g[1]), language.Translate(g[0])))
	}
	both := container.NewGridWithColumns(2, left, right)
	d := dialog.NewCustomWithoutButtons(language.Say("Keys"), container.NewVScroll(both), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 980), min(size.Height*0.9, 720)))
	w.ask(d, choice{language.Say("Close"), func() {}})
}

func heading(text string) fyne.CanvasObject {
	return widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

func keyRow(what, keys string) fyne.CanvasObject {
	k := widget.NewLabel(keys)
	k.Importance = widget.LowImportance
	k.Wrapping = fyne.TextWrapWord
	t := widget.NewLabel(what)
	t.Wrapping = fyne.TextWrapWord
	return container.NewGridWithColumns(2, k, t)
}

func (w *Window) showAbout() {
	d := dialog.NewCustomWithoutButtons("Warrant "+version.Number, prose(
		language.Say("Visual argument mapping: claims, links, evidence and confidence, and what follows from them.")+"\n\n"+
			language.Say("Released under the MIT licence. The typeface is Inter, under the SIL Open Font License.")), w.win)
	w.ask(d, choice{language.Say("Close"), func() {}})
}
