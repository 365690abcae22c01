package panel

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
)

// Source shows the text that the map is about, with what the map makes of
// it: the text itself where it is attached, else its passages by paragraph.
type Source struct {
	desk   *Desk
	object *sheet
	head   *column
	title  *prose
	counts *prose
	exit   *exit
	choice *control.Pick
	open   *press
	remove *press
	add    *press
	boxes  *sourceList
	lines  *sourceList

	id      argument.ID // the source that is shown
	ids     []argument.ID
	text    []rune // of the source, where it is attached
	anchors []anchor
	claims  []anchor // those of claims: the boxes
	matches []bool
	set     []textLine
	setFor  float32
	widths  map[rune]float32
	chosen  map[argument.ID]bool
	sought  span // what a search found in the text
	reach   bool // it is to be scrolled to
	quote   *quote

	redo   *later
	repeat *later
	detach []func()
}

// NewSource returns the source tab of a desk.
func NewSource(d *Desk) *Source {
	s := &Source{desk: d}
	s.redo = &later{desk: d, wait: 80 * time.Millisecond, run: s.rebuild}
	s.repeat = &later{desk: d, wait: 30 * time.Millisecond, run: s.reselect}
	s.title = newProse(d, "", 13, palette.Text).bold().upTo(3)
	s.counts = newProse(d, "", 11, palette.Muted)
	s.choice = control.NewPick(nil, func(string) {
		if i := s.choice.SelectedIndex(); i >= 0 && i < len(s.ids) && s.ids[i] != s.id {
			s.id = s.ids[i]
			s.quote.from, s.quote.to = 0, 0
			s.rebuild()
		}
	})
	s.open = newPress(d, language.Say("Open the article's text…"), framed, palette.Text, s.askText)
	s.remove = newPress(d, language.Say("Take the text out"), framed, palette.Text, func() { s.attach("", "Take text out") })
	s.add = newPress(d, language.Say("Add a source…"), framed, palette.Text, s.addSource)
	s.exit = newExit(d)
	s.head = newColumn(3, s.choice, s.title, s.counts, newRow(0, s.exit.press).loosely(), spacer(2), newRow(6, s.open, s.remove, s.add).loosely()).within(edges{16, 8, 12, 6})
	s.boxes = newSourceList(s, true, func() int { return len(s.claims) }, s.fillBox)
	s.lines = newSourceList(s, false, func() int { return len(s.set) }, s.fillLine)
	s.lines.resized = func(width float32) {
		if width != s.setFor {
			s.typeset(width)
		}
	}
	body := container.NewStack(s.boxes, container.NewThemeOverride(s.lines, tightTheme{}))
	s.quote = newQuote(s)
	s.lines.quote = s.quote.extend
	s.lines.end = func() bool {
		chosen := !s.quote.none()
		s.quote.set(0, 0)
		return chosen
	}
	s.object = newSheet(container.New(&headed{s.head}, s.head, body, s.quote), func() { s.redo.ask() })
	return s
}

// Object returns what is laid into the window.
func (s *Source) Object() fyne.CanvasObject { return s.object }

// Attach shows the desk's present session from now on.
func (s *Source) Attach() {
	for _, stop := range s.detach {
		stop()
	}
	doc := s.desk.Session.Doc
	s.detach = []func(){
		doc.Observe(func(d argument.Difference) {
			if d.Info != nil || len(d.Sources) > 0 || len(d.Links) > 0 || rewords(d.Claims) {
				s.redo.ask()
			}
		}),
		doc.WatchSelection(s.repeat.ask),
	}
	s.id, s.sought, s.reach = "", span{}, false
	s.quote.from, s.quote.to = 0, 0
	s.redo.drop()
	s.rebuild()
}

// rewords reports whether changes of claims are to be seen in a text.
func rewords(cs []argument.Change[argument.Claim]) bool {
	for _, c := range cs {
		if c.From == nil || c.To == nil || c.From.Text != c.To.Text || !slices.Equal(c.From.Passages, c.To.Passages) {
			return true
		}
	}
	return false
}

// Recolor follows a change of theme.
func (s *Source) Recolor() {
	repaint(s.head)
	s.redo.ask() // its lines may break elsewhere
}

// rebuild shows the source as it is now.
func (s *Source) rebuild() {
	if !s.object.Visible() {
		return
	}
	m := s.desk.Session.Doc.Map()
	var names []string
	s.ids = s.ids[:0]
	for src := range m.Sources() {
		s.ids = append(s.ids, src.ID)
		names = append(names, fmt.Sprintf("%d. %s", len(s.ids), fitted(sourceTitle(src), 200, scaled(usualText), fyne.TextStyle{})))
	}
	if m.Source(s.id) == nil {
		s.id = ""
		if len(s.ids) > 0 {
			s.id = s.ids[0]
		}
	}
	show(s.choice, len(s.ids) > 1)
	if i := slices.Index(s.ids, s.id); i >= 0 {
		offer(s.choice, names, names[i])
	}
	src := m.Source(s.id)
	s.exit.lead("")
	s.text, s.anchors, s.claims, s.matches = nil, nil, nil, nil
	show(s.add, src == nil)
	show(s.open, src != nil && src.Text == "")
	show(s.remove, src != nil && src.Text != "")
	if src == nil {
		s.title.say(language.Say("No source yet"))
		s.counts.say(language.Say("Add the article or book that this map is about. Passages that claims are anchored to stand here."))
	} else {
		s.show(m, src)
	}
	show(s.boxes, src != nil && src.Text == "")
	show(s.lines, src != nil && src.Text != "")
	s.set, s.setFor = nil, 0
	if s.lines.Visible() && s.lines.Size().Width > 0 {
		s.typeset(s.lines.Size().Width)
	}
	s.reselect()
	s.object.Refresh()
	s.boxes.Refresh()
}

