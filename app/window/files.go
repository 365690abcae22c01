package window

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/storage/disk"
	"warrant/storage/interchange/loss"
	"warrant/storage/mapfile"
)

// tick keeps the journal while the program runs, looks at the files, and gives
// memory back.
func (w *Window) tick() {
	for range time.Tick(beat) {
		tidy()
		fyne.Do(func() {
			w.keep(time.Now())
			w.lookAtDisk()
			w.saves.goOn()
			w.rememberOpen()
		})
	}
}

// draftRest is how many times as long as a draft took the next waits besides,
// so that a very large map does not keep a processor busy all the time.
const draftRest = 4

// keepJournal has the unsaved work of all open maps written to the journal,
// beside the window.
func (w *Window) keepJournal() {
	if w.working != nil {
		return // a map may be in its hands
	}
	for _, p := range w.places {
		s := p.session // the place may go over to another meanwhile
		d, err := s.Draft()
		if err != nil {
			w.warnOfJournal(err)
		}
		if d == nil {
			continue
		}
		begun := time.Now()
		go func() {
			err := d.Write()
			fyne.Do(func() {
				if rest := begun.Add(draftRest * time.Since(begun)); rest.After(w.journalled) {
					w.journalled = rest
				}
				s.Drafted(d, err)
				w.warnOfJournal(err)
			})
		}()
	}
}

func (w *Window) warnOfJournal(err error) {
	if err != nil && !w.warned {
		w.warned = true
		w.explain(worded(err))
	}
}

// load opens a file at once, or goes to the tab it is in. An error leaves all
// as it is.
func (w *Window) load(path string) error {
	if at := w.openAt(path); at >= 0 {
		w.turn(at)
		return nil
	}
	o, err := openFile(session.Opening{Store: w.store, Measure: w.fonts}, path)
	if err != nil {
		return explained(path, err)
	}
	w.loaded(o)
	return nil
}

func (w *Window) loaded(o opened) {
	w.add(o.session)
	if o.from != "" {
		w.arrived(o)
		return
	}
	w.remember(o.session.Path())
	if o.warning != nil {
		w.explain(worded(o.warning))
	}
}

// explained puts the file's name before what is wrong in it.
func explained(path string, err error) error {
	var bad *mapfile.Error
	var at *loss.Fault
	if errors.As(err, &bad) || errors.As(err, &at) || errors.Is(err, session.ErrNoClaim) || errors.Is(err, session.ErrForeign) {
		return &fileFault{disk.Display(filepath.Base(path)), err}
	}
	return err
}

func (w *Window) newMap() {
	w.add(w.empty()) // an empty map that nobody touched may have begun as new ones did before
	w.leaveStart()
	w.focusCanvas()
	w.explain(language.Say("press C and click, or double-click, to write the contention; Tab then adds a reason"))
}

func (w *Window) open() { w.showFiles(w.whichFile(openable(), w.openPath)) }

// whichFile asks for a file of some kinds that is there, once it is shown.
func (w *Window) whichFile(kinds []string, then func(path string)) *dialog.FileDialog {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close() // the session reads it
		then(path)
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(kinds))
	return d
}

// openPath opens a file in a tab of its own, or goes to the one it is in.
func (w *Window) openPath(path string) { w.openPaths([]string{path}) }

// openPaths is openPath for several.
func (w *Window) openPaths(paths []string) {
	var others []string
	for _, path := range paths {
		if at := w.openAt(path); at >= 0 {
			w.turn(at)
			w.remember(w.session.Path())
		} else {
			others = append(others, path)
		}
	}
	w.openAll(others, func(failed []failure) {
		for _, f := range failed {
			if _, gone := os.Stat(f.path); gone != nil {
				w.forget(f.path)
			}
		}
		if len(failed) > 0 {
			w.fail(failed[0].err)
		}
	})
}

// showFiles shows a file dialog that begins where the open file is, large
// enough to read. The toolkit's can be given a size only once it is shown.
func (w *Window) showFiles(d *dialog.FileDialog) {
	folder := filepath.Dir(w.session.Path())
	if w.session.Path() == "" {
		folder, _ = os.UserHomeDir()
		if docs := filepath.Join(folder, "Documents"); isFolder(docs) {
			folder = docs
		}
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(l)
	}
	d.Show()
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.8, 900), min(size.Height*0.85, 640)))
}

