package argument

import "fmt"

// GiveReason makes two claims of one that gives its reason within itself, and
// a link by which the reason supports it. The claim keeps its ID, its note and
// all its links; the reason, which is returned, has its passages and tags.
func (e *Edit) GiveReason(id ID, text, reason string) (ID, error) {
	whole := e.m.Claim(id)
	if whole == nil {
		return "", missing("claim", id)
	}
	if text == "" || reason == "" {
		return "", fmt.Errorf("claim %q: both the claim and its reason must say something", string(id))
	}
	if err := e.UpdateClaim(id, func(c *Claim) { c.Text = text }); err != nil {
		return "", err
	}
	made, err := e.AddClaim(Claim{Text: reason, Passages: whole.Passages, Tags: whole.Tags})
	if err != nil {
		return "", err
	}
	_, err = e.AddLink(Link{Kind: Supports, From: []ID{made}, To: id})
	return made, err
}
