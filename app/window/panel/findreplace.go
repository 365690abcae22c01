package panel

import (
	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
)

// replaceOne puts the other words where one has gone, and goes on to the
// next find; it only goes there first.
func (f *Find) replaceOne() {
	f.redo.flush()
	if len(f.found) == 0 {
		return
	}
	if f.at < 0 || !f.found[f.at].Replaceable() {
		f.Step(1)
		return
	}
	at := f.at
	if f.put(f.found[at:at+1], "Replace text") == 0 {
		return
	}
	f.search()
	if len(f.found) > 0 {
		f.goTo(min(at, len(f.found)-1))
		f.list.ScrollTo(f.at)
	}
}

// replaceAll puts the other words wherever the first were found, in one step
// of undo.
func (f *Find) replaceAll() {
	f.redo.flush()
	n := f.put(f.found, "Replace all")
	f.search()
	f.desk.Explain(language.Count(n, "%d place was replaced", "%d places were replaced"))
}

func (f *Find) put(at []find.Found, label string) (n int) {
	f.desk.Do(label, func(e *argument.Edit) (err error) {
		n, err = find.Replace(e, f.pattern, at, f.with.Text)
		return err
	})
	return n
}