func isFolder(path string) bool {
	in, err := os.Stat(path)
	return err == nil && in.IsDir()
}

// commit brings into the map what is still being typed somewhere.
func (w *Window) commit() {
	w.inspector.Commit()
	w.steps.Commit()
	if w.surface.Editing() != "" {
		w.focusCanvas() // leaving the field writes it
	}
}

func (w *Window) save() { w.saveThen(func() {}) }

// saveThen saves, asking for a name where there is none, and goes on when
// that went well.
func (w *Window) saveThen(next func()) {
	w.commit()
	if w.session.Path() == "" {
		w.saveAsThen(next)
		return
	}
	s := w.session
	w.saves.add(saveJob{s: s, begin: s.Saving, then: func(warnings []error, err error) {
		if errors.Is(err, disk.ErrChanged) && w.turnToSession(s) {
			w.askOverwrite(next)
			return
		}
		w.saved(s, warnings, err, next)
	}})
}

// saved follows a save. What it asks is asked with the map in view; next is
// done when all went well.
func (w *Window) saved(s *session.Session, warnings []error, err error, next func()) {
	if errors.Is(err, disk.ErrUnsure) && w.turnToSession(s) {
		w.askUnsure(err, next)
		return
	}
	if err != nil {
		w.fail(err)
		return
	}
	w.remember(s.Path())
	w.explain(language.Say("saved"))
	for _, warning := range warnings {
		w.explain(worded(warning))
	}
	next()
}

func (w *Window) saveAs() { w.saveAsThen(func() {}) }

func (w *Window) saveAsThen(next func()) {
	w.askWhere(fileName(w.session.Name()), []string{".json"}, func(path string) { w.saveTo(path, next) })
}

// askWhere asks for the file that something is to be written to, one of some
// kinds: a name without any gets the first.
func (w *Window) askWhere(name string, kinds []string, then func(path string)) {
	d := dialog.NewFileSave(func(c fyne.URIWriteCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if c == nil {
			return
		}
		path := c.URI().Path()
		_ = c.Close() // it has touched nothing: see harmlessFiles
		if filepath.Ext(path) == "" {
			path += kinds[0]
			if _, err := os.Lstat(path); err == nil { // the dialog asked about the other name
				w.confirm(language.Say("Replace the file?"), language.Say("%s exists already.", disk.Display(path)), language.Say("Replace"), func() { then(path) })
				return
			}
		}
		then(path)
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(kinds))
	d.SetFileName(name)
	w.showFiles(d)
}

// saveTo saves to a file, which becomes the map's. Two open maps cannot have
// one: each would take the other's saves for another program's.
func (w *Window) saveTo(path string, next func()) {
	w.commit()
	s := w.session
	if at := w.openAt(path); at >= 0 && at != w.at {
		w.askElsewhere(path, w.places[at], next)
		return
	}
	w.saves.add(saveJob{s: s, to: path, begin: func() *session.Saving { return s.SavingAs(path) }, then: func(warnings []error, err error) { w.saved(s, warnings, err, next) }})
}

// askElsewhere asks for another file, as this one is open in a tab.
func (w *Window) askElsewhere(path string, in *place, next func()) {
	d := dialog.NewCustomWithoutButtons(language.Say("This file is open"), prose(language.Say(
		"%s is open in another tab, and a file can be open only once. Nothing was saved. Choose another name, or turn to the tab with this file.", disk.Display(path))), w.win)
	w.ask(d,
		choice{language.Say("Cancel"), func() {}},
		choice{language.Say("Show That Map"), func() { w.turn(slices.Index(w.places, in)) }},
		choice{language.Say("Another Name…"), func() { w.saveAsThen(next) }})
}

// fileName makes a plain file name of a title.
func fileName(title string) string {
	title = strings.TrimSuffix(title, ".json")
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 60 {
			break
		}
	}
	name := strings.Trim(b.String(), "-")
	switch {
	case name == "":
		name = "map"
	case device.MatchString(name):
		name = "map-" + name
	}
	return name + ".json"
}

// device are the names that Windows takes for devices, whatever their
// extension.
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
