package panel

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// quote is the part of a source's text that a person has chosen, and what can
// be made of it: a passage of the selected claim, evidence on the selected
// link, or a new claim.
type quote struct {
	*column
	source   *Source
	from, to int // code points of the text; equal where nothing is chosen

	words  *prose
	anchor *press
	remove *press
	attach *press
	claim  *press
}

// newQuote returns the quote of a source tab; it is seen while there is one.
func newQuote(s *Source) *quote {
	q := &quote{source: s}
	q.words = newProse(s.desk, "", 11.5, palette.Muted).italic().upTo(2)
	q.anchor = newPress(s.desk, language.Say("Anchor the claim here"), framed, palette.Text, q.addPassage)
	q.remove = newPress(s.desk, language.Say("Remove this passage"), framed, palette.Opposes, q.removePassage)
	q.attach = newPress(s.desk, language.Say("Attach as evidence"), framed, palette.Text, q.addEvidence)
	q.claim = newPress(s.desk, language.Say("New claim"), framed, palette.Text, q.addClaim)
	q.column = newColumn(6, q.words, newRow(6, q.anchor, q.remove, q.attach, q.claim).loosely()).within(edges{16, 8, 12, 10})
	q.Hide()
	return q
}

// set chooses a span of the text, less the blanks at its ends.
func (q *quote) set(from, to int) {
	text := q.source.text
	from, to = max(min(from, to), 0), min(max(from, to), len(text))
	for from < to && unicode.IsSpace(text[from]) {
		from++
	}
	for from < to && unicode.IsSpace(text[to-1]) {
		to--
	}
	if from >= to {
		from, to = 0, 0
	}
	q.from, q.to = from, to
	q.renew()
	q.source.lines.Refresh()
}

func (q *quote) none() bool { return q.from == q.to }

// said is what the quote says, in one line.
func (q *quote) said() string {
	text := q.source.text
	if q.none() || q.to > len(text) {
		return ""
	}
	return strings.Join(strings.Fields(string(text[q.from:q.to])), " ")
}

// renew offers what can be done with the quote now.
func (q *quote) renew() {
	said := q.said()
	if said == "" {
		q.from, q.to = 0, 0
	}
	q.words.say("“" + said + "”")
	claim, link := q.selected()
	at := q.index(claim)
	show(q.anchor, claim != nil && at < 0)
	show(q.remove, claim != nil && at >= 0)
	show(q.attach, link != nil)
	show(q.column, said != "")
	if s := q.source; s.object.content != nil {
		s.object.content.Refresh()
	}
}

// selected returns the one claim or link that is selected.
func (q *quote) selected() (*argument.Claim, *argument.Link) {
	doc := q.source.desk.Session.Doc
	if s := doc.Selection(); len(s) == 1 {
		return doc.Map().Claim(s[0]), doc.Map().Link(s[0])
	}
	return nil, nil
}

// index returns which passage of a claim the quote is, or -1.
func (q *quote) index(c *argument.Claim) int {
	if c == nil {
		return -1
	}
	return slices.IndexFunc(c.Passages, func(p argument.Passage) bool {
		return p.Source == q.source.id && p.Start == q.from && p.End == q.to
	})
}

// passage makes a passage of the quote.
func (q *quote) passage() argument.Passage {
	span := string(q.source.text[q.from:q.to])
	return argument.Passage{Source: q.source.id, Paragraph: q.paragraph(), Start: q.from, End: q.to, Digest: argument.Digest(span)}
}

// paragraph numbers the paragraph of the quote as the passages about it are
// numbered; where there are none, by the blocks of the text.
func (q *quote) paragraph() int {
	block := func(at int) int {
		n, blank := 0, true
		for _, r := range q.source.text[:at+1] {
			if r == '\n' {
				blank = true
			} else if blank && !unicode.IsSpace(r) {
				n, blank = n+1, false
			}
		}
		return n
	}
	here := block(q.from)
	var near *anchor
	far := func(a *anchor) int { return max(a.Start-q.from, q.from-a.Start) }
	for i := range q.source.anchors {
		a := &q.source.anchors[i]
		if a.Paragraph > 0 && q.source.matches[i] && (near == nil || far(a) < far(near)) {
			near = a
		}
	}
	if near == nil {
		return here
	}
	return max(0, near.Paragraph+here-block(near.Start))
}

