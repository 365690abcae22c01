package argdown

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// kept is what of a map a text has room for.
const kept = loss.Evidence | loss.Sources | loss.Priors | loss.Confidences | loss.Schemes | loss.ClaimNotes | loss.LinkNotes |
	loss.Tags | loss.Colors | loss.LineBreaks | loss.Hidden | loss.Evaluation

// Write writes a map as a text that Read reads as the same claims and links,
// and says what of the map is not in it. A link of one premise that says
// nothing more is a relation below its target; every other is a
// premise-conclusion structure.
func Write(m *argument.Map) ([]byte, []Lost) {
	w := writer{m: m, titles: make(map[argument.ID]string), taken: make(map[string]bool), many: make(map[string]int), steps: make(map[argument.ID]string), below: make(map[argument.ID][]*argument.Link)}
	for c := range m.Claims() {
		w.titles[c.ID] = w.title(c.Text)
	}
	w.sort()
	w.front()
	for c := range m.Claims() {
		w.claim(c)
	}
	for l := range m.Links() {
		if w.steps[l.ID] != "" {
			w.step(l)
		}
	}
	var lost loss.Losses
	lost.Missing(m, kept)
	texts, more := 0, 0
	for s := range m.Sources() {
		if s.Text != "" {
			texts++
		}
		if s.Extra != "" {
			more++
		}
	}
	lost.AddCount(texts, "the full texts of sources")
	lost.AddCount(more, "what sources have that this version does not know")
	return []byte(w.b.String()), lost.Told()
}

type writer struct {
	m      *argument.Map
	b      strings.Builder
	titles map[argument.ID]string // of claims
	taken  map[string]bool
	many   map[string]int                   // how often a title was taken already
	steps  map[argument.ID]string           // titles of links that are structures
	below  map[argument.ID][]*argument.Link // relations, by their target
}

// longestTitle is how many characters of a claim become its title.
const longestTitle = 40

// title makes a title of what a claim says: its first words, and a number
// where another claim begins with the same.
func (w *writer) title(text string) string {
	var b strings.Builder
	for _, word := range strings.Fields(loss.Said(text)) {
		word = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(".,;?!'’%-–", r) {
				return r
			}
			return -1
		}, word)
		if b.Len() > 0 && b.Len()+len(word) > longestTitle {
			break
		}
		if len(word) > 4*longestTitle {
			word = string([]rune(word)[:longestTitle])
		}
		if b.Len() > 0 && word != "" {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	base := strings.TrimRight(b.String(), ",; ")
	if base == "" {
		base = "Claim"
	}
	return w.free(base)
}

// free makes a title of its own of one.
func (w *writer) free(base string) string {
	t := base
	for w.taken[t] {
		w.many[base]++
		t = base + " " + strconv.Itoa(w.many[base]+1)
	}
	w.taken[t] = true
	return t
}

// sort says which links are relations and which are structures.
func (w *writer) sort() {
	type plain struct {
		kind     argument.Kind
		from, to argument.ID
	}
	seen := make(map[plain]bool)
	n := 0
	for l := range w.m.Links() {
		k := plain{l.Kind, l.From[0], l.To}
		if len(l.From) == 1 && !l.Confidence.IsSet() && l.Scheme == "" && l.Note == "" && len(l.Evidence) == 0 && w.m.NumIncoming(l.ID) == 0 &&
			!seen[k] && l.From[0] != l.To {
			seen[k] = true
			w.below[l.To] = append(w.below[l.To], l)
			continue
		}
		n++
		w.steps[l.ID] = "Step " + strconv.Itoa(n)
	}
}

// front writes what is said of the whole.
func (w *writer) front() {
	info := w.m.Info()
	var lines []string
	if info.Title != "" {
		lines = append(lines, "title: "+quote(info.Title))
	}
	if e := info.Evaluation; e.Semantics != "" || e.Premises != "" {
		lines = append(lines, "evaluation: "+braced([]string{word("semantics", string(e.Semantics)), word("premises", string(e.Premises))}))
	}
	var sources []string
	for s := range w.m.Sources() {
		var authors []string
		for _, a := range s.Authors {
			authors = append(authors, quote(a))
		}
		list := ""
		if len(authors) > 0 {
			list = "authors: [" + strings.Join(authors, ", ") + "]"
		}
		sources = append(sources, braced([]string{said("id", string(s.ID)), said("title", s.Title), list, said("issued", s.Issued), said("url", s.URL)}))
	}
	if len(sources) > 0 {
		lines = append(lines, "sources: ["+strings.Join(sources, ", ")+"]")
	}
	if len(lines) > 0 {
		fmt.Fprintf(&w.b, "===\n%s\n===\n\n", strings.Join(lines, "\n"))
	}
}

