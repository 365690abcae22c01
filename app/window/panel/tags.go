package panel

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/app/find"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// tags shows the tags of one claim or of several as chips: those that all
// have, and with a count those that some have. A chip of all is taken off
// when it is pressed, one of some is put on the rest. Below is a field for
// more, and while it is used the map's own tags are offered.
type tags struct {
	*column
	desk   *Desk
	chips  []*press
	row    *row
	field  *tagField
	offers []*press
	offer  *row
	resize func()

	claims   []argument.ID
	offering bool
}

// offersMost is how many tags are offered at a time.
const offersMost = 8

func newTags(d *Desk, resize func()) *tags {
	t := &tags{desk: d, resize: resize, row: newRow(5).loosely(), offer: newRow(5).loosely()}
	t.field = &tagField{tags: t}
	t.field.desk = d
	t.field.ExtendBaseWidget(t.field)
	t.field.PlaceHolder = language.Say("Add a tag")
	t.field.OnChanged = func(string) { t.offerTags() }
	t.column = newColumn(6, newProse(d, language.Say("Tags"), 12.5, palette.Text).bold(), t.row, t.field, t.offer)
	return t
}

// show shows the tags of claims.
func (t *tags) show(claims []argument.ID) {
	if !slices.Equal(claims, t.claims) {
		t.offering = false
	}
	t.claims = append(t.claims[:0], claims...)
	owner := make([]string, len(claims))
	for i, id := range claims {
		owner[i] = string(id)
	}
	ids := slices.Clone(claims)
	t.field.fill(strings.Join(owner, " "), "", func(typed string) {
		t.put(ids, tagsOf(typed)...)
		t.field.clear()
	})
	t.showChips()
	t.offerTags()
}

// count returns the tags of the claims, and how many have each.
func (t *tags) count() (all []string, claims map[string]int) {
	claims = make(map[string]int)
	m := t.desk.Session.Doc.Map()
	for _, id := range t.claims {
		if c := m.Claim(id); c != nil {
			for _, tag := range c.Tags {
				if claims[tag] == 0 {
					all = append(all, tag)
				}
				claims[tag]++
			}
		}
	}
	return all, claims
}

func (t *tags) showChips() {
	all, count := t.count()
	t.row.items = t.row.items[:0]
	for i, tag := range all {
		if i == len(t.chips) {
			b := newPress(t.desk, "", chip, palette.Contention, nil)
			b.size = 11.5
			t.chips = append(t.chips, b)
		}
		b := t.chips[i]
		short := fitted(tag, 180, scaled(b.size), fyne.TextStyle{Bold: true})
		off := func() {
			t.desk.doEach("Remove tag", t.claims, func(c *argument.Claim) {
				c.Tags = slices.DeleteFunc(slices.Clone(c.Tags), func(had string) bool { return had == tag })
			})
		}
		b.tapped, b.erase = off, off
		if n := count[tag]; n < len(t.claims) {
			b.set(language.Say("+ %s (%d of %d)", short, n, len(t.claims)), palette.Muted)
			b.tapped = func() { t.put(t.claims, tag) }
		} else {
			b.set(short+" ✕", palette.Contention)
		}
		t.row.items = append(t.row.items, b)
	}
	for _, b := range t.chips[len(all):] {
		if b.focused { // it is gone from under the keys
			t.desk.Window.Canvas().Focus(t.field)
		}
	}
	show(t.row, len(all) > 0)
	t.row.Refresh()
}

// offerTags offers the map's tags that not all of the claims have and that go
// with what is typed, the most frequent first.
func (t *tags) offerTags() {
	t.offer.items = t.offer.items[:0]
	if t.offering {
		_, have := t.count()
		typed := strings.TrimSpace(t.field.Text)
		p, _ := find.New(typed, find.Options{})
		all, _ := filter.Tags(t.desk.Session.Doc.Map())
		for _, tag := range all {
			if have[tag] == len(t.claims) || typed != "" && len(p.All(tag)) == 0 {
				continue
			}
			i := len(t.offer.items)
			if i == len(t.offers) {
				b := newPress(t.desk, "", framed, palette.Text, nil)
				b.size = 11
				t.offers = append(t.offers, b)
			}
			b := t.offers[i]
			b.set(fitted(tag, 180, scaled(b.size), fyne.TextStyle{Bold: true}), palette.Text)
			b.tapped = func() {
				t.field.clear()
				t.put(t.claims, tag)
				t.desk.Window.Canvas().Focus(t.field)
			}
			if t.offer.items = append(t.offer.items, b); len(t.offer.items) == offersMost {
				break
			}
		}
	}
	show(t.offer, len(t.offer.items) > 0)
	t.offer.Refresh()
	t.resize()
}

// put puts tags on claims.
func (t *tags) put(claims []argument.ID, more ...string) {
	label := "Add tag"
	if len(more) > 1 {
		label = "Add tags"
	}
	t.desk.doEach(label, claims, func(c *argument.Claim) {
		c.Tags = slices.Clone(c.Tags)
		for _, tag := range more {
			if !slices.Contains(c.Tags, tag) {
				c.Tags = append(c.Tags, tag)
			}
		}
	})
}

// tagsOf returns the tags that were typed, with commas between them.
func tagsOf(typed string) []string {
	var tags []string
	for _, t := range strings.Split(typed, ",") {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return tags
}

// tagField is the field for another tag. A comma ends a tag as Return does,
// Down goes to what is offered.
type tagField struct {
	field
	tags *tags
}

// clear empties the field without a commit.
func (f *tagField) clear() {
	f.bound = ""
	f.SetText("")
}

// FocusGained offers tags from now on.
func (f *tagField) FocusGained() {
	f.field.FocusGained()
	f.tags.offering = true
	f.tags.offerTags()
}

// TypedRune implements fyne.Focusable.
func (f *tagField) TypedRune(r rune) {
	if r == ',' {
		f.flush()
		return
	}
	f.field.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (f *tagField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown && len(f.tags.offer.items) > 0 {
		f.desk.Window.Canvas().Focus(f.tags.offers[0])
		return
	}
	f.field.TypedKey(e)
}