func (q *quote) addPassage() {
	c, _ := q.selected()
	if c == nil || q.none() {
		return
	}
	p := q.passage()
	q.source.desk.Do("Anchor claim", func(e *argument.Edit) error {
		return e.UpdateClaim(c.ID, func(c *argument.Claim) { c.Passages = append(slices.Clone(c.Passages), p) })
	})
	q.renew()
}

func (q *quote) removePassage() {
	c, _ := q.selected()
	i := q.index(c)
	if i < 0 {
		return
	}
	q.source.desk.Do("Remove passage", func(e *argument.Edit) error {
		return e.UpdateClaim(c.ID, func(c *argument.Claim) { c.Passages = slices.Delete(slices.Clone(c.Passages), i, i+1) })
	})
	q.renew()
}

func (q *quote) addEvidence() {
	_, l := q.selected()
	if l == nil || q.none() {
		return
	}
	p, said := q.passage(), q.said()
	q.source.desk.Do("Add evidence", func(e *argument.Edit) error {
		id := e.NewID("e")
		return e.UpdateLink(l.ID, func(l *argument.Link) {
			l.Evidence = append(slices.Clone(l.Evidence), argument.Evidence{
				ID: id, Kind: argument.Publication, Text: said, Source: p.Source, Passages: []argument.Passage{p}, Stance: argument.For,
			})
		})
	})
	q.set(0, 0)
}

func (q *quote) addClaim() {
	if q.none() {
		return
	}
	said, p := q.said(), q.passage()
	q.set(0, 0)
	q.source.desk.Tool.Quote(said, p)
}

// sweep follows a hand that drags from a place on line i to another, both
// from that line's upper left corner. It takes whole words.
func (q *quote) sweep(i int, height float32, from, to fyne.Position) {
	set := q.source.set
	at := func(p fyne.Position) int {
		j := i
		for y := p.Y; y < 0 && j > 0; y += height {
			j--
		}
		for y := p.Y; y >= height && j < len(set)-1; y -= height {
			j++
		}
		return set[j].start + characterAt(set[j].text, p.X-sourceLeft)
	}
	if i >= len(set) || height <= 0 {
		return
	}
	begin, end := at(from), at(to)
	text := q.source.text
	begin, end = max(min(begin, end), 0), min(max(begin, end), len(text))
	for begin > 0 && begin < end && inWord(text, begin) {
		begin--
	}
	for end > begin && end < len(text) && inWord(text, end) {
		end++
	}
	q.set(begin, end)
}

// inWord reports whether a place is inside a word, in a script that puts
// blanks between words.
func inWord(text []rune, at int) bool {
	part := func(r rune) bool {
		return unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) ||
			unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Armenian, unicode.Georgian, unicode.Hangul)
	}
	return part(text[at-1]) && part(text[at])
}

// extend chooses the sentence of line i, or where something is chosen, the
// next sentence too.
func (q *quote) extend(i int) {
	text := q.source.text
	if i >= len(q.source.set) {
		return
	}
	from, at := q.from, q.to
	if q.none() {
		from, at = -1, q.source.set[i].start
	}
	begin := min(at, len(text))
	for begin > 0 && text[begin-1] != '\n' {
		begin--
	}
	for begin < len(text) {
		end := begin
		for end < len(text) && text[end] != '\n' {
			end++
		}
		block, done := string(text[begin:end]), 0
		for _, sentence := range argument.Sentences(block) {
			k := strings.Index(block[done:], sentence)
			if k < 0 {
				break
			}
			start := begin + len([]rune(block[:done+k]))
			done += k + len(sentence)
			if stop := begin + len([]rune(block[:done])); stop > at {
				if from < 0 {
					from = start
				}
				q.set(from, stop)
				return
			}
		}
		begin = end + 1
	}
}
