package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/storage/disk"
)

// lookAtDisk sees to what other programs did to the files of the open maps,
// which are read beside the window. It waits while the person is in the middle
// of something.
func (w *Window) lookAtDisk() {
	if w.looking || w.occupied() {
		return
	}
	type look struct {
		place *place
		of    *session.Session
		at    *session.Looking
	}
	var looks []look
	for _, p := range w.places {
		if p.session != w.session && (p.differs || w.settling.waits(p.session)) {
			continue
		}
		if l := p.session.Looking(); l != nil {
			looks = append(looks, look{p, p.session, l})
		}
	}
	if len(looks) == 0 {
		return
	}
	w.looking = true
	w.apart(func() {
		for _, l := range looks {
			l.at.Read()
		}
	}, func() {
		w.looking = false
		for _, l := range looks {
			if w.occupied() || w.looking {
				return // what was not told yet, the next look tells
			}
			if !slices.Contains(w.places, l.place) || l.place.session != l.of {
				continue
			}
			if c := l.of.Looked(l.at); l.of == w.session {
				w.lookedAtShown(c)
			} else {
				w.lookedAtOther(l.place, c)
			}
		}
	})
}

// lookedAtOther sees to the file of a map that is not shown. What needs an
// answer waits until it is.
func (w *Window) lookedAtOther(p *place, c session.Change) {
	switch {
	case c.Kind == session.Same:
		return
	case c.Kind == session.Rewritten && !p.session.Doc.Modified():
		t := p.session.Adopting(c)
		w.looking = true
		w.apart(func() { t.Work(nil) }, func() {
			w.looking = false
			next, taken, err := p.session.Taken(t)
			if err != nil || !taken {
				p.differs = true // it is told when it is shown
				return
			}
			if next != p.session || t.Rework().Redrawn() {
				p.take(w, next)
			}
			w.strip.renew()
		})
		return
	case c.Kind == session.Gone:
		p.session.KeepMine(c)
	default:
		p.differs = true
		return
	}
	w.strip.renew()
}

// lookedAtShown sees to the file of the map that is shown.
func (w *Window) lookedAtShown(c session.Change) {
	switch c.Kind {
	case session.Rewritten:
		if w.session.Doc.Modified() {
			w.askWhich(c)
			return
		}
		w.session.PutOff(c) // also when it is cancelled
		w.adopt(c, language.Say("Changed by another program"), func(what string) {
			w.explain(language.Say("another program changed the file, and here it is: %s", what))
		}, func() {})
	case session.Gone:
		w.session.KeepMine(c)
		w.retitle()
		w.explain(language.Say("the file is gone from its folder; saving writes it again"))
	case session.Unreadable:
		w.session.PutOff(c)
		w.explain(language.Say("another program has written to the file, and it is no map any more; what is open here stays"))
	}
}

// occupied reports whether a question, a gesture or typing is under way.
func (w *Window) occupied() bool {
	focused := w.win.Canvas().Focused()
	return w.working != nil || w.presenting != nil || w.win.Canvas().Overlays().Top() != nil || w.tool.Busy() || w.surface.Editing() != "" ||
		isField(focused) || w.settling.open()
}

// isField reports whether what has the keys is a field that is typed into.
func isField(o fyne.Focusable) bool {
	_, ok := o.(interface{ SelectedText() string })
	return ok
}

// askWhich asks what is to become of unsaved work and of what another program
// wrote meanwhile.
func (w *Window) askWhich(c session.Change) {
	w.session.PutOff(c) // also when the question is left by Escape
	w.bothSides(c, func(sides string) { w.askWhichOf(c, sides) })
}

func (w *Window) askWhichOf(c session.Change, sides string) {
	d := dialog.NewCustomWithoutButtons(language.Say("The file was changed by another program"), prose(sides+"\n\n"+
		language.Say("Merging brings both together; where they do not agree, you choose. It can be undone, and so can taking theirs.")), w.win)
	w.ask(d,
		choice{language.Say("Decide Later"), func() { w.explain(language.Say("saving will ask which version to keep")) }},
		choice{language.Say("Take Theirs"), func() { w.takeTheirs(c, func() {}) }},
		choice{language.Say("Keep Mine"), func() {
			w.session.KeepMine(c)
			w.retitle()
			w.explain(language.Say("what is open here stays; saving replaces the other version, and keeps a copy of it"))
		}},
		choice{language.Say("Merge"), func() { w.merge(c, func() {}) }})
}

// bothSides finds out what both versions changed.
func (w *Window) bothSides(c session.Change, then func(said string)) {
	path, d := disk.Display(w.session.Path()), w.session.Sides(c)
	var theirs, mine string
	w.do(language.Say("comparing…"), func(*work) { theirs, mine = d.Theirs(), d.Mine() }, func() {
		then(path + "\n\n" +
			language.Say("Theirs: %s.", differing(theirs)) + "\n" +
			language.Say("Yours, unsaved: %s.", differing(mine)))
	}, nil)
}

