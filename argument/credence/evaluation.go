package credence

import "warrant/argument"

// Value is a number from 0 to 1 and how sure it is.
type Value struct {
	Credence float64
	// Low and High are Credence where it is known, else bounds: whatever the
	// circle behind it might come to rest in lies between them.
	Low, High float64
	// Known: settled, and the only such number. What is not known should not
	// be printed as if it were.
	Known bool
}

// LinkValue is what a link is worth.
type LinkValue struct {
	Base          float64 // Options.Set, else the confidence, else Suggested
	Stated        bool    // a person stated a confidence
	Suggested     float64 // what the evidence suggests; 0.5 with none
	HasSuggestion bool    // there is evidence

	Strength  float64 // the base as moved by the links onto this link
	Low, High float64 // bounds of Strength
	Group     float64 // what its premises are worth together
	Delivers  float64 // Strength × Group; 0 for a link that is left out

	DeliversLow, DeliversHigh float64

	Known bool // Strength and Delivers are
}

// Evaluation holds the numbers of one map. It is for one goroutine.
type Evaluation struct {
	m       *argument.Map
	options Options
	said    Options // by the map, when it was last looked at
	g       *graph
	n       *numbers
	w       *wave
	shared  bool // g.index is, with a snapshot
}

// Evaluate computes all numbers of a map.
func Evaluate(m *argument.Map, o Options) *Evaluation {
	e := &Evaluation{m: m, said: OptionsOf(m)}
	e.options = o.completed(e.said)
	e.compute()
	return e
}

func (e *Evaluation) compute() {
	g, base := compile(e.m, e.options)
	e.g, e.n, e.shared = g, newNumbers(base), false
	order := g.order()
	e.w = newWave(g, e.n)
	e.w.whole(order)
}

// Options returns the options, complete with what the map says.
func (e *Evaluation) Options() Options { return e.options }

// Claim returns the credence of a claim; of one that is not in the map, the
// zero Value.
func (e *Evaluation) Claim(id argument.ID) Value {
	v, ok := e.g.index[id]
	if !ok || e.g.kind[v] != claim {
		return Value{}
	}
	return e.n.cell[v].asValue()
}

func (c *cell) asValue() Value {
	return Value{Credence: c.value, Low: c.low, High: c.high, Known: c.known()}
}

// Prior returns what a claim is believed before the map's arguments, and
// whether a person stated it.
func (e *Evaluation) Prior(id argument.ID) (prior float64, stated bool) {
	v, ok := e.g.index[id]
	if !ok || e.g.kind[v] != claim {
		return 0, false
	}
	return e.n.base[v], e.g.stated[v]
}

// Link returns what a link is worth; of one that is not in the map, the zero
// LinkValue.
func (e *Evaluation) Link(id argument.ID) LinkValue {
	v, ok := e.g.index[id]
	if !ok || e.g.kind[v] == claim {
		return LinkValue{}
	}
	c := &e.n.cell[v]
	return LinkValue{
		Base:          e.n.base[v],
		Stated:        e.g.stated[v],
		Suggested:     e.g.suggested[v],
		HasSuggestion: e.g.evidence[v],
		Strength:      c.value,
		Low:           c.low,
		High:          c.high,
		Group:         c.group,
		Delivers:      c.delivers,
		DeliversLow:   c.deliversLow,
		DeliversHigh:  c.deliversHigh,
		Known:         c.known() && c.deliversKnown(),
	}
}

// Suggested returns the confidence that a link's evidence suggests, and
// whether there is any evidence.
func (e *Evaluation) Suggested(link argument.ID) (float64, bool) {
	l := e.Link(link)
	return l.Suggested, l.HasSuggestion
}

// Suggest returns the confidence that evidence suggests under a semantics,
// and whether there is any. An item without a reliability counts 0.5.
func Suggest(evidence []argument.Evidence, s argument.Semantics) (float64, bool) {
	return semanticsOf(s).suggested(evidence)
}

// Unsettled returns the claims and links whose numbers are not known, in no
// particular order.
func (e *Evaluation) Unsettled() (claims, links []argument.ID) {
	if e.n.ranges == 0 {
		return nil, nil
	}
	for v := range e.g.id {
		c := &e.n.cell[v]
		switch {
		case e.g.kind[v] == vacant:
		case e.g.kind[v] == claim && !c.known():
			claims = append(claims, e.g.id[v])
		case e.g.kind[v] != claim && !(c.known() && c.deliversKnown()):
			links = append(links, e.g.id[v])
		}
	}
	return claims, links
}
