package loss

import "warrant/argument"

// Kept says what of a map a format has room for.
type Kept uint32

// What a format may keep. Claims, their texts, links and kinds are what every
// format is for; where one loses of these, it tells so itself.
const (
	Evidence Kept = 1 << iota
	Sources
	Passages
	Priors
	Confidences
	Schemes
	ClaimNotes
	LinkNotes
	Tags
	Colors
	Steps
	Places
	LineBreaks
	Hidden // characters that cannot be seen
	Evaluation
	Contention
)

// Missing adds what of a map a format does not keep.
func (l *Losses) Missing(m *argument.Map, kept Kept) {
	var priors, stated, notes, tags, colors, passages, wraps, hidden, places, schemes, evidence, extras, sources, steps int
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for c := range m.Claims() {
		_, dark := Clean(OneLine(c.Text))
		count(&priors, c.Prior.IsSet())
		count(&notes, c.Note != "" && kept&ClaimNotes == 0)
		count(&places, c.Placed)
		count(&colors, c.Color != argument.NoColor)
		count(&hidden, dark)
		count(&wraps, OneLine(c.Text) != c.Text)
		count(&extras, c.Extra != "")
		tags += len(c.Tags)
		passages += len(c.Passages)
	}
	for k := range m.Links() {
		count(&stated, k.Confidence.IsSet())
		count(&schemes, k.Scheme != "")
		count(&notes, k.Note != "" && kept&LinkNotes == 0)
		count(&extras, k.Extra != "")
		evidence += len(k.Evidence)
		if kept&Evidence != 0 {
			for i := range k.Evidence {
				passages += len(k.Evidence[i].Passages)
			}
		}
	}
	for range m.Sources() {
		sources++
	}
	for range m.Steps() {
		steps++
	}
	info := m.Info()
	count(&extras, info.Extra != "")
	for _, w := range []struct {
		by   Kept
		n    int
		what string
	}{
		{Evidence, evidence, "evidence items"},
		{Sources, sources, "sources"},
		{Passages, passages, "passages of sources"},
		{Priors, priors, "credences before the arguments"},
		{Confidences, stated, "confidences of links"},
		{Schemes, schemes, "schemes of links"},
		{0, notes, "notes"},
		{Tags, tags, "tags"},
		{Colors, colors, "colours of claims"},
		{Steps, steps, "steps of the presentation"},
		{Places, places, "places of cards"},
		{LineBreaks, wraps, "claims' line breaks and runs of blanks"},
		{Hidden, hidden, "claims' characters that cannot be seen"},
		{0, extras, "records' members that this version does not know"},
	} {
		if kept&w.by == 0 {
			l.AddCount(w.n, w.what)
		}
	}
	if kept&Evaluation == 0 && info.Evaluation != (argument.Evaluation{}) {
		l.Add(0, "how the numbers are computed")
	}
	if kept&Contention == 0 && info.Contention == "" && m.NumClaims() > 0 {
		l.Add(0, "that no contention is chosen: the first claim is read as it")
	}
}
