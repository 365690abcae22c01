package merge

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"warrant/argument"
)

var seedFlag = flag.Uint64("seed", 0, "make the random edits of this seed")

// rounds calls check with sources of random numbers whose seeds are printed
// when it fails.
func rounds(t *testing.T, n int, check func(t *testing.T, r *rand.Rand)) {
	t.Helper()
	seeds := make([]uint64, n)
	for i := range seeds {
		seeds[i] = rand.Uint64()
	}
	if *seedFlag != 0 {
		seeds = []uint64{*seedFlag}
	}
	for _, seed := range seeds {
		check(t, rand.New(rand.NewPCG(seed, 0)))
		if t.Failed() {
			t.Fatalf("again with -seed %d", seed)
		}
	}
}

// choices is where random decisions come from: a seed, or the bytes of a
// fuzzer.
type choices interface{ IntN(int) int }

// person edits a map at random, and knows only of some of its records.
type person struct {
	choices
	doc  *argument.Document
	name string        // begins the IDs of what this person adds
	mine func(id) bool // nil: all
}

func (p *person) pick(ids []id) id {
	if p.mine != nil {
		ids = slices.DeleteFunc(ids, func(n id) bool { return !p.mine(n) })
	}
	if len(ids) == 0 {
		return "nobody"
	}
	return ids[p.IntN(len(ids))]
}

func (p *person) claim() id  { return p.pick(listed(p.doc.Map().Claims())) }
func (p *person) link() id   { return p.pick(listed(p.doc.Map().Links())) }
func (p *person) source() id { return p.pick(listed(p.doc.Map().Sources())) }
func (p *person) step() id   { return p.pick(listed(p.doc.Map().Steps())) }

func (p *person) thing() id {
	if p.IntN(3) == 0 {
		return p.link()
	}
	return p.claim()
}

func listed[R any](rs func(func(*R) bool)) (ids []id) {
	for r := range rs {
		ids = append(ids, idOf(r))
	}
	return ids
}

// id is a new ID, one in eight of which the other may choose as well.
func (p *person) id(prefix string) id {
	if p.mine == nil && p.IntN(8) == 0 {
		return id(fmt.Sprint(prefix, "-both-", p.IntN(4)))
	}
	return id(fmt.Sprint(prefix, "-", p.name, "-", p.IntN(1_000_000)))
}

func (p *person) text() string {
	return fmt.Sprintf("w%d x%d y%d z%d", p.IntN(1000), p.IntN(1000), p.IntN(1000), p.IntN(1000))
}

func (p *person) degree() argument.Degree { return argument.Stated(float64(p.IntN(101)) / 100) }

// edit makes one change; those that break a rule do nothing.
func (p *person) edit() {
	_ = p.doc.Do("edit", func(x *argument.Edit) (err error) {
		n := p.claim()
		l := p.link()
		switch p.IntN(30) {
		case 0, 1:
			_, err = x.AddClaim(claim{ID: p.id("c"), Text: p.text(), Prior: p.degree()})
		case 2, 3, 4:
			c, err := x.AddClaim(claim{ID: p.id("c"), Text: p.text()})
			if err != nil {
				return err
			}
			_, err = x.AddLink(link{ID: p.id("l"), Kind: argument.Supports, From: []id{c}, To: p.thing(), Confidence: p.degree()})
			return err
		case 5, 6:
			_, err = x.AddLink(link{ID: p.id("l"), Kind: argument.Opposes, From: []id{n}, To: p.thing()})
		case 7:
			return x.UpdateClaim(n, func(c *claim) { c.Text = p.text() })
		case 8:
			return x.UpdateClaim(n, func(c *claim) { c.Prior = p.degree() })
		case 9:
			return x.UpdateClaim(n, func(c *claim) { c.Note = p.text() })
		case 10:
			tag := fmt.Sprint("t", p.IntN(5))
			return x.UpdateClaim(n, func(c *claim) { c.Tags = append(without(c.Tags, func(t string) bool { return t == tag }), tag) })
		case 11:
			return x.UpdateClaim(n, func(c *claim) { c.Tags = c.Tags[min(1, len(c.Tags)):] })
		case 12, 13:
			return x.MoveClaim(n, argument.Point{X: float64(p.IntN(9)), Y: float64(p.IntN(9))})
		case 14:
			return x.UpdateClaim(n, func(c *claim) {
				c.Pinned, c.Width, c.Color = !c.Pinned, float64(100+p.IntN(3)), argument.Colors[p.IntN(3)]
			})
		case 15:
			return x.UpdateLink(l, func(l *link) { l.Confidence = p.degree() })
		case 16:
			return x.UpdateLink(l, func(l *link) { l.Kind = l.Kind.Opposite() })
		case 17:
			to := p.thing()
			return x.UpdateLink(l, func(l *link) { l.To = to }) // perhaps a ring
		case 18:
			return x.AddPremise(l, n)
		case 19:
			return x.UpdateLink(l, func(l *link) { l.From = l.From[1:] }) // perhaps the last
		case 20:
			item := evidence{ID: p.id("e"), Kind: argument.Law, Text: p.text()}
			if s := p.source(); s != "nobody" {
				item.Source = s
			}
			return x.UpdateLink(l, func(l *link) { l.Evidence = append(slices.Clone(l.Evidence), item) })
		case 21, 22:
			return x.UpdateLink(l, func(l *link) {
				if len(l.Evidence) == 0 {
					return
				}
				l.Evidence = slices.Clone(l.Evidence)
				i := p.IntN(len(l.Evidence))
				switch p.IntN(4) {
				case 0:
					l.Evidence[i].Text = p.text()
				case 1:
					l.Evidence[i].Reliability = p.degree()
				case 2:
					l.Evidence = slices.Delete(l.Evidence, i, i+1)
				case 3:
					l.Evidence[0], l.Evidence[i] = l.Evidence[i], l.Evidence[0]
				}
			})
		case 23, 24:
			x.Remove(p.thing())
		case 25:
			_, err = x.AddSource(source{ID: p.id("s"), Title: p.text()})
		case 26:
			s := p.source()
			if p.IntN(3) == 0 {
				return x.RemoveSource(s)
			}
			at := passage{Source: s, End: p.IntN(9)}
			return x.UpdateClaim(n, func(c *claim) { c.Passages = append(slices.Clone(c.Passages), at) })
		case 27:
			_, err = x.AddStep(step{ID: p.id("p"), Title: p.text(), Focus: []id{n}})
		case 28:
			s := p.step()
			if p.IntN(3) == 0 {
				return x.RemoveStep(s)
			}
			return x.UpdateStep(s, func(s *step) { s.Focus = append(slices.Clone(s.Focus), n) })
		case 29:
			if p.mine == nil {
				title := p.text()
				x.SetInfo(func(i *info) {
					if p.IntN(2) == 0 {
						i.Title = title
					} else if n != "nobody" {
						i.Contention = n
					}
				})
			}
		}
		return err
	})
}

