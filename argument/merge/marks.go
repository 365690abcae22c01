package merge

import "warrant/argument"

// After says what is new and what is other in the later map: Added or Changed,
// by claim and link. What only moved is neither; a link whose evidence changed
// is Changed.
func (c Comparison) After() map[argument.ID]Deed {
	return c.deeds(Removed, func(n id) id { return n })
}

// Before says what of the earlier map is gone in the later and what is other
// there: Removed or Changed, by claim and link.
func (c Comparison) Before() map[argument.ID]Deed { return c.deeds(Added, c.Earlier) }

func (c Comparison) deeds(but Deed, called func(id) id) map[id]Deed {
	deeds := make(map[id]Deed)
	for _, ch := range c.Changes {
		switch {
		case ch.Look || len(ch.IDs) == 0:
		case ch.Of == OfEvidence:
			deeds[called(ch.IDs[0])] = Changed
		case ch.Of != OfClaim && ch.Of != OfLink || ch.Did == but:
		case ch.Did == Changed:
			deeds[called(ch.IDs[0])] = Changed
		default:
			deeds[ch.IDs[0]] = ch.Did
		}
	}
	return deeds
}

// Earlier returns what a record of the later map is called in the earlier,
// Later the other way round; "" where it is not there.
func (c Comparison) Earlier(n argument.ID) argument.ID { return c.earlier[n] }

// Later returns what a record of the earlier map is called in the later.
func (c Comparison) Later(n argument.ID) argument.ID { return c.later[n] }
