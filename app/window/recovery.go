package window

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/dialog"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/storage/disk"
)

// askUnsure tells that a save is not confirmed: the map stays unsaved and in
// the journal.
func (w *Window) askUnsure(err error, next func()) {
	path := w.session.Path()
	if at := new(disk.Error); errors.As(err, &at) && at.Path != "" {
		path = at.Path // saved as another file, say
	}
	again := func() { w.saveTo(path, next) }
	if path == w.session.Path() {
		again = func() { w.saveThen(next) }
	}
	d := dialog.NewCustomWithoutButtons(language.Say("The disk did not confirm the save"), prose(language.Say(
		"The map was written to %s, but the disk reports a fault, so it may not be there after a power cut. It still counts as unsaved, and a copy is kept for recovery. Best save it in another place.", disk.Display(path))+
		"\n\n("+worded(err)+")"), w.win)
	w.retitle()
	w.ask(d, choice{language.Say("Later"), func() {}},
		choice{language.Say("Try Again"), again},
		choice{language.Say("Save as a Copy…"), func() { w.saveAsThen(next) }})
}

// offerRecovery asks about unsaved work that a crash left behind, one piece
// after the other.
func (w *Window) offerRecovery() {
	found, trouble := session.Recover(w.store, w.session.Path())
	if len(trouble) > 0 {
		w.explain(language.Say("unsaved work of an earlier time could not be read: %s", worded(trouble[0])))
	}
	w.offer(found, 0)
}

func (w *Window) offer(found []session.Left, at int) {
	if at >= len(found) {
		return
	}
	l := found[at]
	title := language.Say("Unsaved work was found")
	if len(found) > 1 {
		title = language.Say("Unsaved work was found (%d of %d)", at+1, len(found))
	}
	next := func() { w.offer(found, at+1) }
	d := dialog.NewCustomWithoutButtons(title, prose(toldOf(l)), w.win)
	w.ask(d,
		choice{language.Say("Not Now"), func() {
			if err := w.store.Decline(l.Recovery); err != nil {
				w.explain(worded(err))
			} else {
				w.explain(language.Say("the work is kept for seven days, under File, Earlier Versions of its map"))
			}
			next()
		}},
		choice{language.Say("Open as an Unsaved Map"), func() {
			w.restore(session.Restore(l.Map, w.store, w.fonts), l.Recovery)
			next()
		}})
}

// restore opens what was had back from a journal. The journal goes only when
// the work is in the one of the new session.
func (w *Window) restore(s *session.Session, from disk.Recovery) {
	w.add(s)
	err := s.Journal()
	if err == nil {
		err = w.store.Discard(from)
	}
	if err != nil {
		w.explain(worded(err)) // the work stays where it is, and is offered again
	}
}

// toldOf says what a piece of work is and how it stands to its file.
func toldOf(l session.Left) string {
	var b strings.Builder
	when := friendly(l.Time, time.Now())
	if title := disk.Display(l.Title); title != "" {
		b.WriteString(language.Say("“%s” was open with unsaved changes: %s.", title, when))
	} else {
		b.WriteString(language.Say("A map without a title was open with unsaved changes: %s.", when))
	}
	switch {
	case l.Path == "":
		b.WriteString(" " + language.Say("It was in no file yet."))
	case l.File != nil:
		b.WriteString("\n\n" + language.Say("Against its file, %s: %s.", disk.Display(l.Path), differing(session.Differences(l.File, l.Map))))
		if l.Moved {
			b.WriteString(" " + language.Say("The file was changed after that."))
		}
	default:
		b.WriteString("\n\n" + language.Say("Its file, %s, is gone or cannot be read.", disk.Display(l.Path)))
	}
	b.WriteString("\n\n" + language.Say("Opened, it is an unsaved map of its own; the file is not touched."))
	return b.String()
}
