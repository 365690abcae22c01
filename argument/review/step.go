package review

import (
	"slices"
	"strings"

	"warrant/argument"
	"warrant/argument/credence"
)

// The distances from which on a stated confidence disagrees with what the
// evidence suggests: above it, and below it. Caution is less of a fault.
const (
	tooSure  = 0.35
	tooShy   = 0.5
	enoughOf = 3 // items without which a suggestion says little against a person
)

// steps looks at each link by itself.
//
// Of links without evidence one thing is said. Bare: no confidence is stated
// either. Critical: a scheme was chosen, and nothing answers what it asks, no
// note and nothing that underpins or undercuts the link. NoEvidence: any other
// whose premises are leaves; a step between claims that are themselves argued
// for often needs none, nor does one onto another link. Unsourced:
// evidence of a kind that is somebody's word or work (expert, statistic,
// document, law, publication) without source, address, passage and place.
// Unlocated: it has a source, but neither place nor passage nor address.
// Unrated: evidence without a reliability. Disagreeing: a stated confidence is
// .35 or more above what its evidence suggests, every item of which is rated; or
// .5 or more below what three items or more suggest.
func (v *review) steps() {
	for l := range v.m.Links() {
		if len(l.Evidence) == 0 {
			v.bare(l)
		}
		for i := range l.Evidence {
			v.item(l, &l.Evidence[i])
		}
		v.disagreeing(l)
	}
}

func (v *review) bare(l *argument.Link) {
	r := on(NoEvidence, l.ID)
	r.Mends = []Mend{{Way: AddEvidence, Link: l.ID}}
	questions := Questions(l.Scheme)
	switch {
	case !l.Confidence.IsSet():
		r.Kind = Bare
	case len(questions) > 0 && strings.TrimSpace(l.Note) == "" && v.m.NumIncoming(l.ID) == 0:
		r.Kind, r.Args = Critical, []any{Phrase(questions[0])}
		r.Mends = append(r.Mends, Mend{Way: AddObjection, Link: l.ID})
	case v.m.Link(l.To) != nil || slices.ContainsFunc(l.From, func(p argument.ID) bool { return v.m.NumIncoming(p) > 0 }):
		return
	}
	v.note(r)
}

func (v *review) item(l *argument.Link, e *argument.Evidence) {
	about := func(k Kind) {
		r := on(k, l.ID)
		r.Evidence = e.ID
		r.Mends = []Mend{{Way: OpenEvidence, Link: l.ID, Evidence: e.ID}}
		v.note(r)
	}
	placed := strings.TrimSpace(e.Locator) != "" || e.URL != "" || len(e.Passages) > 0
	switch e.Kind {
	case argument.Expert, argument.Statistic, argument.Exhibit, argument.Law, argument.Publication:
		switch {
		case e.Source == "" && !placed:
			about(Unsourced)
		case e.Source != "" && !placed:
			about(Unlocated)
		}
	}
	if !e.Reliability.IsSet() {
		about(Unrated)
	}
}

func (v *review) disagreeing(l *argument.Link) {
	stated, ok := l.Confidence.Value()
	if !ok || len(l.Evidence) == 0 {
		return
	}
	for _, e := range l.Evidence {
		if !e.Reliability.IsSet() {
			return
		}
	}
	suggested, _ := credence.Suggest(l.Evidence, v.m.Info().Evaluation.Semantics)
	if stated-suggested < tooSure && (suggested-stated < tooShy || len(l.Evidence) < enoughOf) {
		return
	}
	r := on(Disagreeing, l.ID, Share(stated), Share(suggested))
	r.Mends = []Mend{{Way: FollowEvidence, Link: l.ID}}
	v.note(r)
}
