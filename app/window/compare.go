package window

import (
	"path/filepath"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
)

// compare asks for a file to compare the open map with. Its own file tells
// what is not saved yet.
func (w *Window) compare() {
	w.commit()
	d := w.whichFile([]string{".json"}, w.compareWith)
	d.SetTitleText(language.Say("Compare the open map with"))
	d.SetConfirmText(language.Say("Compare"))
	w.showFiles(d)
}

// compareWith reads and compares in the background: a large map whose IDs
// are all other ones takes some seconds.
func (w *Window) compareWith(path string) {
	s, now := w.session, w.session.Doc.Map().Still()
	w.explain(language.Say("comparing…"))
	var c comparison
	var err error
	w.apart(func() { c, err = compared(now, path) }, func() {
		if w.session == s {
			w.showCompared(c, err)
		}
	})
}

// compared compares a map with the one in a file, both ways.
func compared(now argument.Still, path string) (comparison, error) {
	open := now.Map()
	other, _, err := session.Read(path)
	if err != nil {
		return comparison{}, explained(path, err)
	}
	toOpen, toOther := merge.Compare(other, open), merge.Compare(open, other)
	return comparison{
		title: language.Say("Compared with %s", disk.Display(filepath.Base(path))),
		other: other, toOpen: &toOpen, toOther: &toOther,
	}, nil
}

func (w *Window) showCompared(c comparison, err error) {
	switch {
	case err != nil:
		w.fail(err)
	case w.showDifferences(c):
		w.explain(language.Say("Escape ends the comparison"))
	default:
		w.explain(language.Say("the two maps say the same"))
	}
}
