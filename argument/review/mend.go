package review

import (
	"fmt"

	"warrant/argument"
)

// Way says what a mend does.
type Way string

// The ways. The first are edits, which Do makes; the others only bring the
// person to where there is something to say.
const (
	Merge          Way = "merge"           // make one claim of Claims, the first
	GiveReason     Way = "give-reason"     // Claims[0] says Texts[0], supported by a new claim that says Texts[1]
	Split          Way = "split"           // make of Claims[0] a claim for each of Texts
	MakeContention Way = "make-contention" // of Claims[0]
	FollowEvidence Way = "follow-evidence" // take the stated confidence of Link away
	RemoveClaim    Way = "remove-claim"    // Claims[0]
	RemoveSource   Way = "remove-source"   // Source

	EditClaim    Way = "edit-claim"    // Claims[0]
	AddEvidence  Way = "add-evidence"  // to Link
	OpenEvidence Way = "open-evidence" // the item Evidence of Link
	AddObjection Way = "add-objection" // to Claims[0] or Link
	OpenSource   Way = "open-source"   // Source
)

// Mend is what can be done about a remark.
type Mend struct {
	Way      Way
	Claims   []argument.ID
	Link     argument.ID
	Evidence argument.ID
	Source   argument.ID
	Texts    []string
}

// Edits reports whether Do mends by itself; else the mend opens something.
func (d Mend) Edits() bool {
	switch d.Way {
	case EditClaim, AddEvidence, OpenEvidence, AddObjection, OpenSource:
		return false
	}
	return true
}

// Do makes the edit. A mend that only opens something is an error.
func (d Mend) Do(e *argument.Edit) error {
	switch d.Way {
	case Merge:
		_, err := e.MergeClaims(d.Claims[0], d.Claims[1:]...)
		return err
	case GiveReason:
		_, err := e.GiveReason(d.Claims[0], d.Texts[0], d.Texts[1])
		return err
	case Split:
		_, err := e.SplitClaim(d.Claims[0], d.Texts)
		return err
	case MakeContention:
		e.SetInfo(func(i *argument.Info) { i.Contention = d.Claims[0] })
		return nil
	case FollowEvidence:
		return e.UpdateLink(d.Link, func(l *argument.Link) { l.Confidence = argument.Unset })
	case RemoveClaim:
		e.Remove(d.Claims...)
		return nil
	case RemoveSource:
		return e.RemoveSource(d.Source)
	}
	return fmt.Errorf("the mend %q is no edit; it opens what is to be written by a person", string(d.Way))
}