// claim writes the definition of a claim and, below it, the relations of
// which it is the target.
func (w *writer) claim(c *argument.Claim) {
	title := w.titles[c.ID]
	text := loss.Said(c.Text)
	fmt.Fprintf(&w.b, "[%s]", title)
	if text != title && text != "" {
		w.b.WriteString(": " + escaped(text))
	}
	var tags []string
	for _, t := range c.Tags {
		if simpleTag.MatchString(t) {
			w.b.WriteString(" #" + t)
		} else {
			tags = append(tags, quote(t))
		}
	}
	held := []string{degreeOf("prior", c.Prior), said("note", c.Note), said("color", string(c.Color))}
	if text != c.Text || text == "" {
		held = append(held, "text: "+quote(c.Text))
	}
	if len(tags) > 0 {
		held = append(held, "tags: ["+strings.Join(tags, ", ")+"]")
	}
	if c.ID == w.m.Info().Contention {
		held = append(held, "contention: true")
	}
	if d := braced(held); d != "{}" {
		w.b.WriteString(" " + d)
	}
	w.b.WriteByte('\n')
	w.relations(c.ID, false)
	w.b.WriteByte('\n')
}

// simpleTag are the tags that need no brackets.
var simpleTag = regexp.MustCompile(`^[\pL\pN][\pL\pN-]*$`)

// relations writes those of a target of which the sign is an undercut, or not.
func (w *writer) relations(target argument.ID, under bool) {
	for _, l := range w.below[target] {
		onLink := w.m.Link(target) != nil
		switch {
		case under != (onLink && l.Kind == argument.Opposes):
		case under:
			fmt.Fprintf(&w.b, "    <_ [%s]\n", w.titles[l.From[0]])
		case l.Kind == argument.Opposes:
			fmt.Fprintf(&w.b, "    - [%s]\n", w.titles[l.From[0]])
		default:
			fmt.Fprintf(&w.b, "    + [%s]\n", w.titles[l.From[0]])
		}
	}
}

// step writes a link as a premise-conclusion structure.
func (w *writer) step(l *argument.Link) {
	title := w.steps[l.ID]
	fmt.Fprintf(&w.b, "<%s>\n\n", title)
	for i, f := range l.From {
		fmt.Fprintf(&w.b, "(%d) [%s]\n", i+1, w.titles[f])
	}
	target := w.m.Link(l.To)
	through := target != nil || l.Kind == argument.Opposes
	scheme := l.Scheme
	held := []string{degreeOf("confidence", l.Confidence), said("note", l.Note)}
	if scheme != "" && !ruleName.MatchString(scheme) {
		held, scheme = append(held, said("scheme", scheme)), ""
	}
	if through {
		held = append(held, "through: true")
	}
	var items []string
	for i := range l.Evidence {
		items = append(items, evidence(&l.Evidence[i]))
	}
	if len(items) > 0 {
		held = append(held, "evidence: ["+strings.Join(items, ", ")+"]")
	}
	if d := braced(held); d != "{}" || scheme != "" {
		if d == "{}" {
			d = ""
		}
		fmt.Fprintf(&w.b, "--\n%s\n--\n", strings.TrimSpace(scheme+" "+d))
	} else {
		w.b.WriteString("----\n")
	}
	w.relations(l.ID, true)
	n := len(l.From) + 1
	switch {
	case !through:
		fmt.Fprintf(&w.b, "(%d) [%s]\n", n, w.titles[l.To])
	case target == nil:
		fmt.Fprintf(&w.b, "(%d) This speaks against @[%s].\n    -> [%s]\n", n, w.titles[l.To], w.titles[l.To])
	case l.Kind == argument.Opposes:
		fmt.Fprintf(&w.b, "(%d) This speaks against @<%s>.\n    _> <%s>\n", n, w.steps[l.To], w.steps[l.To])
	default:
		fmt.Fprintf(&w.b, "(%d) This speaks for @<%s>.\n    +> <%s>\n", n, w.steps[l.To], w.steps[l.To])
	}
	w.b.WriteByte('\n')
	for _, k := range w.below[l.ID] {
		if k.Kind == argument.Supports {
			fmt.Fprintf(&w.b, "<%s>\n", title)
			w.relations(l.ID, false)
			w.b.WriteByte('\n')
			break
		}
	}
}

// ruleName are the schemes that can stand as the name of a rule.
var ruleName = regexp.MustCompile(`^[A-Za-z]+( [A-Za-z]+)*$`)

func evidence(e *argument.Evidence) string {
	return braced([]string{
		word("kind", string(e.Kind)), said("text", e.Text), said("source", string(e.Source)), said("locator", e.Locator), said("url", e.URL),
		degreeOf("reliability", e.Reliability), word("stance", string(e.Stance)), said("note", e.Note),
	})
}

// braced writes data, the empty ones left out.
func braced(held []string) string {
	var full []string
	for _, h := range held {
		if h != "" {
			full = append(full, h)
		}
	}
	return "{" + strings.Join(full, ", ") + "}"
}

// said, word and degreeOf write one of data: any text, a name, a number.
func said(key, text string) string {
	if text == "" {
		return ""
	}
	return key + ": " + quote(text)
}

func word(key, name string) string {
	if name == "" {
		return ""
	}
	return key + ": " + name
}

func degreeOf(key string, d argument.Degree) string {
	v, set := d.Value()
	if !set {
		return ""
	}
	return key + ": " + strconv.FormatFloat(v, 'f', -1, 64)
}

// escaped puts a backslash before what means something within words.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(`\@#*_[]<>{}/=`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
