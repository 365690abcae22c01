package panel

import (
	"fmt"
	"slices"
	"strings"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// evidenceList is the evidence on a link: a card for each item, the one that
// is being edited opened in its place.
type evidenceList struct {
	*column
	desk   *Desk
	title  *prose
	count  *prose
	cards  []*evidenceCard
	body   *column
	more   *press
	most   int // cards shown
	editor *evidenceEditor
	resize func() // has the panel laid out anew
	reveal func() // scrolls to the item that is open

	link  argument.ID
	open  argument.ID // the item that is being edited
	fresh struct {    // an item just added, which goes if nothing is said in it
		mark  argument.Mark
		state int
	}
}

const cardsAtFirst = 24

func newEvidenceList(d *Desk, resize func()) *evidenceList {
	l := &evidenceList{desk: d, resize: resize, reveal: func() {}, most: cardsAtFirst}
	l.title = newProse(d, language.Say("Evidence"), 12.5, palette.Text).bold()
	l.count = newProse(d, "", 12, palette.Muted)
	add := newPress(d, language.Say("+ Add"), bare, palette.Select, func() { l.add() })
	add.size = 12.5
	l.more = newPress(d, "", framed, palette.Text, func() {
		l.most += cardsAtFirst
		l.show(l.link)
		l.resize()
	})
	l.editor = newEvidenceEditor(d, l.close)
	l.body = newColumn(8)
	head := newRow(8, newRow(6, l.title, l.count).loosely(), add)
	l.column = newColumn(8, head, l.body)
	return l
}

// show lists the evidence of a link as it is now.
func (l *evidenceList) show(link argument.ID) {
	if link != l.link {
		l.leave()
		l.link, l.most = link, cardsAtFirst
	}
	m := l.desk.Session.Doc.Map()
	on := m.Link(link)
	if on == nil {
		return
	}
	count := ""
	if n := len(on.Evidence); n > 0 {
		count = fmt.Sprint(n)
	}
	l.count.say(count)
	items := l.body.items[:0]
	found := false
	for i, item := range on.Evidence {
		if i >= l.most && item.ID != l.open {
			continue
		}
		if item.ID == l.open {
			found = true
			l.editor.edit(link, item.ID)
			items = append(items, l.editor.column)
			continue
		}
		items = append(items, l.card(len(items), m, link, item))
	}
	if !found && l.open != "" { // undone while it was edited
		l.open = ""
		if _, typing := l.desk.Window.Canvas().Focused().(*field); typing {
			l.desk.Window.Canvas().Unfocus()
		}
	}
	if left := len(on.Evidence) - l.most; left > 0 {
		l.more.set(language.Say("Show %d more", min(left, cardsAtFirst)), palette.Text)
		items = append(items, l.more)
	}
	l.body.items = items
	l.body.Refresh()
}

func (l *evidenceList) card(i int, m *argument.Map, link argument.ID, item argument.Evidence) *evidenceCard {
	for len(l.cards) <= i {
		l.cards = append(l.cards, newEvidenceCard(l.desk))
	}
	c := l.cards[i]
	from := citation(m, item)
	if item.Source == "" && item.Locator == "" {
		from = "" // the address, which the card shows in any case
	}
	c.set(item, from, addressOf(m, item), func() { l.edit(item.ID) })
	return c
}

// edit opens an item in its place.
func (l *evidenceList) edit(id argument.ID) {
	l.leave()
	l.open = id
	l.show(l.link)
	l.resize()
	l.desk.Window.Canvas().Focus(l.editor.text)
}

// close ends editing.
func (l *evidenceList) close() {
	l.leave()
	l.show(l.link)
	l.resize()
}

// leave commits what is being typed; an item that was added and left empty
// goes as if it had never been.
func (l *evidenceList) leave() {
	if l.open == "" {
		return
	}
	l.editor.flush()
	l.open = ""
	doc := l.desk.Session.Doc
	if l.fresh.state != 0 && doc.State() == l.fresh.state {
		doc.Revert(l.fresh.mark)
	}
	l.fresh.state = 0
}

// drop forgets what is edited.
func (l *evidenceList) drop() {
	l.link, l.open, l.fresh.state = "", "", 0
	for _, f := range l.editor.fields() {
		f.drop()
	}
}

// add begins a new item and opens it.
func (l *evidenceList) add() {
	l.leave()
	doc := l.desk.Session.Doc
	if doc.Map().Link(l.link) == nil {
		return
	}
	mark := doc.Mark()
	var id argument.ID
	l.desk.Do("Add evidence", func(e *argument.Edit) error {
		id = e.NewID("e")
		return e.UpdateLink(l.link, func(on *argument.Link) {
			on.Evidence = append(slices.Clone(on.Evidence), argument.Evidence{ID: id, Kind: argument.Other, Stance: argument.For})
		})
	})
	l.fresh.mark, l.fresh.state = mark, doc.State()
	l.open = id
	l.show(l.link)
	l.resize()
	l.reveal()
	l.desk.Window.Canvas().Focus(l.editor.text)
}

// authorsOf reads names with semicolons between them.
func authorsOf(typed string) []string {
	var names []string
	for _, n := range strings.Split(typed, ";") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// sourceTitle is a source as a list of sources has it.
func sourceTitle(s *argument.Source) string {
	said := ""
	if len(s.Authors) > 0 {
		said = familyName(s.Authors[0])
		if len(s.Authors) > 1 {
			said = language.Say("%s et al.", said)
		}
	}
	if s.Title != "" {
		if said != "" {
			said += ", "
		}
		said += quoted(s.Title)
	}
	if said == "" {
		said = language.Say("Untitled source")
	}
	if s.Issued != "" {
		said += " (" + s.Issued + ")"
	}
	return said
}
