package window

import (
	"errors"
	"path/filepath"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/picture"
	"warrant/app/session"
	"warrant/storage/disk"
	"warrant/storage/interchange"
	"warrant/storage/mapfile"
)

// openFile opens a map file, or one of another format as a map that is in no
// file.
func openFile(o session.Opening, path string) (opened, error) {
	foreign := func() (opened, error) {
		s, lost, err := o.Foreign(path)
		return opened{session: s, from: path, lost: lost}, err
	}
	if interchange.Reads(path) {
		return foreign()
	}
	s, warning, err := o.File(path)
	var bad *mapfile.Error
	if errors.As(err, &bad) && bad.Reason == mapfile.NotAMap && interchange.MayRead(path) {
		if other, otherwise := foreign(); !errors.Is(otherwise, session.ErrForeign) {
			return other, otherwise
		}
	}
	return opened{session: s, warning: warning}, err
}

// openable are the kinds of file that the window opens.
func openable() []string { return append([]string{".json"}, interchange.Readable()...) }

// arrived tells of a file of another format that was opened.
func (w *Window) arrived(o opened) {
	name := disk.Display(filepath.Base(o.from))
	w.explain(language.Say("%s opened as a new map", name))
	w.tellLost(language.Say("What is lost from %s", name), o.lost)
}

// tellLost lists what a conversion lost, if it lost anything.
func (w *Window) tellLost(title string, lost []interchange.Lost) {
	if len(lost) == 0 {
		return
	}
	var b strings.Builder
	for _, l := range lost {
		b.WriteString("• " + lostSaid(l) + "\n")
	}
	list := widget.NewLabel(strings.TrimSuffix(b.String(), "\n"))
	list.Wrapping = fyne.TextWrapWord
	scroll := container.NewVScroll(list)
	size := w.win.Canvas().Size()
	scroll.SetMinSize(fyne.NewSize(min(size.Width*0.6, 560), min(size.Height*0.5, list.MinSize().Height+float32(24*len(lost)))))
	d := dialog.NewCustomWithoutButtons(title, scroll, w.win)
	w.ask(d, choice{language.Say("Close"), func() {}})
}

// lostSaid says in the language in use what was lost, and where. What no
// catalogue knows stays English.
func lostSaid(l interchange.Lost) string {
	what, count := counted(l.What)
	what = language.Translate(disk.Display(what)) + count
	if l.Line > 0 {
		return language.Say("line %d: %s", l.Line, what)
	}
	return what
}

// counted takes off how many there are, where that is told.
func counted(what string) (thing, count string) {
	if i := strings.LastIndex(what, " ("); i > 0 && numbered.MatchString(what[i:]) {
		return what[:i], what[i:]
	}
	return what, ""
}

// numbered is how a loss tells how many there are.
var numbered = regexp.MustCompile(`^ \(\d+\)$`)

// losses are what conversions tell most.
//
//language:texts
var losses = []string{
	"steps of the presentation",
	"evidence items",
	"sources",
	"passages of sources",
	"credences before the arguments",
	"confidences of links",
	"schemes of links",
	"notes",
	"tags",
	"colours of claims",
	"places of cards",
	"claims' line breaks and runs of blanks",
	"claims' characters that cannot be seen",
	"characters that cannot be seen",
	"records' members that this version does not know",
	"how the numbers are computed",
	"that no contention is chosen: the first claim is read as it",
	"the full texts of sources",
	"titles of statements and arguments",
	"bold and italic words: the words are kept",
	"a comment",
	"that the two contradict each other: each opposes the other",
	"nothing says what some of the elements do: they are read as support",
	"nothing says what some of the nodes do: they are read as support",
	"nothing says what some of the ideas do: they are read as support",
	"links across the tree",
	"locutions: who said what",
	"sources but for their titles",
}

// convert asks for a format and a file, and writes the map in it.
func (w *Window) convert() {
	w.commit()
	if w.session.Doc.Map().NumClaims() == 0 {
		w.explain(language.Say("there is nothing to export yet"))
		return
	}
	var formats []*interchange.Format
	var rows []pickRow
	for i := range interchange.Formats {
		if f := &interchange.Formats[i]; f.Write != nil {
			formats = append(formats, f)
			rows = append(rows, pickRow{text: language.Translate(f.Title) + " (" + f.Extensions[0] + ")", key: string(rune('0' + len(formats)))})
		}
	}
	size := w.win.Canvas().Size()
	w.pick(fyne.NewPos(size.Width*0.35, size.Height*0.2), rows, func(i int) {
		if i < 0 {
			return
		}
		f := formats[i]
		w.askWhere(strings.TrimSuffix(fileName(w.session.Name()), ".json")+f.Extensions[0], f.Extensions, func(path string) { w.convertTo(f, path) })
	})
}

// Formats that have no name of their own, and what may be wrong with a file of
// one.
//
//language:texts
var _ = []string{"indented text", "table", "there is no claim in it", "it is in no format that is known"}

// convertTo writes what the map is now beside the window.
func (w *Window) convertTo(f *interchange.Format, path string) {
	n := w.session.Snapshot()
	name := disk.Display(filepath.Base(path))
	var lost []interchange.Lost
	var err error
	w.do(language.Say("Writing %s…", name), func(k *work) {
		var data []byte
		data, lost = f.Write(n.Map())
		if !k.stopped() {
			err = picture.Write(w.store, path, data)
		}
	}, func() {
		if err != nil {
			w.fail(err)
			return
		}
		w.explain(language.Say("written to %s", name))
		w.tellLost(language.Say("What is not in %s", name), lost)
	}, nil)
}