// askOverwrite asks the same when a save finds the change, and goes on to
// save, and to next, where that is what was chosen.
func (w *Window) askOverwrite(next func()) {
	s := w.session
	l := s.LookingAgain()
	w.do(language.Say("comparing…"), func(*work) { l.Read() }, func() { w.askOverwriteOf(s, s.Looked(l), next) }, nil)
}

func (w *Window) askOverwriteOf(s *session.Session, c session.Change, next func()) {
	over := func() {
		w.saves.add(saveJob{s: s, begin: s.SavingOver, then: func(warnings []error, err error) { w.saved(s, warnings, err, next) }})
	}
	copied := choice{language.Say("Save as a Copy…"), func() { w.saveAsThen(next) }}
	cancel := choice{language.Say("Cancel"), func() {}}
	switch c.Kind {
	case session.Rewritten:
		w.saves.forget(s)
		w.bothSides(c, func(sides string) {
			d := dialog.NewCustomWithoutButtons(language.Say("The file was changed by another program"), prose(sides+"\n\n"+
				language.Say("Keeping yours replaces theirs; a copy of it stays among the earlier versions. Merging brings both together.")), w.win)
			w.ask(d, cancel, copied,
				choice{language.Say("Take Theirs"), func() { w.takeTheirs(c, next) }},
				choice{language.Say("Keep Mine"), over},
				choice{language.Say("Merge"), func() { w.merge(c, func() { w.saveThen(next) }) }})
		})
	case session.Unreadable:
		w.saves.forget(s)
		d := dialog.NewCustomWithoutButtons(language.Say("The file is no map any more"), prose(language.Say(
			"Since this map was opened, another program has written to %s, and it cannot be read: %s.", disk.Display(w.session.Path()), worded(explained(w.session.Path(), c.Err)))+
			"\n\n"+language.Say("Replacing it keeps a copy of what is there among the earlier versions.")), w.win)
		w.ask(d, cancel, choice{language.Say("Replace"), over}, copied)
	case session.Gone:
		over() // there is nothing to go over
	default: // it is as it was again, or says the same
		w.saves.add(saveJob{s: s, begin: s.Saving, then: func(warnings []error, err error) { w.saved(s, warnings, err, next) }})
	}
}

// become has the open map become what a look at its file led to, worked out
// beside the window; then what follows. Where that is not possible, a sentence
// says so.
func (w *Window) become(title string, t *session.Taking, then func(next *session.Session)) {
	s := w.session
	w.do(title, func(k *work) { t.Work(k.stop) }, func() {
		next, taken, err := s.Taken(t)
		switch {
		case err != nil:
			w.fail(err)
		case taken:
			if r := t.Rework(); r != nil {
				w.redrawn(r)
			}
			then(next)
		}
	}, nil)
}

// adopt makes the file's version the open map, seen from where the other was,
// and marks what differs under a title; tell is told that in a line.
func (w *Window) adopt(c session.Change, title string, tell func(what string), then func()) {
	w.tool.Cancel()
	before := w.session.Doc.Mark()
	was, undone := w.snapshot(), &before
	chosen := w.session.Doc.Selection()
	w.become(title, w.session.Adopting(c), func(next *session.Session) {
		if next != w.session {
			undone = nil
			w.renew(next)
			var still []argument.ID
			for _, id := range chosen {
				if next.Doc.Map().Has(id) {
					still = append(still, id)
				}
			}
			next.Doc.Select(still...)
		}
		w.retitle()
		w.menu.refresh()
		w.changedSince(title, was, undone, tell)
		then()
	})
}

func (w *Window) takeTheirs(c session.Change, then func()) {
	w.adopt(c, language.Say("What is other in their version"), func(string) {
		w.explain(language.Say("this is their version; undo brings yours back"))
	}, then)
}

// merge brings both versions together and steps through what they do not
// agree in; settled follows when there is nothing of that, else the person
// saves when it is done.
func (w *Window) merge(c session.Change, settled func()) {
	w.tool.Cancel()
	w.session.Doc.Mark() // cards on their way are at their aim
	was, t := w.snapshot(), w.session.Merging(c)
	w.become(language.Say("Merge"), t, func(*session.Session) {
		m := t.Merged()
		w.retitle()
		w.session.Doc.Select(m.Changed...)
		if len(m.Changed) > 0 {
			w.tool.Reveal(m.Changed[0])
		}
		w.surface.Repaint()
		if !w.settle(m, was) {
			w.changedSince(language.Say("What came from theirs"), was, &m.Mark, func(string) {})
			w.explain(language.Say("both versions are brought together; what came from theirs is selected"))
			settled()
		}
	})
}
