package credence_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// After any edit, undo or redo an updated evaluation equals a new one, and
// what Update did not name has not changed.
func TestUpdateEqualsEvaluate(t *testing.T) {
	for seed := range uint64(60) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 3))
			doc := argument.NewDocument(randomMap(r, 5+r.IntN(40), 2*r.IntN(40), seed%3 == 0))
			o := credence.OptionsOf(doc.Map())
			if seed%4 == 1 {
				o.Without = []argument.ID{"l1", "l3", "c1"}
				o.Set = map[argument.ID]float64{"c2": .9, "l2": .1}
			}
			e := credence.Evaluate(doc.Map(), o)
			var steps []string
			doc.Observe(func(d argument.Difference) {
				before := shot(doc.Map(), e)
				named := make(map[argument.ID]bool)
				claims, links := e.Update(d)
				for _, id := range append(claims, links...) {
					named[id] = true
				}
				want := credence.Evaluate(doc.Map(), e.Options())
				after := shot(doc.Map(), e)
				for id, w := range shot(doc.Map(), want) {
					if !alike(after[id], w) {
						t.Fatalf("after %q:\n%s is %v,\nbut evaluated anew %v", steps, id, after[id], w)
					}
					if old, was := before[id]; !named[id] && (!was || !alike(old, w)) {
						t.Fatalf("after %q:\n%s went from %v to %v, which Update does not say", steps, id, old, w)
					}
				}
			})
			for range 100 {
				label := randomStep(r, doc, seed%3 == 0)
				steps = append(steps, label)
			}
		})
	}
}

type shown struct {
	claim credence.Value
	link  credence.LinkValue
}

func shot(m *argument.Map, e *credence.Evaluation) map[argument.ID]shown {
	s := make(map[argument.ID]shown)
	for c := range m.Claims() {
		s[c.ID] = shown{claim: e.Claim(c.ID)}
	}
	for l := range m.Links() {
		s[l.ID] = shown{link: e.Link(l.ID)}
	}
	return s
}

func alike(a, b shown) bool {
	near := func(x, y float64) bool { return math.Abs(x-y) <= 1e-9 }
	return near(a.claim.Credence, b.claim.Credence) && near(a.claim.Low, b.claim.Low) && near(a.claim.High, b.claim.High) &&
		a.claim.Known == b.claim.Known && a.link.Known == b.link.Known &&
		a.link.Stated == b.link.Stated && a.link.HasSuggestion == b.link.HasSuggestion &&
		near(a.link.Base, b.link.Base) && near(a.link.Suggested, b.link.Suggested) &&
		near(a.link.Strength, b.link.Strength) && near(a.link.Low, b.link.Low) && near(a.link.High, b.link.High) &&
		near(a.link.Group, b.link.Group) && near(a.link.Delivers, b.link.Delivers) &&
		near(a.link.DeliversLow, b.link.DeliversLow) && near(a.link.DeliversHigh, b.link.DeliversHigh)
}

// newID names what an edit adds; the document's own names are not drawn from
// the seed.
func newID(r *rand.Rand) argument.ID { return argument.ID(fmt.Sprintf("n%08x", r.Uint32())) }

// randomStep changes the document somehow and says how.
func randomStep(r *rand.Rand, doc *argument.Document, circles bool) string {
	m := doc.Map()
	var claims, links []argument.ID
	for c := range m.Claims() {
		claims = append(claims, c.ID)
	}
	for l := range m.Links() {
		links = append(links, l.ID)
	}
	label := ""
	say := func(format string, a ...any) { label += fmt.Sprintf(format+" ", a...) }
	change := func(e *argument.Edit) error {
		m := e.Map()
		aClaim := func() argument.ID {
			if id := claims[r.IntN(len(claims))]; m.Claim(id) != nil {
				return id
			}
			return ""
		}
		aLink := func() argument.ID {
			if len(links) > 0 {
				if id := links[r.IntN(len(links))]; m.Link(id) != nil {
					return id
				}
			}
			return ""
		}
		if len(claims) == 0 {
			_, err := e.AddClaim(argument.Claim{ID: newID(r), Text: "x"})
			return err
		}
		c, l := aClaim(), aLink()
		switch r.IntN(12) {
		case 0:
			say("prior %s", c)
			_ = e.UpdateClaim(c, func(c *argument.Claim) { c.Prior = randomDegree(r) })
		case 1:
			say("move %s", c)
			_ = e.MoveClaim(c, argument.Point{X: r.Float64()})
		case 2, 3:
			say("confidence %s", l)
			_ = e.UpdateLink(l, func(l *argument.Link) { l.Confidence = randomDegree(r) })
		case 4:
			say("evidence %s", l)
			_ = e.UpdateLink(l, func(l *argument.Link) { l.Evidence = randomEvidence(r) })
		case 5:
			id, _ := e.AddClaim(argument.Claim{ID: newID(r), Text: "x", Prior: randomDegree(r)})
			say("add %s", id)
			if to := aClaim(); to != "" && r.IntN(3) > 0 {
				_, _ = e.AddLink(argument.Link{ID: newID(r), Kind: argument.Supports, From: []argument.ID{id}, To: to})
			}
		case 6, 7:
			link := randomLink(r, claims, links, circles)
			say("link %v to %s", link.From, link.To)
			link.ID = newID(r)
			_, err := e.AddLink(link)
			return err
		case 8:
			say("remove %s", c)
			e.Remove(c)
		case 9:
			say("remove %s", l)
			e.Remove(l)
		case 10:
			link := randomLink(r, claims, links, circles)
			say("rewire %s as %v to %s", l, link.From, link.To)
			_ = e.UpdateLink(l, func(l *argument.Link) { l.From, l.To, l.Kind = link.From, link.To, link.Kind })
		case 11:
			switch r.IntN(4) {
			case 0:
				say("semantics")
				e.SetInfo(func(i *argument.Info) { i.Evaluation.Semantics = randomSemantics(r) })
			case 1:
				say("premises")
				e.SetInfo(func(i *argument.Info) { i.Evaluation.Premises = argument.Product })
			case 2: // the same name for something else
				say("%s becomes another", l)
				if l != "" {
					e.Remove(l)
					_, _ = e.AddClaim(argument.Claim{ID: l, Text: "x"})
				}
			case 3:
				say("%s goes and comes back", c)
				if c != "" {
					e.Remove(c)
					_, _ = e.AddClaim(argument.Claim{ID: c, Text: "x", Prior: randomDegree(r)})
				}
			}
		}
		return nil
	}
	switch k := r.IntN(10); {
	case k == 0:
		label = "undo"
		doc.Undo()
	case k == 1:
		label = "redo"
		doc.Redo()
	case k == 2:
		label = "several: "
		_ = doc.Do("x", func(e *argument.Edit) error {
			for range 5 {
				if err := change(e); err != nil {
					return err
				}
			}
			return nil
		})
	default:
		_ = doc.Do("x", change)
	}
	return label
}
