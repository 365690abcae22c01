package argument_test

import (
	"math"
	"reflect"
	"testing"

	"warrant/argument"
)

// script turns bytes into edits, so that a fuzzer can look for those that
// break something. Numbers are small, so that they often name what is there.
type script struct{ rest []byte }

func (s *script) next() int {
	if len(s.rest) == 0 {
		return 0
	}
	b := s.rest[0]
	s.rest = s.rest[1:]
	return int(b)
}

func (s *script) id() argument.ID {
	return []argument.ID{"a", "b", "c", "d", "e", "f", "g", "h", "", "i", "j", "k", "\xff", "x", "y", "z"}[s.next()%16]
}

func (s *script) ids() (ids []argument.ID) {
	for range s.next() % 4 {
		ids = append(ids, s.id())
	}
	return ids
}

func (s *script) text() string {
	return []string{"", "a claim", "\xff", "\x00", "\u202e", "e\u0301"}[s.next()%6]
}

func (s *script) number() float64 {
	return []float64{0, 0.5, 1, -1, 300, 1e308, math.NaN(), math.Inf(1), math.Copysign(0, -1)}[s.next()%9]
}

func (s *script) kind() argument.Kind {
	return []argument.Kind{argument.Supports, argument.Opposes, "", "likes"}[s.next()%4]
}

func (s *script) evidence() (all []argument.Evidence) {
	for range s.next() % 3 {
		all = append(all, argument.Evidence{
			ID: s.id(), Kind: argument.EvidenceKinds[s.next()%len(argument.EvidenceKinds)], Text: s.text(), Source: s.id(),
			Passages: []argument.Passage{{Source: s.id(), Start: s.next() - 2, End: s.next()}},
		})
	}
	return all
}

// edit does one thing to a map. Its errors are ignored: the edit goes on, as
// a careless caller's might.
func (s *script) edit(e *argument.Edit) {
	switch s.next() % 19 {
	case 0, 1:
		_, _ = e.AddClaim(argument.Claim{ID: s.id(), Text: s.text(), At: argument.Point{X: s.number(), Y: s.number()}, Width: s.number(), Color: argument.Color(s.text())})
	case 2, 3:
		_, _ = e.AddLink(argument.Link{ID: s.id(), Kind: s.kind(), From: s.ids(), To: s.id(), Evidence: s.evidence()})
	case 4:
		_ = e.UpdateClaim(s.id(), func(c *argument.Claim) {
			c.Text, c.ID, c.Tags = s.text(), s.id(), []string{s.text()}
			c.Passages = []argument.Passage{{Source: s.id(), Start: s.next() - 2, End: s.next()}}
		})
	case 5:
		_ = e.UpdateLink(s.id(), func(l *argument.Link) { l.Kind, l.From, l.To, l.Evidence = s.kind(), s.ids(), s.id(), s.evidence() })
	case 6:
		_ = e.AddPremise(s.id(), s.id())
	case 7:
		e.Remove(s.ids()...)
	case 8:
		_ = e.MoveClaim(s.id(), argument.Point{X: s.number(), Y: s.number()})
	case 9:
		e.SetInfo(func(i *argument.Info) { i.Title, i.Contention = s.text(), s.id() })
	case 10:
		_, _ = e.AddSource(argument.Source{ID: s.id(), Title: s.text()})
	case 11:
		_ = e.RemoveSource(s.id())
	case 12:
		_, _ = e.AddStep(argument.Step{ID: s.id(), Focus: s.ids(), Reveal: s.ids(), Say: s.text()})
	case 13:
		_ = e.UpdateStep(s.id(), func(p *argument.Step) { p.Focus, p.Reveal = s.ids(), s.ids() })
	case 14:
		_, _ = e.InsertClaim(s.id(), s.id())
	case 15:
		_, _ = e.MergeClaims(s.id(), s.ids()...)
	case 16:
		_, _ = e.SplitClaim(s.id(), []string{s.text(), s.text()})
	case 17:
		_, _, _ = e.EvidenceToClaim(s.id(), s.id())
	case 18:
		_, _, _ = e.ClaimToEvidence(s.id())
	}
}

// Whatever is done to a map, it keeps every rule; what is refused leaves no
// trace; and all that was done can be undone and done again.
func FuzzEdits(f *testing.F) {
	for _, seed := range []string{
		"", "\x01\x00\x00\x01\x00\x00\x00\x01\x00\x01\x01\x00\x00\x00",
		// Two claims, a link, a link to the link, and the first is removed.
		"\x02\x00\x00\x01\x00\x00\x00\x00\x01\x01\x00\x00\x00\x01\x02\x02\x00\x01\x01\x00\x00\x01\x02\x03\x01\x01\x01\x02\x00\x01\x07\x01\x00",
		// A link to itself, and two that go to each other.
		"\x03\x00\x00\x01\x00\x00\x00\x02\x02\x00\x01\x00\x02\x00\x02\x03\x00\x01\x00\x04\x00\x01\x05\x04\x00\x01\x00\x03\x00",
		"\x02\x0a\x00\x01\x00\x01\x01\x00\x00\x00\x04\x01\x01\x00\x00\x00\x03\x09\x0b\x00", "\x01\x0c\x03\x02\x00\x01\x01\x00\x00\x0d\x03\x01\x07",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return // more is only slower
		}
		s := &script{data}
		doc := argument.NewDocument(argument.Empty("fuzz", ""))
		states := []argument.Parts{doc.Map().Parts()}
		for len(s.rest) > 0 {
			before := doc.Map().Parts()
			err := doc.Do("edit", func(e *argument.Edit) error {
				for range 1 + s.next()%3 {
					s.edit(e)
				}
				return nil
			})
			now := doc.Map().Parts()
			if err != nil && !reflect.DeepEqual(before, now) {
				t.Fatalf("refused (%v), and yet something changed:\n%+v\n%+v", err, before, now)
			}
			if faults := argument.Faults(now, 1); len(faults) > 0 {
				t.Fatalf("allowed, and against the rules: %v\n%+v", faults[0], now)
			}
			if done, _ := doc.History(); len(done) == len(states) {
				states = append(states, now)
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			if !doc.Undo() || !reflect.DeepEqual(doc.Map().Parts(), states[i]) {
				t.Fatalf("undone to step %d: %+v\nwant %+v", i, doc.Map().Parts(), states[i])
			}
		}
		for i := 1; i < len(states); i++ {
			if !doc.Redo() || !reflect.DeepEqual(doc.Map().Parts(), states[i]) {
				t.Fatalf("done again to step %d: %+v\nwant %+v", i, doc.Map().Parts(), states[i])
			}
		}
	})
}
