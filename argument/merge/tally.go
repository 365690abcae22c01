package merge

import (
	"fmt"
	"strconv"
	"strings"
)

// Tally is how often one sort of change is in a comparison.
type Tally struct {
	Of  Subject
	Did Deed
	// Field is the field that changed, as in Change. What is said of a thing
	// in fields that no summary tells apart is counted as "".
	Field string
	// N counts things, and cards where Look.
	N    int
	Look bool
	// From and To are what a degree was and is where N is 1: "60%", "" for
	// unset.
	From, To string
}

// apart are the fields that a summary names; other fields of the same
// subject are counted together.
var apart = map[Subject]map[string]bool{
	OfMap:      {"title": true, "contention": true, "evaluation/semantics": true, "evaluation/premises": true},
	OfClaim:    {"text": true, "prior": true, "note": true, "tags": true, "passages": true},
	OfLink:     {"kind": true, "from": true, "to": true, "confidence": true, "scheme": true, "note": true},
	OfEvidence: {"text": true, "reliability": true, "stance": true},
	OfSource:   {"text": true},
	OfStep:     {"say": true},
}

// Tallies counts the changes by sort, in the order in which they first come.
func (c Comparison) Tallies() []Tally {
	type sort struct {
		of    Subject
		did   Deed
		field string
		look  bool
	}
	at := make(map[sort]int)
	type thing struct {
		sort
		ids string
	}
	said := make(map[thing]bool)
	var all []Tally
	for _, ch := range c.Changes {
		s := sort{ch.Of, ch.Did, "", ch.Look}
		if ch.Look || apart[ch.Of][ch.Field] {
			s.field = ch.Field
		}
		n := 1
		if ch.Look {
			n = len(ch.IDs)
		} else if ch.Did == Changed {
			this := thing{s, fmt.Sprint(ch.IDs)}
			if said[this] {
				continue
			}
			said[this] = true
		}
		i, seen := at[s]
		if !seen {
			i = len(all)
			at[s] = i
			all = append(all, Tally{Of: s.of, Did: s.did, Field: s.field, Look: s.look, From: ch.From, To: ch.To})
		}
		if all[i].N += n; all[i].N > 1 || !degrees[s.field] {
			all[i].From, all[i].To = "", ""
		}
	}
	return all
}

// degrees are the fields of which a summary says what they were and are.
var degrees = map[string]bool{"prior": true, "confidence": true, "reliability": true}

// mostTold is how many sorts of changes a summary tells.
const mostTold = 6

// Summary says what changed in one line without a full stop ("2 claims
// reworded, confidence 60% → 80%"), or says "no difference".
func (c Comparison) Summary() string {
	var told []string
	left := 0
	for i, t := range c.Tallies() {
		if i < mostTold {
			told = append(told, t.String())
		} else {
			left += t.N
		}
	}
	if left > 0 {
		told = append(told, count(left, "other change"))
	}
	if len(told) == 0 {
		return "no difference"
	}
	return strings.Join(told, ", ")
}

// String says what a tally counts: "2 claims reworded".
func (t Tally) String() string {
	switch {
	case t.Look:
		return drawnOf(t.Of, t.N, strconv.Itoa(t.N)) + " " + lookDeed(t.Field)
	case t.Did == Reordered && t.Of == OfStep:
		return "steps in another order"
	case t.Did == Reordered:
		return "evidence of " + count(t.N, "link") + " in another order"
	case t.Did != Changed:
		return count(t.N, string(t.Of)) + " " + string(t.Did)
	case degrees[t.Field]:
		return t.degree()
	}
	thing := count(t.N, string(t.Of))
	switch t.Field {
	case "title":
		return "another title"
	case "contention":
		return "another contention"
	case "evaluation/semantics":
		return "other semantics"
	case "evaluation/premises":
		return "another rule for linked premises"
	case "text":
		if t.Of == OfSource {
			return "text of " + thing + " changed"
		}
		return thing + " reworded"
	case "kind", "stance":
		return thing + " turned over"
	case "from":
		return "premises of " + thing + " changed"
	case "to":
		return thing + " given another target"
	case "scheme":
		return count(t.N, "scheme") + " changed"
	case "tags":
		return "tags of " + thing + " changed"
	case "note", "passages":
		return t.Field + plural(t.Field, t.N) + " of " + thing + " changed"
	case "say":
		return "words of " + thing + " changed"
	}
	if t.Of == OfMap {
		return "the map’s other fields changed"
	}
	return thing + " changed"
}

func plural(word string, n int) string {
	if n == 1 || strings.HasSuffix(word, "s") {
		return ""
	}
	return "s"
}

func (t Tally) degree() string {
	switch {
	case t.N > 1 && t.Field == "confidence":
		return fmt.Sprintf("%d confidences changed", t.N)
	case t.N > 1:
		return fmt.Sprintf("%s of %s changed", t.Field, count(t.N, string(t.Of)))
	case t.From == "":
		return t.Field + " set to " + t.To
	case t.To == "":
		return fmt.Sprintf("%s %s taken away", t.Field, t.From)
	}
	return fmt.Sprintf("%s %s → %s", t.Field, t.From, t.To)
}
