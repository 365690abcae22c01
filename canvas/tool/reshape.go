package tool

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// InsertClaim makes a claim in the middle of a link, of the selected one
// where link is empty, and has its text edited. The card takes the place of
// the premises, which make room with all that bears on them.
func (t *Tool) InsertClaim(link argument.ID) {
	defer t.flush()
	t.Cancel()
	if link == "" {
		for _, id := range t.doc.Selection() {
			if t.doc.Map().Link(id) != nil {
				link = id
			}
		}
	}
	l := t.doc.Map().Link(link)
	if l == nil {
		t.host.Explain("Select the link that a claim is to be inserted on.")
		return
	}
	at, moved, by := t.midway(l)
	var id argument.ID
	if !t.edit("Insert claim on link", func(e *argument.Edit) (err error) {
		id, err = e.AddClaim(argument.Claim{At: argument.Point(whole(at, 1)), Placed: true})
		if err != nil {
			return err
		}
		if _, err = e.InsertClaim(link, id); err != nil {
			return err
		}
		return shift(e, moved, by)
	}) {
		return
	}
	t.fresh(id)
}

// labelled is the room that a link needs for its label, in world units.
const labelled = 60.0

// midway returns where the card of a claim goes that is inserted on a link,
// and which claims make room for it, by how much.
func (t *Tool) midway(l *argument.Link) (at geom.Point, moved []argument.ID, by geom.Point) {
	size := t.newSize()
	var row geom.Rect
	for _, f := range l.From {
		if c := t.scene.Card(f); c != nil {
			row = row.Union(c.Rect)
		}
	}
	target, drawn := t.scene.Card(l.To), t.scene.Link(l.ID)
	if drawn == nil || row == (geom.Rect{}) {
		return t.room(t.cardAt(t.middle())).Min, nil, geom.Point{}
	}
	beside := t.room(geom.R(drawn.Label.Center().X-size.W/2, drawn.Label.Center().Y-size.H/2, size.W, size.H)).Min
	if target == nil {
		return beside, nil, geom.Point{}
	}
	x := row.Center().X - size.W/2
	var place geom.Rect
	switch {
	case row.Min.Y-target.Rect.Max.Y >= size.H+2*labelled:
		place = geom.R(x, (row.Min.Y+target.Rect.Max.Y-size.H)/2, size.W, size.H)
	case target.Rect.Min.Y-row.Max.Y >= size.H+2*labelled:
		place = geom.R(x, (row.Max.Y+target.Rect.Min.Y-size.H)/2, size.W, size.H)
	case row.Min.Y >= target.Rect.Max.Y: // in their row, and they make one below
		place = geom.R(x, row.Min.Y, size.W, size.H)
		by.Y = size.H + rowDistance
	case row.Max.Y <= target.Rect.Min.Y:
		place = geom.R(x, row.Max.Y-size.H, size.W, size.H)
		by.Y = -size.H - rowDistance
	default:
		return beside, nil, geom.Point{}
	}
	seen := map[argument.ID]bool{}
	add := func(id argument.ID) {
		if t.doc.Map().Claim(id) != nil && !seen[id] {
			seen[id] = true
			moved = append(moved, id)
		}
	}
	for _, f := range l.From {
		add(f)
		branch(t.doc.Map(), f, add)
	}
	for i := 0; by.Y != 0 && i < len(moved); i++ { // what they would cover goes along
		if c := t.scene.Card(moved[i]); c != nil {
			t.scene.Cards(c.Rect.Move(by).Inset(-breathing), func(o *scene.Card) {
				if !seen[o.ID] {
					add(o.ID)
					branch(t.doc.Map(), o.ID, add)
				}
			})
		}
	}
	if seen[l.To] { // the target would move as well
		return beside, nil, geom.Point{}
	}
	return t.room(place, moved...).Min, moved, by
}

// Merge makes one claim of the selected ones. The one selected last is the
// one that stays.
func (t *Tool) Merge() {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) < 2 {
		t.host.Explain("Select the claims that say the same; the one selected last is kept.")
		return
	}
	into, others := claims[len(claims)-1], claims[:len(claims)-1]
	var did argument.Merged
	if !t.edit("Merge "+count(len(claims), "claim"), func(e *argument.Edit) (err error) {
		did, err = e.MergeClaims(into, others...)
		return err
	}) {
		return
	}
	t.doc.Select(into)
	t.Reveal(into)
	var said []string
	tell := func(n int, sentence string) {
		if n > 0 {
			said = append(said, sentence)
		}
	}
	tell(did.Circular, "A link of the claim to itself went.")
	tell(did.Shortened, "Linked premises for the claim went on without the claim itself.")
	tell(did.Doubled, "Links that said the same became one, with the evidence of all.")
	tell(did.Disputed, "The claim now both supports and opposes the same: look at its links.")
	if len(said) > 0 {
		t.host.Explain(said...)
	}
}

