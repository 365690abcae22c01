package window

import (
	"fyne.io/fyne/v2/dialog"

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
	{"drag the middle of a selected link", "leads it there; a double click on a dot takes that away"},
	{"drag a card's lower right corner", "makes it wider; double click: the usual width"},
	{"drop a card on a link's label", "makes it a linked premise"},
	{"double click", "edits a claim; on nothing, makes one"},
	{"C and a click on a link", "inserts a claim in the middle of it"},
	{"drag over a source's text", "chooses words: anchor the claim there, attach them to the link, or make a claim of them; Q: a sentence"},
	{"drag over nothing", "selects what it touches; Alt: only what it contains; Shift adds"},
	{"Tab, Shift+Tab on a link", "add a claim that underpins it, or undercuts it"},
	{"Space, middle or right drag", "moves the view"},
	{"wheel", "zooms to the pointer"},
	{"drop a file", "on a link: as evidence; a map opens, a text becomes claims"},
	{"arrow keys", "walk from claim to claim"},
	{"Alt and arrow keys", "nudge; with Shift by ten"},
	{"Escape", "puts back what is being dragged; then ends the tool; then deselects; then ends a search, a what-if or a comparison"},
}

func (w *Window) showAbout() {
	d := dialog.NewCustomWithoutButtons("Warrant "+version.Number, prose(
		language.Say("Visual argument mapping: claims, links, evidence and confidence, and what follows from them.")+"\n\n"+
			language.Say("Released under the MIT licence. The typeface is Inter, under the SIL Open Font License.")), w.win)
	w.ask(d, choice{language.Say("Close"), func() {}})
}
