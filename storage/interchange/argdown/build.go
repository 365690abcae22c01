package argdown

import (
	"fmt"
	"slices"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// builder makes the map of what was read. Claims and links are named by their
// places in its lists.
type builder struct {
	*reader
	claims []argument.Claim
	claim  []int // of a statement; -1 for one that is but a word for a relation
	links  []made
	by     []int       // the link that an inference is
	ways   map[int]int // the inference that a conclusion which is but a word is of
	borne  map[bearing]bool
	out    map[int]int // the first link that a claim is a premise of
}

// made is a link in the making.
type made struct {
	argument.Link
	from   []int
	to     int // a claim, or a link where onLink
	onLink bool
	line   int
}

// parts makes the map.
func (r *reader) parts() (argument.Parts, error) {
	b := builder{reader: r, ways: make(map[int]int), borne: make(map[bearing]bool), out: make(map[int]int)}
	b.passing()
	b.makeClaims()
	b.makeSteps()
	b.relate()
	b.unwind()
	switch {
	case len(b.claims) > argument.MaxClaims:
		return argument.Parts{}, &loss.Fault{Problem: fmt.Sprintf("the text makes %d claims, but a map holds at most %d", len(b.claims), argument.MaxClaims)}
	case len(b.links) > argument.MaxLinks:
		return argument.Parts{}, &loss.Fault{Problem: fmt.Sprintf("the text makes %d links, but a map holds at most %d", len(b.links), argument.MaxLinks)}
	}
	p := argument.Parts{Info: r.info, Claims: b.claims, Sources: r.sources, Links: make([]argument.Link, len(b.links))}
	p.Info.Title = strings.ToValidUTF8(p.Info.Title, "\uFFFD")
	p.Info.Contention = b.contention()
	for i := range b.links {
		l := &b.links[i]
		for _, f := range l.from {
			l.From = append(l.From, b.claims[f].ID)
		}
		l.ID = linkID(i)
		if l.To = linkID(l.to); !l.onLink {
			l.To = b.claims[l.to].ID
		}
		p.Links[i] = l.Link
	}
	return p, nil
}

func linkID(i int) argument.ID { return argument.ID("l" + decimal(i+1)) }

// passing finds the conclusions that are but words for a relation: those of
// inferences that say so, where the one relation they have leads on.
func (b *builder) passing() {
	b.claim = make([]int, len(b.all))
	for i := range b.steps {
		if s := &b.steps[i]; s.through && b.all[s.own].title == "" {
			s.to = -1
			b.claim[s.own] = -1
			b.ways[s.own] = i
		}
	}
}

func (b *builder) makeClaims() {
	titles := 0
	add := func(s *statement) int {
		c := s.claim
		c.ID = argument.ID("c" + decimal(len(b.claims)+1))
		c.Note = strings.ToValidUTF8(strings.Join(s.notes, "\n"), "\uFFFD")
		switch {
		case s.exactly:
			c.Text = s.exact
		case s.text != "":
			c.Text = s.text
			if s.title != "" && s.title != s.text {
				titles++
			}
		default:
			c.Text = s.title
		}
		c.Text = strings.ToValidUTF8(c.Text, "\uFFFD")
		b.claims = append(b.claims, c)
		return len(b.claims) - 1
	}
	type place struct {
		line int
		of   *int // where the number of the claim goes
		say  *statement
	}
	var order []place
	for i := range b.all {
		if b.claim[i] >= 0 {
			order = append(order, place{b.all[i].line, &b.claim[i], &b.all[i]})
		}
	}
	for i := range b.reasons { // an argument without a structure is a claim
		if r := &b.reasons[i]; len(r.steps) == 0 {
			order = append(order, place{r.like.line, &r.claim, &r.like})
		}
	}
	slices.SortStableFunc(order, func(a, b place) int { return a.line - b.line })
	for _, p := range order {
		*p.of = add(p.say)
	}
	b.lost.AddCount(titles, "titles of statements and arguments")
}

// makeSteps makes the links that inferences are.
func (b *builder) makeSteps() {
	b.by = make([]int, len(b.steps))
	for i := range b.steps {
		s := &b.steps[i]
		b.by[i] = len(b.links)
		l := made{Link: s.link, line: s.line}
		l.Kind = argument.Supports
		seen := make(map[int]bool, len(s.from))
		for _, f := range s.from {
			switch c := b.claim[f]; {
			case c < 0:
				b.lost.Add(s.line, "a premise that is but a word for a relation")
			case seen[c]:
				b.lost.Add(s.line, fmt.Sprintf("a premise that stands twice: %q", b.claims[c].Text))
			default:
				seen[c] = true
				l.from = append(l.from, c)
			}
		}
		if s.to >= 0 {
			l.to = b.claim[s.to]
		}
		if l.to < 0 || s.to < 0 { // relate finds it
			l.to = -1
		}
		b.add(l)
	}
	for i := range b.reasons {
		r := &b.reasons[i]
		if len(r.steps) == 0 {
			continue
		}
		last := &b.links[b.by[r.steps[len(r.steps)-1]]]
		last.Note = lines(append(r.like.notes, r.like.text, last.Note)...)
		if r.like.confidence.IsSet() {
			last.Confidence = r.like.confidence
		}
		if len(r.like.claim.Tags) > 0 || r.like.claim.Prior.IsSet() {
			b.lost.Add(r.like.line, fmt.Sprintf("the tags and prior of the argument %q", r.like.title))
		}
	}
}

// lines joins the texts that say something, a line each.
func lines(texts ...string) string {
	said := slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return t == "" })
	return strings.ToValidUTF8(strings.Join(said, "\n"), "\uFFFD")
}

func (b *builder) add(l made) {
	for _, f := range l.from {
		if _, known := b.out[f]; !known {
			b.out[f] = len(b.links)
		}
	}
	b.links = append(b.links, l)
}

// contention is the claim that the map is about.
func (b *builder) contention() argument.ID {
	for i := range b.all {
		if b.all[i].main && b.claim[i] >= 0 {
			return b.claims[b.claim[i]].ID
		}
	}
	for i := range b.claims {
		if _, bears := b.out[i]; !bears {
			return b.claims[i].ID
		}
	}
	if len(b.claims) > 0 {
		return b.claims[0].ID
	}
	return ""
}