// branch is a copy of a map after some edits.
func branch(t testing.TB, r choices, m *argument.Map, name string, edits int, mine func(id) bool) *argument.Map {
	t.Helper()
	p := &person{r, argument.NewDocument(copyOf(t, m)), name, mine}
	for range edits {
		p.edit()
	}
	return p.doc.Map()
}

func copyOf(t testing.TB, m *argument.Map) *argument.Map {
	t.Helper()
	return build(t, m.Parts())
}

func build(t testing.TB, p argument.Parts) *argument.Map {
	t.Helper()
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// three returns a map and two that were made of it.
func three(t testing.TB, r choices) (base, mine, theirs *argument.Map) {
	base = branch(t, r, argument.Empty("m", "title"), "b", 40, nil)
	return base, branch(t, r, base, "m", 1+r.IntN(14), nil), branch(t, r, base, "t", 1+r.IntN(14), nil)
}

// plain is a map as lists, empty ones as nil.
func plain(m *argument.Map) argument.Parts {
	p := m.Parts()
	for i := range p.Claims {
		c := &p.Claims[i]
		c.Tags, c.Passages = without(c.Tags, never), without(c.Passages, never)
	}
	for i := range p.Links {
		l := &p.Links[i]
		l.Evidence = without(l.Evidence, never)
		for j := range l.Evidence {
			l.Evidence[j].Passages = without(l.Evidence[j].Passages, never)
		}
	}
	for i := range p.Sources {
		p.Sources[i].Authors = without(p.Sources[i].Authors, never)
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		s.Focus, s.Reveal = without(s.Focus, never), without(s.Reveal, never)
	}
	p.Claims, p.Links = without(p.Claims, never), without(p.Links, never)
	p.Sources, p.Steps = without(p.Sources, never), without(p.Steps, never)
	return p
}

func never[T any](T) bool { return false }

func equal(t testing.TB, what string, got, want argument.Parts) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: the map is\n%+v\nwant\n%+v", what, got, want)
	}
}

// unordered sorts the records, and what of a record is a set.
func unordered(p argument.Parts) argument.Parts {
	by := func(a, b id) int {
		if a < b {
			return -1
		}
		return 1
	}
	slices.SortFunc(p.Claims, func(a, b claim) int { return by(a.ID, b.ID) })
	slices.SortFunc(p.Links, func(a, b link) int { return by(a.ID, b.ID) })
	slices.SortFunc(p.Sources, func(a, b source) int { return by(a.ID, b.ID) })
	slices.SortFunc(p.Steps, func(a, b step) int { return by(a.ID, b.ID) })
	for i := range p.Claims {
		p.Claims[i].Tags = slices.Sorted(slices.Values(p.Claims[i].Tags))
		p.Claims[i].Passages = slices.SortedFunc(slices.Values(p.Claims[i].Passages), func(a, b passage) int { return by(id(fmt.Sprint(a)), id(fmt.Sprint(b))) })
	}
	for i := range p.Links {
		p.Links[i].From = slices.Sorted(slices.Values(p.Links[i].From))
		p.Links[i].Evidence = slices.SortedFunc(slices.Values(p.Links[i].Evidence), func(a, b evidence) int { return by(a.ID, b.ID) })
	}
	for i := range p.Steps {
		p.Steps[i].Focus = slices.Sorted(slices.Values(p.Steps[i].Focus))
	}
	return p
}
