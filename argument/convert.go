package argument

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// An item of evidence on a link and a claim that bears on that link say the
// same in two forms: what speaks for the step underpins it, what speaks
// against it undercuts it. A claim can be argued about, an item cannot.

// EvidenceToClaim turns an item of evidence into a claim that underpins or
// undercuts its link, by its stance, and returns the claim and its link. The
// item's reliability becomes the claim's prior, its kind a tag, its source a
// passage (of no length, where the item had none in it); locator, address
// and note become the claim's note, a line each.
func (e *Edit) EvidenceToClaim(link, item ID) (claim, by ID, err error) {
	l := e.m.Link(link)
	if l == nil {
		return "", "", missing("link", link)
	}
	at := slices.IndexFunc(l.Evidence, func(v Evidence) bool { return v.ID == item })
	if at < 0 {
		return "", "", fmt.Errorf("evidence %q of link %q: %w", string(item), string(link), ErrNotThere)
	}
	v := l.Evidence[at]
	c := Claim{Text: v.Text, Prior: v.Reliability, Note: lines(v.Note, v.Locator, v.URL), Passages: v.Passages}
	if v.Kind != Other {
		c.Tags = []string{string(v.Kind)}
	}
	if v.Source != "" && !slices.ContainsFunc(v.Passages, func(p Passage) bool { return p.Source == v.Source }) {
		c.Passages = append([]Passage{{Source: v.Source}}, v.Passages...)
	}
	if claim, err = e.AddClaim(c); err != nil {
		return "", "", err
	}
	kind := Supports
	if v.Speaks() == Against {
		kind = Opposes
	}
	if by, err = e.AddLink(Link{Kind: kind, From: []ID{claim}, To: link}); err != nil {
		return "", "", err
	}
	return claim, by, e.UpdateLink(link, func(l *Link) {
		l.Evidence = slices.Delete(slices.Clone(l.Evidence), at, at+1)
	})
}

// lines joins the texts that say something, a line each.
func lines(texts ...string) string {
	said := slices.DeleteFunc(texts, func(t string) bool { return strings.TrimSpace(t) == "" })
	return strings.Join(said, "\n")
}

// Why a claim cannot become evidence.
var (
	ErrNotOnLink   = errors.New("only a claim that alone underpins or undercuts a link can become evidence on it")
	ErrArguedAbout = errors.New("something bears on the claim or on its link, and evidence cannot be argued about")
	ErrHasEvidence = errors.New("the claim's link has evidence of its own, which evidence cannot have")
)

// ClaimToEvidence turns a claim that underpins or undercuts a link, and on
// which nothing bears, into an item of evidence on that link. It returns the
// link and the item. What EvidenceToClaim made of an item becomes that again,
// but that its locator stays a line of the note. How reliable the item is
// follows from the claim's prior and its link's confidence, whichever are
// stated: their product.
func (e *Edit) ClaimToEvidence(claim ID) (link, item ID, err error) {
	c := e.m.Claim(claim)
	if c == nil {
		return "", "", missing("claim", claim)
	}
	by, err := e.m.asEvidence(claim)
	if err != nil {
		return "", "", err
	}
	v := Evidence{ID: e.NewID("e"), Kind: Other, Text: c.Text, Reliability: c.Prior, Passages: c.Passages}
	if by.Kind == Opposes {
		v.Stance = Against
	}
	if sure, stated := by.Confidence.Value(); stated {
		v.Reliability = Stated(sure * c.Prior.Or(1))
	}
	var tags []string
	for _, t := range c.Tags {
		if k := EvidenceKind(t); v.Kind == Other && slices.Contains(EvidenceKinds, k) {
			v.Kind = k
			continue
		}
		tags = append(tags, t)
	}
	if len(c.Passages) > 0 {
		v.Source = c.Passages[0].Source
		if p := c.Passages[0]; p == (Passage{Source: p.Source}) {
			v.Passages = slices.Clone(c.Passages[1:])
		}
	}
	note := c.Note
	if at := strings.LastIndexByte(note, '\n') + 1; isAddress(note[at:]) {
		v.URL, note = note[at:], strings.TrimSuffix(note[:at], "\n")
	}
	v.Note = lines(note, strings.Join(tags, ", "), by.Scheme, by.Note)
	link = by.To
	e.Remove(claim)
	return link, v.ID, e.UpdateLink(link, func(l *Link) { l.Evidence = append(slices.Clone(l.Evidence), v) })
}

// asEvidence returns the link by which a claim could be evidence.
func (m *Map) asEvidence(claim ID) (*Link, error) {
	if m.NumOutgoing(claim) != 1 || m.info.Contention == claim {
		return nil, ErrNotOnLink
	}
	var by *Link
	for l := range m.Outgoing(claim) {
		by = l
	}
	switch {
	case len(by.From) > 1 || m.Link(by.To) == nil:
		return nil, ErrNotOnLink
	case m.NumIncoming(claim) > 0 || m.NumIncoming(by.ID) > 0:
		return nil, ErrArguedAbout
	case len(by.Evidence) > 0:
		return nil, ErrHasEvidence
	}
	return by, nil
}

// isAddress reports whether a line of a note is an address and nothing else.
func isAddress(line string) bool {
	scheme, rest, ok := strings.Cut(line, ":")
	return ok && rest != "" && !strings.ContainsAny(line, " \t") &&
		(scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "file")
}
