package panel

import (
	"fmt"
	"slices"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/review"
)

// remarkSays is the sentence of a remark in the language in use.
func remarkSays(r *review.Remark) string {
	args := make([]any, len(r.Args))
	for i, a := range r.Args {
		switch a := a.(type) {
		case review.Share:
			args[i] = language.Percent(float64(a), 0)
		case review.Phrase:
			args[i] = language.Translate(string(a))
		case string:
			args[i] = clip(a, 80)
		default:
			args[i] = a
		}
	}
	text := language.Translate(r.Says())
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// clip is the beginning of a text of the map, on one line.
func clip(text string, most int) string {
	text = oneLine(text)
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// remarkSubject names what a remark is about.
func remarkSubject(m *argument.Map, r *review.Remark) string {
	if len(r.At) == 0 {
		return language.Say("The map as a whole")
	}
	id := r.At[0]
	if s := m.Source(id); s != nil {
		return sourceTitle(s)
	}
	l := m.Link(id)
	if l == nil {
		return claimText(m, id)
	}
	for _, v := range l.Evidence {
		if v.ID == r.Evidence {
			if v.Text == "" {
				return language.Say("(nothing said yet)")
			}
			return oneLine(v.Text)
		}
	}
	return premisesText(m, l)
}

// mendNames are what the presses say; a mend that only opens something says
// so by its ellipsis.
//
//language:texts
var mendNames = map[review.Way]string{
	review.Merge:          "Merge them",
	review.GiveReason:     "Give the reason apart",
	review.Split:          "Split it",
	review.MakeContention: "Make it the contention",
	review.FollowEvidence: "Follow the evidence",
	review.RemoveClaim:    "Remove it",
	review.RemoveSource:   "Remove the source",
	review.EditClaim:      "Edit the claim…",
	review.AddEvidence:    "Add evidence…",
	review.OpenEvidence:   "Open the evidence…",
	review.AddObjection:   "Add an objection…",
	review.OpenSource:     "Show the source…",
}

// mend does what a mend says. The text of a claim is not asked for again.
func (v *Review) mend(d review.Mend) {
	desk := v.desk
	switch d.Way {
	case review.Merge:
		desk.Do("Merge claims", d.Do)
		desk.Go(d.Claims[0])
	case review.GiveReason:
		desk.Tool.GiveReason(d.Claims[0], d.Texts[0], d.Texts[1])
	case review.Split:
		desk.Tool.SplitInto(d.Claims[0], d.Texts)
	case review.MakeContention:
		desk.Do("Make contention", d.Do)
	case review.FollowEvidence:
		desk.Do("Follow the evidence", d.Do)
	case review.RemoveClaim:
		desk.Do("Remove claim", d.Do)
	case review.RemoveSource:
		desk.Do("Remove source", d.Do)
	case review.EditClaim:
		desk.Go(d.Claims[0])
		desk.Tool.KeyDown("F2", 0)
	case review.AddEvidence:
		desk.Go(d.Link)
		v.inspector.AddEvidence(d.Link)
	case review.OpenEvidence:
		desk.Go(d.Link)
		v.inspector.EditEvidence(d.Link, d.Evidence)
	case review.AddObjection:
		target := d.Link
		if len(d.Claims) > 0 {
			target = d.Claims[0]
		}
		desk.Go(target)
		desk.Tool.AddReason(argument.Opposes)
	case review.OpenSource:
		desk.OpenSource(d.Source, 0, 0)
	}
}

// pointedAt are the claims and links that a remark points at: what it is
// first about, or all where it is about what they are to one another.
func pointedAt(m *argument.Map, r *review.Remark) []argument.ID {
	ids := r.At[:min(len(r.At), 1)]
	switch r.Kind {
	case review.Duplicate, review.NearDuplicate, review.Circular, review.Unsettled, review.BothWays:
		ids = r.At
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id argument.ID) bool { return !m.Has(id) })
}

// there reports whether all that a remark is about is still in the map.
func there(m *argument.Map, r *review.Remark) bool {
	for _, id := range r.At {
		if !m.Has(id) && m.Source(id) == nil {
			return false
		}
	}
	return true
}
