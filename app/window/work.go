package window

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/storage/disk"
	"warrant/storage/interchange"
)

// patience is how long work may take before the window says that it waits.
const patience = 150 * time.Millisecond

// work is something that takes long and is done beside the window. Until it
// is over nothing can be pressed or typed, so that the map it is about stays
// as it is; but the window goes on being drawn, and Cancel ends it.
type work struct {
	w     *Window
	stop  chan struct{}
	over  bool // for the main goroutine
	cover *cover
	title *widget.Label
	bar   *widget.ProgressBar
	sheet fyne.CanvasObject
}

// do has a job done on another goroutine, under a title that says so where it
// takes a while, and then, on the main goroutine, what comes after it. Where
// the person cancels, the window is free at once, and undo, if there is one,
// is called when the job has come to its end.
func (w *Window) do(title string, job func(*work), then, undo func()) {
	if w.working != nil {
		panic("window: work in the middle of work")
	}
	k := &work{w: w, stop: make(chan struct{})}
	w.working = k
	k.build(title)
	w.win.Canvas().Overlays().Add(k.cover)
	k.cover.Resize(w.win.Canvas().Size())
	time.AfterFunc(patience, func() { fyne.Do(k.show) })
	w.apart(func() { job(k) }, func() {
		switch {
		case !k.over:
			k.end()
			then()
		case undo != nil:
			undo()
		}
	})
}

// doneApart has a job done on another goroutine, and then, on the main one,
// what comes after it.
func doneApart(job, then func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil { // the main goroutine knows what to save before it goes
				said := fmt.Sprintf("%v\n%s", r, debug.Stack())
				fyne.Do(func() { panic(said) })
			}
		}()
		job()
		fyne.Do(then)
	}()
}

func (k *work) build(title string) {
	k.title = widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	k.title.Truncation = fyne.TextTruncateEllipsis
	k.bar = widget.NewProgressBar()
	k.bar.TextFormatter = func() string { return "" }
	stop := control.NewAnswer(language.Say("Cancel"), k.cancel, k.cancel)
	body := container.NewVBox(k.title, container.New(&sheetBar{}, k.bar), container.NewHBox(layout.NewSpacer(), stop))
	k.sheet = container.NewStack(newPlate(), container.NewPadded(container.NewPadded(body)))
	k.sheet.Hide()
	k.cover = newCover(container.New(&sheetPlace{}, k.sheet))
	k.cover.stop = stop
}

// show brings the sheet up.
func (k *work) show() {
	if k.over {
		return
	}
	k.sheet.Show()
	k.w.win.Canvas().Focus(k.cover.stop)
	canvas.Refresh(k.cover)
}

// at says how far the work is, 0 to 1, and, unless said is empty, what it is
// about now. It may be called from any goroutine.
func (k *work) at(share float64, said string) {
	fyne.Do(func() {
		if k.over {
			return
		}
		if said != "" {
			k.title.SetText(said)
		}
		k.bar.SetValue(share)
	})
}

// stopped reports whether the work was cancelled. It may be called from any
// goroutine.
func (k *work) stopped() bool {
	select {
	case <-k.stop:
		return true
	default:
		return false
	}
}

func (k *work) cancel() {
	if !k.over {
		close(k.stop)
		k.end()
		k.w.explain(language.Say("cancelled"))
	}
}

// end gives the window free.
func (k *work) end() {
	k.over = true
	k.w.working = nil
	k.w.win.Canvas().Overlays().Remove(k.cover)
	if k.w.starting() {
		k.w.page.focus()
	} else {
		k.w.focusCanvas()
	}
}

// opening is what makes sessions as part of the work; it fills a part of the
// bar, from one share to another.
func (k *work) opening(from, to float64) session.Opening {
	return session.Opening{Store: k.w.store, Measure: k.w.fonts, Stop: k.stop, At: func(at session.Stage) {
		k.at(from+(to-from)*float64(at)/float64(session.Stages), "")
	}}
}

// failure is a file that could not be opened.
type failure struct {
	path string
	err  error
}

// openAll opens files, each in a tab of its own once all are read; then is
// told of those that failed, but not called where the person cancelled.
func (w *Window) openAll(paths []string, then func([]failure)) {
	if len(paths) == 0 {
		return
	}
	w.read(paths, func(all []opened, failed []failure) {
		for _, o := range all {
			w.loaded(o)
		}
		then(failed)
	}, nil)
}

// opened is a file that was read; the warning is of another window that has
// it too.
type opened struct {
	session *session.Session
	warning error

	from string             // the file of another format; the session is in none
	lost []interchange.Lost // by the conversion
}

// read reads files, each once, beside the window.
func (w *Window) read(paths []string, then func([]opened, []failure), otherwise func()) {
	paths = distinct(paths)
	var all []opened
	var failed []failure
	w.do(openingSaid(paths, 0), func(k *work) {
		n := float64(len(paths))
		for i, path := range paths {
			k.at(float64(i)/n, openingSaid(paths, i))
			o, err := openFile(k.opening(float64(i)/n, float64(i+1)/n), path)
			switch {
			case errors.Is(err, session.ErrStopped):
			case err != nil:
				failed = append(failed, failure{path, explained(path, err)})
			default:
				all = append(all, o)
			}
		}
	}, func() {
		then(all, failed)
	}, func() {
		for _, o := range all {
			o.session.Close(false)
		}
		if otherwise != nil {
			otherwise()
		}
	})
}

// distinct leaves out the paths that lead to the file of an earlier one.
func distinct(paths []string) (all []string) {
	for _, path := range paths {
		if !slices.ContainsFunc(all, func(p string) bool { return disk.Same(p, path) }) {
			all = append(all, path)
		}
	}
	return all
}

func openingSaid(paths []string, i int) string {
	name := disk.Display(filepath.Base(paths[i]))
	if len(paths) == 1 {
		return language.Say("Opening %s…", name)
	}
	return language.Say("Opening %d of %d: %s…", i+1, len(paths), name)
}
