package window

import (
	"strings"

	"warrant/app/language"
)

// split makes two claims of one where the caret is, while its text is edited;
// else one of each of its sentences.
func (w *Window) split() {
	claim := w.surface.Editing()
	if claim == "" {
		w.tool.Split()
		return
	}
	before, after := w.surface.AtCaret()
	if before == "" || after == "" {
		w.explain(language.Say("put the caret where the claim is to be split"))
		return
	}
	w.focusCanvas() // leaving the field writes what was typed
	if w.session.Doc.Map().Claim(claim) != nil {
		w.tool.SplitInto(claim, []string{before, after})
	}
}

// turnEvidence makes a claim out of evidence on the selected link, asking
// which where there is more than one; and evidence out of the selected claim.
func (w *Window) turnEvidence() {
	id, ok := w.selectedLink()
	if !ok {
		w.tool.ClaimToEvidence()
		return
	}
	w.commit()
	items := w.session.Doc.Map().Link(id).Evidence
	switch len(items) {
	case 0:
		w.explain(language.Say("the link has no evidence that could become a claim"))
	case 1:
		w.tool.EvidenceToClaim(id, items[0].ID)
	default:
		rows := make([]choiceRow, len(items))
		for i, v := range items {
			rows[i] = choiceRow{text: strings.Join(strings.Fields(v.Text), " "), run: func() { w.tool.EvidenceToClaim(id, v.ID) }}
		}
		w.find(language.Say("Which evidence becomes a claim?"), rows)
	}
}