func (s *Source) show(m *argument.Map, src *argument.Source) {
	s.title.say(sourceTitle(src))
	s.exit.lead(src.URL)
	s.anchors = anchorsIn(m, src.ID)
	for _, a := range s.anchors {
		if a.claim {
			s.claims = append(s.claims, a)
		}
	}
	said := language.Count(len(s.claims), "%d passage mapped", "%d passages mapped")
	if n := paragraphs(s.claims); n > 0 {
		said = language.Count(n, "%d paragraph", "%d paragraphs") + " · " + said
	}
	if src.Text != "" {
		var n int
		s.text = []rune(src.Text)
		if s.matches, n = matching(src.Text, s.anchors); n < len(s.anchors) {
			said += " · " + language.Say("%d of %d match this text", n, len(s.anchors))
		}
	}
	s.counts.say(said)
}

// typeset breaks the text into lines for a width.
func (s *Source) typeset(width float32) {
	src := s.desk.Session.Doc.Map().Source(s.id)
	if src == nil || src.Text == "" {
		return
	}
	s.setFor = width
	s.widths = make(map[rune]float32)
	s.set = setText(src.Text, width-sourceLeft-sourceRight, func(r rune) float32 {
		w, ok := s.widths[r]
		if !ok {
			w = widthOf(string(r), scaled(12), fyne.TextStyle{})
			s.widths[r] = w
		}
		return w
	}, s.anchors)
	s.lines.Refresh()
	s.scrollToSought()
}

// ShowAt shows a source, and a span of its text, in bytes, where that is not
// empty.
func (s *Source) ShowAt(id argument.ID, from, to int) {
	src := s.desk.Session.Doc.Map().Source(id)
	if src == nil {
		return
	}
	s.id, s.sought = id, span{}
	if from < to && to <= len(src.Text) {
		at, from := from, utf8.RuneCountInString(src.Text[:from])
		s.sought = span{from: from, to: from + utf8.RuneCountInString(src.Text[at:to]), role: palette.Found, chosen: true}
	}
	s.reach = s.sought.to > 0
	s.rebuild()
	s.scrollToSought()
}

// scrollToSought brings what was sought into view, once the text is set.
func (s *Source) scrollToSought() {
	if !s.reach {
		return
	}
	for i, line := range s.set {
		if line.end > s.sought.from {
			s.reach = false
			s.lines.ScrollTo(i)
			return
		}
	}
}

func (s *Source) fillBox(i int, r *sourceRow) {
	a := s.claims[i]
	r.text = a.text
	r.paragraph = 0
	if i == 0 || s.claims[i-1].Paragraph != a.Paragraph {
		r.paragraph = a.Paragraph
	}
	r.spans = append(r.spans[:0], span{role: a.role, chosen: s.chosen[a.id]})
	r.open = func(int) { s.desk.Go(a.id) }
}

// fillLine shows a line of text with the passages that are in it; those of
// claims lie over those of evidence.
func (s *Source) fillLine(i int, r *sourceRow) {
	line := s.set[i]
	r.text, r.paragraph = line.text, line.paragraph
	r.spans = r.spans[:0]
	for _, claims := range [...]bool{false, true} {
		for k, a := range s.anchors {
			if a.Start >= line.end {
				break
			}
			if a.claim == claims && a.End > line.start && s.matches[k] {
				r.spans = append(r.spans, span{max(a.Start-line.start, 0), min(a.End, line.end) - line.start, a.role, !a.claim, s.chosen[a.id]})
			}
		}
	}
	if from, to := max(s.sought.from, line.start), min(s.sought.to, line.end); from < to {
		r.spans = append(r.spans, span{from: from - line.start, to: to - line.start, role: palette.Found, chosen: true})
	}
	if from, to := max(s.quote.from, line.start), min(s.quote.to, line.end); from < to {
		r.spans = append(r.spans, span{from: from - line.start, to: to - line.start, role: palette.Select, chosen: true})
	}
	r.open = func(character int) { s.openAt(line.start + character) }
	r.sweep = func(from, to fyne.Position) { s.quote.sweep(i, r.Size().Height, from, to) }
}

// openAt goes to what the shortest passage around a character carries, a
// claim before evidence, and chooses its words. Where there is none, nothing is
// chosen.
func (s *Source) openAt(at int) {
	best := -1
	for i, a := range s.anchors {
		if at < a.Start || at >= a.End || !s.matches[i] {
			continue
		}
		if best < 0 || a.claim && !s.anchors[best].claim ||
			a.claim == s.anchors[best].claim && a.End-a.Start < s.anchors[best].End-s.anchors[best].Start {
			best = i
		}
	}
	if best < 0 {
		s.quote.set(0, 0)
		return
	}
	s.desk.Go(s.anchors[best].id)
	s.quote.set(s.anchors[best].Start, s.anchors[best].End)
}

// reselect marks the passages of what is selected and brings the first into
// view.
func (s *Source) reselect() {
	if !s.object.Visible() {
		return
	}
	s.chosen = make(map[argument.ID]bool)
	for _, id := range s.desk.Session.Doc.Selection() {
		s.chosen[id] = true
	}
	s.quote.renew()
	s.boxes.Refresh()
	s.lines.Refresh()
	if len(s.chosen) != 1 {
		return
	}
	if s.boxes.Visible() {
		for i, a := range s.claims {
			if s.chosen[a.id] {
				s.boxes.ScrollTo(i)
				return
			}
		}
	}
	for k, a := range s.anchors {
		if !s.chosen[a.id] || s.matches == nil || !s.matches[k] {
			continue
		}
		for i, line := range s.set {
			if line.end > a.Start {
				s.lines.ScrollTo(i)
				return
			}
		}
	}
}
