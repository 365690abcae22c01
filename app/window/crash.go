package window

import (
	"cmp"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/storage/disk"
)

// keepWatch prepares for an end that nobody chose: a signal has the work
// journalled before the program goes, and what the runtime says of a crash is
// kept in the state folder.
func (w *Window) keepWatch() {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	go func() {
		<-caught
		done := make(chan struct{})
		fyne.Do(func() {
			w.lastWords()
			close(done)
		})
		select {
		case <-done:
			fyne.Do(func() {
				w.stopped()
				w.app.Quit()
			})
			time.Sleep(5 * time.Second) // the window takes a moment to go
		case <-time.After(5 * time.Second): // the window hangs
		}
		os.Exit(1)
	}()
	folder, err := disk.StateFolder()
	if err != nil {
		return // the store has told of it
	}
	if last := keepCrashLogs(folder, time.Now()); last != "" {
		w.explain(language.Say("the program broke down the last time; what is known of it is in %s", disk.Display(last)))
	}
}

// lastWords has unsaved work journalled, whatever state the program is in.
func (w *Window) lastWords() {
	defer func() { _ = recover() }() // it is as good as over
	for _, p := range w.places {
		_ = p.session.Journal()
	}
	if w.begun {
		w.noteOpen()
	}
	w.notes.flush()
}

const (
	crashLog  = "crash.log"
	crashLogs = 5 // of earlier crashes are kept
)

// keepCrashLogs has the runtime write to a file of the folder when the
// program breaks down, on whatever goroutine. It returns the name of the log
// of the last crash, if that is news.
func keepCrashLogs(folder string, now time.Time) (last string) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "" // the store has told of it
	}
	name := filepath.Join(folder, crashLog)
	if in, err := os.Stat(name); err == nil && in.Mode().IsRegular() && in.Size() > 0 {
		last = filepath.Join(folder, "crash-"+in.ModTime().UTC().Format("20060102T150405")+".log")
		if os.Rename(name, last) != nil {
			last = name
		}
	}
	old, _ := filepath.Glob(filepath.Join(folder, "crash-*.log"))
	slices.SortFunc(old, func(a, b string) int { return cmp.Compare(b, a) })
	for _, name := range old[min(len(old), crashLogs):] {
		_ = os.Remove(name)
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return last
	}
	defer f.Close() // the runtime keeps a handle of its own
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		fmt.Fprintln(os.Stderr, "warrant: no crash log:", err)
	}
	return last
}
