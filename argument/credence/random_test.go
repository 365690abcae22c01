package credence_test

import (
	"fmt"
	"math/rand/v2"

	"warrant/argument"
)

var everySemantics = []argument.Semantics{argument.DFQuAD, argument.QuadraticEnergy, argument.EulerBased, argument.LogOdds}

func randomSemantics(r *rand.Rand) argument.Semantics {
	return everySemantics[r.IntN(len(everySemantics))]
}

// randomDegree is unset, 0 or 1 more often than chance has it.
func randomDegree(r *rand.Rand) argument.Degree {
	switch r.IntN(8) {
	case 0, 1:
		return argument.Unset
	case 2:
		return argument.Stated(float64(r.IntN(2)))
	}
	return argument.Stated(r.Float64())
}

func randomEvidence(r *rand.Rand) (es []argument.Evidence) {
	for i := range r.IntN(4) {
		es = append(es, argument.Evidence{
			ID: argument.ID(fmt.Sprint("e", i)), Kind: argument.Expert, Reliability: randomDegree(r),
			Stance: []argument.Stance{argument.For, argument.Against, ""}[r.IntN(3)],
		})
	}
	return es
}

// randomLink joins claims to a claim or, now and then, to a link. Without
// circles, premises stand later in the list than the target.
func randomLink(r *rand.Rand, claims, links []argument.ID, circles bool) argument.Link {
	l := argument.Link{Kind: argument.Supports, Confidence: randomDegree(r), Evidence: randomEvidence(r)}
	if r.IntN(5) < 2 {
		l.Kind = argument.Opposes
	}
	to := r.IntN(len(claims))
	l.To = claims[to]
	for range 1 + r.IntN(3)*r.IntN(2) {
		f := claims[r.IntN(len(claims))]
		if !circles {
			f = claims[min(to+1+r.IntN(1+len(claims)/3), len(claims)-1)]
		}
		if len(l.From) == 0 || l.From[len(l.From)-1] != f {
			l.From = append(l.From, f)
		}
	}
	if len(links) > 0 && r.IntN(4) == 0 {
		l.To = links[r.IntN(len(links))]
	}
	return l
}

// randomMap draws links until n are legal. Even without circles among the
// claims as they are listed, links onto links make some.
func randomMap(r *rand.Rand, claims, links int, circles bool) *argument.Map {
	doc := argument.NewDocument(argument.Empty("m", "m"))
	var cs, ls []argument.ID
	_ = doc.Do("claims", func(e *argument.Edit) error {
		e.SetInfo(func(i *argument.Info) { i.Evaluation.Semantics = randomSemantics(r) })
		for i := range claims {
			id, err := e.AddClaim(argument.Claim{ID: argument.ID(fmt.Sprint("c", i)), Text: "x", Prior: randomDegree(r)})
			if err != nil {
				return err
			}
			cs = append(cs, id)
		}
		return nil
	})
	for i := range links {
		l := randomLink(r, cs, ls, circles)
		l.ID = argument.ID(fmt.Sprint("l", i))
		if doc.Do("link", func(e *argument.Edit) error { _, err := e.AddLink(l); return err }) == nil {
			ls = append(ls, l.ID)
		}
	}
	return doc.Map()
}
