package panel

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// Evidence lists all evidence of the map, by link or by source.
type Evidence struct {
	desk   *Desk
	object *sheet
	head   *column
	filter *widget.Entry
	byLink *press
	bySrc  *press
	counts *prose
	list   *evidenceIndex
	holds  *fyne.Container // the list
	rows   []evidenceEntry
	source bool // grouped by source

	redo   *later
	detach []func()
}

// evidenceEntry is a line of the list: an item, or the head of a group.
type evidenceEntry struct {
	link argument.ID
	item *argument.Evidence // nil for a head
	text string             // of a head
	sign string
	role palette.Role
}

// NewEvidence returns the evidence tab of a desk.
func NewEvidence(d *Desk) *Evidence {
	v := &Evidence{desk: d}
	v.redo = &later{desk: d, wait: 120 * time.Millisecond, run: v.rebuild}
	v.filter = widget.NewEntry()
	v.filter.PlaceHolder = language.Say("Filter evidence")
	v.filter.OnChanged = func(string) { v.redo.ask() }
	v.byLink = newPress(d, language.Say("By link"), chip, palette.Contention, func() { v.group(false) })
	v.bySrc = newPress(d, language.Say("By source"), chip, palette.Muted, func() { v.group(true) })
	v.counts = newProse(d, "", 11, palette.Muted).right()
	v.head = newColumn(6, v.filter, newRow(6, newRow(6, v.byLink, v.bySrc).loosely(), v.counts)).within(edges{12, 8, 12, 6})
	v.list = newEvidenceIndex(v)
	v.holds = container.NewStack(v.list)
	v.object = newSheet(container.New(&headed{v.head}, v.head, v.holds), func() { v.redo.ask() })
	v.group(false)
	return v
}

// Object returns what is laid into the window.
func (v *Evidence) Object() fyne.CanvasObject { return v.object }

// Attach shows the desk's present session from now on.
func (v *Evidence) Attach() {
	for _, stop := range v.detach {
		stop()
	}
	v.detach = []func(){v.desk.Session.Doc.Observe(func(d argument.Difference) {
		if len(d.Sources) > 0 || len(d.Links) > 0 || rewords(d.Claims) {
			v.redo.ask()
		}
	})}
	v.redo.drop()
	v.rebuild()
}

// Recolor follows a change of theme.
func (v *Evidence) Recolor() {
	repaint(v.head)
	v.list.heads = nil // their height follows the text size
	v.relist()
}

func (v *Evidence) group(bySource bool) {
	v.source = bySource
	on, off := v.byLink, v.bySrc
	if bySource {
		on, off = off, on
	}
	on.set(on.text, palette.Contention)
	off.set(off.text, palette.Muted)
	v.redo.ask()
}

// rebuild lists what there is, as far as it passes the filter.
func (v *Evidence) rebuild() {
	if !v.object.Visible() || v.desk.Session == nil {
		return
	}
	m := v.desk.Session.Doc.Map()
	wanted := strings.ToLower(strings.TrimSpace(v.filter.Text))
	v.rows = v.rows[:0]
	items, all := 0, 0
	sources := make(map[argument.ID][]evidenceEntry)
	for l := range m.Links() {
		role, headed := roleOfLink(m, l), false
		for i := range l.Evidence {
			item := &l.Evidence[i]
			all++
			if wanted != "" && !strings.Contains(searched(m, l, item), wanted) {
				continue
			}
			items++
			entry := evidenceEntry{link: l.ID, item: item}
			if v.source {
				sources[item.Source] = append(sources[item.Source], entry)
				continue
			}
			if !headed {
				headed = true
				v.rows = append(v.rows, evidenceEntry{link: l.ID, text: premisesText(m, l), sign: scene.Sign(m.LinkRole(l)), role: role})
			}
			v.rows = append(v.rows, entry)
		}
	}
	if v.source {
		for s := range m.Sources() {
			v.under(sourceTitle(s), sources[s.ID])
		}
		v.under(language.Say("Without a source"), sources[""])
	}
	v.counts.say(language.Count(items, "%d item", "%d items"))
	if items < all {
		v.counts.say(language.Say("%d of %d", items, all))
	}
	v.relist()
	v.head.Refresh()
}

func (v *Evidence) under(title string, entries []evidenceEntry) {
	if len(entries) > 0 {
		v.rows = append(append(v.rows, evidenceEntry{text: title, role: palette.Muted}), entries...)
	}
}

// searched is what the filter looks in, in lower case.
func searched(m *argument.Map, l *argument.Link, e *argument.Evidence) string {
	return strings.ToLower(strings.Join([]string{e.Text, kindName(e.Kind), citation(m, *e), e.Note, e.URL, premisesText(m, l)}, "\n"))
}

// evidenceIndex is the list itself.
type evidenceIndex struct {
	widget.List
	panel *Evidence
	heads []int // lines that have the height of a head
}

func newEvidenceIndex(v *Evidence) *evidenceIndex {
	l := &evidenceIndex{panel: v}
	l.Length = func() int { return len(v.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newEvidenceRow(v.desk) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(v.rows) {
			o.(*evidenceRow).say(v.rows[i])
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		if i < len(v.rows) && v.rows[i].link != "" {
			v.desk.Go(v.rows[i].link)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *evidenceIndex) TypedKey(e *fyne.KeyEvent) { listKey(l.panel.desk, l, &l.List, e) }

// relist shows the lines. Where heads stand at other lines than before, that
// is a list of its own: one that is in view is laid out for every height it
// is told.
func (v *Evidence) relist() {
	var heads []int
	for i := range v.rows {
		if v.rows[i].item == nil {
			heads = append(heads, i)
		}
	}
	if slices.Equal(heads, v.list.heads) {
		v.list.Refresh()
		return
	}
	next := newEvidenceIndex(v)
	next.heads = heads
	for _, i := range heads {
		next.SetItemHeight(i, lineHeight(scaled(12))+10)
	}
	offset := v.list.GetScrollOffset()
	v.list = next
	v.holds.Objects = []fyne.CanvasObject{next}
	v.holds.Refresh()
	next.ScrollToOffset(offset)
}