// Split makes of the selected claim one for each of its sentences, or of the
// clauses between its semicolons where it is one sentence.
func (t *Tool) Split() {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) != 1 {
		t.host.Explain("Select one claim to split.")
		return
	}
	texts := argument.Sentences(t.doc.Map().Claim(claims[0]).Text)
	if len(texts) < 2 {
		t.host.Explain("The claim is one sentence. Edit its text, and split it where the caret is.")
		return
	}
	t.SplitInto(claims[0], texts)
}

// SplitInto makes several claims of one, which say the texts. The new cards
// stand beside it, as those of one row do in the map.
func (t *Tool) SplitInto(claim argument.ID, texts []string) {
	defer t.flush()
	t.Cancel()
	card := t.scene.Card(claim)
	if card == nil {
		return
	}
	var parts []argument.ID
	if t.edit("Split claim", func(e *argument.Edit) (err error) {
		if parts, err = e.SplitClaim(claim, texts); err != nil {
			return err
		}
		last := card.Rect
		for _, id := range parts {
			size := t.scene.CardSize(e.Map().Claim(id))
			last = t.slide(t.row(), t.next(last, size), false, nil)
			if err := e.MoveClaim(id, argument.Point(last.Min)); err != nil {
				return err
			}
		}
		return nil
	}) {
		t.doc.Select(append([]argument.ID{claim}, parts...)...)
		t.Reveal(parts[0])
	}
}

// GiveReason makes of a claim that gives its reason within itself two claims,
// one of which supports the other. The card of the reason stands below.
func (t *Tool) GiveReason(claim argument.ID, text, reason string) {
	defer t.flush()
	t.Cancel()
	var id argument.ID
	t.unfolding(claim, func() {
		place, way := t.makeRoom(t.below(claim))
		if t.edit("Give the reason apart", func(e *argument.Edit) (err error) {
			if id, err = e.GiveReason(claim, text, reason); err != nil {
				return err
			}
			for _, c := range way {
				by := c.rect.Min.Sub(t.scene.Card(c.claim).Rect.Min)
				if err := shift(e, t.WithHidden([]argument.ID{c.claim}), by); err != nil {
					return err
				}
			}
			return e.MoveClaim(id, argument.Point(whole(place.Min, 1)))
		}) {
			t.doc.Select(claim, id)
			t.Reveal(id)
		}
	})
}

// EvidenceToClaim makes a claim that underpins or undercuts a link out of an
// item of evidence on it.
func (t *Tool) EvidenceToClaim(link, item argument.ID) {
	defer t.flush()
	t.Cancel()
	var id argument.ID
	if t.edit("Turn evidence into claim", func(e *argument.Edit) (err error) {
		if id, _, err = e.EvidenceToClaim(link, item); err != nil {
			return err
		}
		size := t.scene.CardSize(e.Map().Claim(id))
		at := t.below(link).Min
		return e.MoveClaim(id, argument.Point(whole(t.room(geom.R(at.X, at.Y, size.W, size.H)).Min, 1)))
	}) {
		t.doc.Select(id)
		t.Reveal(id)
	}
}

// ClaimToEvidence makes the selected claim, which underpins or undercuts a
// link, an item of evidence on that link.
func (t *Tool) ClaimToEvidence() {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) != 1 {
		t.host.Explain("Select one claim that underpins or undercuts a link.")
		return
	}
	var link argument.ID
	if t.edit("Turn claim into evidence", func(e *argument.Edit) (err error) {
		link, _, err = e.ClaimToEvidence(claims[0])
		return err
	}) {
		t.doc.Select(link)
		t.Reveal(link)
	}
}

// AttachEvidence adds items of evidence to a link, and selects it.
func (t *Tool) AttachEvidence(link argument.ID, items []argument.Evidence) {
	defer t.flush()
	t.Cancel()
	if t.edit("Attach "+count(len(items), "file"), func(e *argument.Edit) error {
		return e.UpdateLink(link, func(l *argument.Link) {
			l.Evidence = slices.Clone(l.Evidence)
			for _, v := range items {
				v.ID = e.NewID("e")
				l.Evidence = append(l.Evidence, v)
			}
		})
	}) {
		t.doc.Select(link)
		t.Reveal(link)
	}
}
