package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/session"
)

// savePatience is how long a save may take before the title says that it
// does.
const savePatience = 400 * time.Millisecond

// saves has maps saved beside the window, one after the other: what is open
// may be edited meanwhile.
type saves struct {
	w    *Window
	jobs []*saveJob // the first is under way
	slow bool       // that takes long
	rest func()     // waits until there are none
}

// saveJob is one save, of a session.
type saveJob struct {
	s     *session.Session
	begin func() *session.Saving
	then  func(warnings []error, err error)
}

// add has a save done when those before it are, and tells what came of it.
func (v *saves) add(s *session.Session, begin func() *session.Saving, then func([]error, error)) {
	v.jobs = append(v.jobs, &saveJob{s, begin, then})
	if len(v.jobs) == 1 {
		v.next()
	}
}

func (v *saves) next() {
	j := v.jobs[0]
	one := j.begin()
	v.slow = false
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

// done tells what came of the first of the saves, and goes on. What the window
// waits for comes before that, as there may be something to ask.
func (v *saves) done(j *saveJob, warnings []error, err error) {
	if v.w.working != nil {
		time.AfterFunc(patience, func() { fyne.Do(func() { v.done(j, warnings, err) }) })
		return
	}
	v.jobs = v.jobs[1:]
	if len(v.jobs) > 0 {
		v.next()
	}
	if j.s.Doc.Modified() {
		v.w.keepJournal()
	}
	v.w.retitle()
	j.then(warnings, err)
	if v.w.win.Canvas().Overlays().Top() != nil {
		v.rest = nil // what is asked comes first
	}
	if rest := v.rest; rest != nil && len(v.jobs) == 0 {
		v.rest = nil
		rest()
	}
}

// of reports whether a session is being saved, or waits for it.
func (v *saves) of(s *session.Session) bool {
	return slices.ContainsFunc(v.jobs, func(j *saveJob) bool { return j.s == s })
}

// says reports whether the title of a session is to say that it is being
// saved.
func (v *saves) says(s *session.Session) bool {
	return v.slow && len(v.jobs) > 0 && v.jobs[0].s == s
}

// wait has what would take away something that is being saved done later, and
// reports whether it has to wait. What was to be done before that is not.
func (v *saves) wait(then func()) bool {
	if len(v.jobs) == 0 {
		return false
	}
	v.rest = then
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
