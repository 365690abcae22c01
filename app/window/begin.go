package window

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/assets"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Begin is what the window is to show first.
type Begin struct {
	// File is the path of a map.
	File string
	// Example is the name of a map that comes with the program. Where neither
	// is given, the window shows what was open the last time, and where that
	// is nothing, the start page.
	Example string
	// Present shows it to a class at once, step by step.
	Present bool
}

// bundled is the example that the start page shows first.
const bundled = "turn-to-the-east"

// start opens what the program was asked to open.
func (w *Window) start(begin Begin) error {
	var again []string
	switch {
	case begin.File != "":
		if err := w.load(begin.File); err != nil {
			return err
		}
	case begin.Example != "":
		w.openExample(begin.Example)
	default:
		if w.app.Preferences().BoolWithFallback(prefRestore, true) {
			again = w.notes.now.Maps
		}
		if len(again) == 0 {
			w.showStart()
		}
	}
	w.keepWatch()
	startProbe(w)
	w.app.Lifecycle().SetOnStarted(func() {
		w.begin(again)
		if begin.Present {
			w.present(0)
		}
	})
	return nil
}

// begin goes on once the window is there.
func (w *Window) begin(again []string) {
	ready := func() {
		w.begun = true
		if len(again) > 0 && len(w.places) == 1 && w.places[0].untouched() {
			w.showStart() // nothing of it could be opened
		}
		w.rememberOpen()
		w.offerRecovery()
		go w.tick()
	}
	if w.starting() {
		w.page.focus()
	} else {
		w.focusCanvas()
	}
	if len(again) == 0 {
		ready()
		return
	}
	w.openAgain(again, ready)
}

// openAgain opens what was open the last time. What cannot be is named, in a
// sentence, and passed over.
func (w *Window) openAgain(paths []string, then func()) {
	shown := ""
	if at := w.notes.now.At; at >= 0 && at < len(paths) {
		shown = paths[at]
	}
	w.read(paths, func(all []opened, failed []failure) {
		var sessions []*session.Session
		for _, o := range all {
			var used *disk.InUseError
			if errors.As(o.warning, &used) { // it stays where it is open
				o.session.Close(false)
				continue
			}
			sessions = append(sessions, o.session)
		}
		w.addAll(sessions, shown)
		if said := failedSaid(failed); said != "" {
			w.explain(said)
		}
		then()
	}, then)
}

// failedSaid names the files that could not be opened again.
func failedSaid(failed []failure) string {
	var gone, bad []string
	for _, f := range failed {
		name := disk.Display(filepath.Base(f.path))
		if errors.Is(f.err, fs.ErrNotExist) {
			gone = append(gone, name)
		} else {
			bad = append(bad, name)
		}
	}
	var said []string
	if len(gone) > 0 {
		said = append(said, language.Count(len(gone), "%[2]s is gone since the last time", "gone since the last time: %[2]s", strings.Join(gone, ", ")))
	}
	if len(bad) > 0 {
		said = append(said, language.Say("cannot be opened any more: %s", strings.Join(bad, ", ")))
	}
	return strings.Join(said, "; ")
}

// openExample opens a map that comes with the program, as a new one.
func (w *Window) openExample(name string) {
	m, err := exampleMap(name)
	if err != nil {
		w.fail(err)
		return
	}
	w.add(session.Start(m, w.store, w.fonts))
}

// exampleMap reads an example. It is to be a map of the person's own, so it
// has an identity of its own.
func exampleMap(name string) (*argument.Map, error) {
	data, err := assets.Examples.ReadFile("examples/" + name + ".json")
	if err != nil {
		return nil, err
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		return nil, err
	}
	parts := m.Parts()
	parts.Info.ID = argument.RandomName() + argument.RandomName()
	return argument.Build(parts)
}
