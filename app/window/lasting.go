package window

import (
	"slices"
	"strings"
	"time"

	"warrant/argument/merge"
)

// A comparison lasts while the map is worked on: marks and steps follow the
// edits.

// followWait is how long the hand rests before the maps are compared again.
const followWait = 400 * time.Millisecond

// watch follows a change of the document; the window calls it after each.
// What a comparison is about may be undone, which ends it.
func (d *differences) watch() {
	switch {
	case !d.open():
	case d.with.undoes && d.session.Doc.Mark() <= d.with.undone:
		d.end()
	default:
		d.later.ask()
	}
}

// again compares the open map, as it is now, with the other.
func (d *differences) again() {
	w := d.w
	if !d.open() {
		return
	}
	if w.tool.Busy() || w.working != nil {
		d.later.ask()
		return
	}
	other, both, s := d.with.other, d.with.toOther != nil, d.session
	still, state := s.Doc.Map().Still(), s.Doc.State()
	var toOpen, toOther merge.Comparison
	w.apart(func() {
		now := still.Map()
		toOpen = merge.Compare(other, now)
		if both {
			toOther = merge.Compare(now, other)
		}
	}, func() {
		if !d.open() || d.session != s || d.with.other != other || s.Doc.State() != state {
			return // it is over, or will be done again
		}
		d.with.toOpen = d.with.still(&toOpen)
		if both {
			d.with.toOther = &toOther
		}
		d.refreshed()
	})
}

// refreshed shows the comparison as it is now, at the change that was shown
// where it is there yet. Selection, view and keys stay.
func (d *differences) refreshed() {
	d.on.differ(d.marks())
	at := min(d.at, len(d.shown().Changes))
	if d.at > 0 {
		if i := slices.IndexFunc(d.shown().Changes, func(c merge.Change) bool { return keyOf(c) == d.stands }); i >= 0 {
			at = i + 1
		}
	}
	d.steps = 1 + len(d.shown().Changes)
	d.put(at)
}

// changeKey is what a change is known by in a later comparison.
type changeKey struct {
	of    merge.Subject
	did   merge.Deed
	field string
	ids   string
}

func keyOf(c merge.Change) changeKey {
	k := changeKey{of: c.Of, did: c.Did, field: c.Field}
	if !c.Look { // those of the drawing are one for all cards
		ids := make([]string, len(c.IDs))
		for i, id := range c.IDs {
			ids[i] = string(id)
		}
		k.ids = strings.Join(ids, "\x00")
	}
	return k
}

// still leaves of a later comparison what there was from the beginning, where
// the comparison tells what another did: what the person edits since is not
// that.
func (c *comparison) still(now *merge.Comparison) *merge.Comparison {
	if !c.theirs {
		return now
	}
	if c.begun == nil {
		c.begun = keysOf(c.toOpen)
	}
	return only(now, func(ch merge.Change) bool { return c.begun[keyOf(ch)] })
}

func keysOf(c *merge.Comparison) map[changeKey]bool {
	keys := make(map[changeKey]bool, len(c.Changes))
	for _, ch := range c.Changes {
		keys[keyOf(ch)] = true
	}
	return keys
}

func only(c *merge.Comparison, is func(merge.Change) bool) *merge.Comparison {
	less := *c
	less.Changes = slices.DeleteFunc(slices.Clone(c.Changes), func(ch merge.Change) bool { return !is(ch) })
	return &less
}
