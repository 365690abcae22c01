package panel

import (
	"context"
	"fmt"
	"strings"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/review"
	"warrant/canvas/scene"
)

// look has the map as it is now reviewed beside the window.
func (v *Review) look() {
	s := v.desk.Session
	if s == nil {
		return
	}
	if t := v.desk.Tool; t != nil && t.Busy() {
		v.redo.ask()
		return
	}
	still := s.Doc.Map().Still()
	v.study.ask(func(ctx context.Context, post func(func())) {
		if ctx.Err() != nil {
			return
		}
		m := still.Map()
		all := review.Of(m, credence.Evaluate(m, credence.OptionsOf(m)))
		post(func() { v.take(all) })
	})
}

// rebuild lists the remarks that are asked for, once the page is in view.
func (v *Review) rebuild() {
	if !v.object.Visible() {
		v.mark() // another map may still have some
		return
	}
	var count [3]int
	of := make(map[review.Kind]int)
	v.passed = 0
	for i := range v.all {
		r := &v.all[i]
		if r.Dismissed {
			v.passed++
			if !v.withPassed {
				continue
			}
		} else {
			count[r.Grade()]++
		}
		of[r.Kind]++
	}
	if v.only != "" && of[v.only] == 0 {
		v.only = ""
	}
	v.offerKinds(of)
	v.rows = v.rows[:0]
	var kind review.Kind
	for i := range v.all {
		r := &v.all[i]
		if r.Dismissed && !v.withPassed || v.only != "" && r.Kind != v.only {
			continue
		}
		if r.Kind != kind {
			kind = r.Kind
			v.rows = append(v.rows, reviewEntry{head: kind, number: of[kind]})
		}
		v.rows = append(v.rows, reviewEntry{remark: r})
	}
	v.find()
	v.counts.say(v.summary(count))
	show(v.passing, v.passed > 0 || v.withPassed)
	tick(v.passing, language.Say("Passed over: %d", v.passed), v.withPassed)
	show(v.marking, len(v.all) > 0)
	tick(v.marking, language.Say("On the map"), v.marks)
	v.relist()
	v.detail()
	v.mark()
	v.head.Refresh()
}

// find keeps the remark that was chosen, or the place in the list where it
// was.
func (v *Review) find() {
	for i := range v.rows {
		if r := v.rows[i].remark; r != nil && v.chosen != "" && strings.HasPrefix(v.chosen, string(r.Kind)) && v.key(r) == v.chosen {
			v.at = i
			return
		}
	}
	v.chosen = ""
}

// key names a remark among those that are listed.
func (v *Review) key(r *review.Remark) string { return r.Key(v.desk.Session.Doc.Map()) }

// summary counts the remarks by grade.
func (v *Review) summary(count [3]int) string {
	var parts []string
	if n := count[review.Fault]; n > 0 {
		parts = append(parts, language.Count(n, "%d fault", "%d faults"))
	}
	if n := count[review.Weakness]; n > 0 {
		parts = append(parts, language.Count(n, "%d weakness", "%d weaknesses"))
	}
	if n := count[review.Hint]; n > 0 {
		parts = append(parts, language.Count(n, "%d hint", "%d hints"))
	}
	if len(parts) == 0 {
		return language.Say("Nothing to remark")
	}
	said := parts[0]
	for _, p := range parts[1:] {
		said += " · " + p
	}
	return said
}

// offerKinds fills the choice of a kind.
func (v *Review) offerKinds(of map[review.Kind]int) {
	v.kinds = v.kinds[:0]
	names := []string{language.Say("All remarks")}
	chosen := names[0]
	for _, k := range review.Kinds() {
		if of[k] == 0 {
			continue
		}
		v.kinds = append(v.kinds, k)
		names = append(names, fmt.Sprintf("%s (%d)", language.Translate(k.Title()), of[k]))
		if k == v.only {
			chosen = names[len(names)-1]
		}
	}
	v.filling = true
	offer(v.kind, names, chosen)
	v.filling = false
	show(v.kind, len(v.kinds) > 1)
}

// mark puts a sign on the canvas at what is listed, but for hints, where that
// is wanted and the page is in view.
func (v *Review) mark() {
	if v.desk.MarkRemarks == nil {
		return
	}
	if !v.marks || !v.object.Visible() {
		v.desk.MarkRemarks(nil)
		return
	}
	marks := make(map[argument.ID]scene.Mark)
	m := v.desk.Session.Doc.Map()
	for _, row := range v.rows {
		if r := row.remark; r != nil && !r.Dismissed && (r.Grade() != review.Hint || v.only != "") {
			for _, id := range pointedAt(m, r) {
				marks[id] = scene.Remarked
			}
		}
	}
	v.desk.MarkRemarks(marks)
}

// says puts a line into words.
func (v *Review) says(i int) reviewSays {
	e := v.rows[i]
	s := reviewSays{look: v.desk.look()}
	if e.remark == nil {
		s.head, s.grade, s.subject, s.text = true, e.head.Grade(), language.Translate(e.head.Title()), fmt.Sprint(e.number)
		return s
	}
	m := v.desk.Session.Doc.Map()
	if !there(m, e.remark) {
		return s // it has gone; the review is about to follow
	}
	s.grade, s.passed, s.chosen = e.remark.Grade(), e.remark.Dismissed, i == v.at && v.chosen != ""
	s.subject, s.text = remarkSubject(m, e.remark), remarkSays(e.remark)
	if s.passed {
		s.text = language.Say("Passed over") + " · " + s.text
	}
	return s
}
