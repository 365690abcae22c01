package panel

import (
	"slices"

	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/scene"
)

// search finds anew what the field says, and stays at what was gone to.
func (f *Find) search() {
	if !f.object.Visible() || f.desk.Session == nil {
		return
	}
	var was find.Found
	if f.at >= 0 && f.at < len(f.found) {
		was = f.found[f.at]
	}
	f.found, f.at = nil, -1
	var err error
	f.pattern, err = find.New(f.field.Text, f.options)
	f.trouble.say("")
	m := f.desk.Session.Doc.Map()
	switch {
	case f.field.Text == "":
		f.found = f.passed()
		f.at = slices.Index(f.found, was)
	case err != nil:
		f.trouble.say(capital(err.Error()))
	default:
		f.found = find.In(m, f.pattern, f.sieve.keep())
		f.at = slices.Index(f.found, was)
	}
	f.sieve.words(f.field.Text, f.found)
	f.show()
}

// passed lists, without words to look for, the claims that pass the filter.
func (f *Find) passed() (all []find.Found) {
	if !f.sieve.filter.Set() {
		return nil
	}
	for _, id := range f.sieve.filter.Pass(f.desk.Session.Doc.Map(), f.desk.Session.Numbers).Claims {
		all = append(all, find.Found{Place: find.Place{Part: find.ClaimText, Record: id}})
	}
	return all
}

// show shows what was found.
func (f *Find) show() {
	marks := make(map[argument.ID]scene.Mark, len(f.found))
	writable := 0
	for _, x := range f.found {
		if x.To == 0 { // no words in it
			break
		}
		if f.desk.Session.Doc.Map().Has(x.Record) {
			marks[x.Record] = scene.Found
		}
		if x.Replaceable() {
			writable++
		}
	}
	f.desk.MarkFound(marks)
	f.one.disable(writable == 0)
	f.all.disable(writable == 0)
	f.tell()
	f.settle()
	f.list.Refresh()
}

// tell says how much was found.
func (f *Find) tell() {
	switch n := len(f.found); {
	case f.trouble.text != "", f.field.Text == "" && !f.sieve.filter.Set():
		f.count.say("")
	case n == 0 && f.field.Text == "":
		f.count.say(language.Say("No claim passes the filter"))
	case n == 0 && f.sieve.filter.Set():
		f.count.say(language.Say("Not found in what passes the filter"))
	case n == 0:
		f.count.say(language.Say("Not found"))
	case f.at >= 0:
		f.count.say(language.Say("%d of %d", f.at+1, n))
	case f.field.Text == "":
		f.count.say(language.Count(n, "%d claim", "%d claims"))
	default:
		f.count.say(language.Count(n, "%d place", "%d places"))
	}
}
