package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/dialog"

	"warrant/app/session"
	"warrant/storage/disk"
)

// askUnsure tells that a save is not confirmed: the map stays unsaved and in
// the journal.
func (w *Window) askUnsure(err error, next func()) {
	d := dialog.NewCustomWithoutButtons("The disk did not confirm the save", prose(fmt.Sprintf(
		"The map was written to %s, but the disk reports a fault, so it may not be there after a power cut. It still counts as unsaved, and a copy is kept for recovery. Best save it in another place.\n\n(%v)",
		disk.Display(w.session.Path()), err)), w.win)
	w.retitle()
	w.ask(d, choice{"Later", func() {}},
		choice{"Try Again", func() { w.saveThen(next) }},
		choice{"Save as a Copy…", func() { w.saveAsThen(next) }})
}

// offerRecovery asks about unsaved work that a crash left behind, one piece
// after the other.
func (w *Window) offerRecovery() {
	found, trouble := session.Recover(w.store, w.session.Path())
	if len(trouble) > 0 {
		w.explain("unsaved work of an earlier time could not be read: " + trouble[0].Error())
	}
	w.offer(found, 0)
}

func (w *Window) offer(found []session.Left, at int) {
	if at >= len(found) {
		return
	}
	l := found[at]
	title := "Unsaved work was found"
	if len(found) > 1 {
		title += fmt.Sprintf(" (%d of %d)", at+1, len(found))
	}
	next := func() { w.offer(found, at+1) }
	d := dialog.NewCustomWithoutButtons(title, prose(toldOf(l)), w.win)
	w.ask(d,
		choice{"Not Now", func() {
			if err := w.store.Decline(l.Recovery); err != nil {
				w.explain(err.Error())
			} else {
				w.explain("the work is kept for seven days, under File, Earlier Versions of its map")
			}
			next()
		}},
		choice{"Open as an Unsaved Map", func() {
			w.unlessUnsaved(func() {
				w.restore(session.Restore(l.Map, w.store, w.fonts), l.Recovery)
				next()
			})
		}})
}

// restore opens what was had back from a journal. The journal goes only when
// the work is in the one of the new session.
func (w *Window) restore(s *session.Session, from disk.Recovery) {
	w.session.Close(true)
	w.use(s)
	err := s.Journal()
	if err == nil {
		err = w.store.Discard(from)
	}
	if err != nil {
		w.explain(err.Error()) // the work stays where it is, and is offered again
	}
}

// toldOf says what a piece of work is and how it stands to its file.
func toldOf(l session.Left) string {
	var b strings.Builder
	title := disk.Display(l.Title)
	if title == "" {
		title = "A map without a title"
	} else {
		title = "“" + title + "”"
	}
	fmt.Fprintf(&b, "%s was open with unsaved changes on %s.", title, l.Time.Local().Format("2 January at 15:04"))
	switch {
	case l.Path == "":
		b.WriteString(" It was in no file yet.")
	case l.File != nil:
		fmt.Fprintf(&b, "\n\nAgainst its file, %s: %s.", disk.Display(l.Path), session.Differences(l.File, l.Map))
		if l.Moved {
			b.WriteString(" The file was changed after that.")
		}
	default:
		fmt.Fprintf(&b, "\n\nIts file, %s, is gone or cannot be read.", disk.Display(l.Path))
	}
	b.WriteString("\n\nOpened, it is an unsaved map of its own; the file is not touched.")
	return b.String()
}
