package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/session"
	"warrant/storage/disk"
)

// savePatience is how long a save may take before the title says that it
// does.
const savePatience = 400 * time.Millisecond

// saves has maps saved beside the window, one after the other: what is open
// may be edited meanwhile.
type saves struct {
	w     *Window
	jobs  []*saveJob // the first is under way, unless tells
	tells bool       // what came of one is being told, and the next waits
	slow  bool       // the one that is under way takes long
	rest  []restJob  // in the order in which it was to be done
}

// saveJob is one save, of a session.
type saveJob struct {
	s     *session.Session
	to    string // the file that is to become the session's; empty for its own
	begin func() *session.Saving
	then  func(warnings []error, err error)
}

// restJob waits until a session is saved, or for nil, until all are.
type restJob struct {
	s  *session.Session
	do func()
}

// add has a save done when those before it are, and tells what came of it.
func (v *saves) add(j saveJob) {
	v.jobs = append(v.jobs, &j)
	if len(v.jobs) == 1 && !v.tells {
		v.next()
	}
}

func (v *saves) next() {
	j := v.jobs[0]
	one := j.begin()
	late := time.AfterFunc(savePatience, func() {
		fyne.Do(func() {
			if len(v.jobs) > 0 && v.jobs[0] == j {
				v.slow = true
				v.w.retitle()
			}
		})
	})
	v.w.apart(one.Write, func() {
		late.Stop()
		warnings, err := j.s.Saved(one)
		v.done(j, warnings, err)
	})
}

// done tells what came of the first of the saves, and goes on. Where that
// leads to a question, or to finding out whether there is one, it is about
// what the map's other saves would come upon too. A question comes before what
// was to be done when the map is saved.
func (v *saves) done(j *saveJob, warnings []error, err error) {
	if v.w.working != nil {
		time.AfterFunc(patience, func() { fyne.Do(func() { v.done(j, warnings, err) }) })
		return
	}
	v.jobs, v.slow = v.jobs[1:], false
	if j.s.Doc.Modified() {
		v.w.keepJournal()
	}
	v.w.retitle()
	over := v.w.win.Canvas().Overlays()
	before := over.Top()
	v.tells = true
	j.then(warnings, err)
	v.tells = false
	if top := over.Top(); top != nil && top != before {
		v.jobs = slices.DeleteFunc(v.jobs, func(o *saveJob) bool { return o.s == j.s && o.to == "" })
		if v.w.working == nil {
			v.forget(j.s)
		}
	}
	if len(v.jobs) > 0 {
		v.next()
	}
	v.goOn()
}

// forget gives up what was to be done when a session, or all, were saved.
func (v *saves) forget(s *session.Session) {
	v.rest = slices.DeleteFunc(v.rest, func(r restJob) bool { return r.s == s || r.s == nil })
}

// goOn does what has waited for saves that are over. While something is asked
// it waits on.
func (v *saves) goOn() {
	for i := 0; i < len(v.rest); {
		r := v.rest[i]
		if v.w.win.Canvas().Overlays().Top() != nil {
			return
		}
		if v.of(r.s) {
			i++
			continue
		}
		v.rest = slices.Delete(v.rest, i, i+1)
		r.do()
	}
}

// of reports whether a session is being saved, or waits for it; for nil,
// whether any is.
func (v *saves) of(s *session.Session) bool {
	return slices.ContainsFunc(v.jobs, func(j *saveJob) bool { return s == nil || j.s == s })
}

// says reports whether the title of a session is to say that it is being
// saved.
func (v *saves) says(s *session.Session) bool {
	return v.slow && len(v.jobs) > 0 && v.jobs[0].s == s
}

// goesTo reports whether a session is on its way to a file that is not its
// own yet.
func (v *saves) goesTo(s *session.Session, path string) bool {
	return slices.ContainsFunc(v.jobs, func(j *saveJob) bool { return j.s == s && j.to != "" && disk.Same(j.to, path) })
}

// wait has what would take away a session that is being saved done later, and
// reports whether it has to wait; nil stands for all sessions.
func (v *saves) wait(s *session.Session, then func()) bool {
	if !v.of(s) {
		return false
	}
	v.rest = append(v.rest, restJob{s, then})
	return true
}

// turnToSession shows the map of a session, for a question about it, and
// reports whether it is still open.
func (w *Window) turnToSession(s *session.Session) bool {
	at := slices.IndexFunc(w.places, func(p *place) bool { return p.session == s })
	if at < 0 {
		return false
	}
	if at != w.at {
		w.turn(at)
	}
	return true
}
