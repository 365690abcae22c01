package command

import (
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/scene"
	"warrant/storage/disk"
)

// show prints a map as an indented text.
func show(c *call) error {
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	printMap(c.Out, m, credence.Evaluate(m, credence.OptionsOf(m)))
	return nil
}

func printMap(w io.Writer, m *argument.Map, e *credence.Evaluation) {
	if t := m.Info().Title; t != "" {
		fmt.Fprintf(w, "%s\n\n", plain(t))
	}
	rows := m.Outline()
	indent := indentOf(rows)
	for _, row := range rows {
		fmt.Fprint(w, indent(row.Depth))
		if l := m.Link(row.Link); l != nil {
			switch {
			case row.Joined:
				fmt.Fprint(w, "& ")
			default:
				fmt.Fprintf(w, "%s %s  ", scene.Sign(m.LinkRole(l)), linkPercent(e, l))
			}
		}
		claim := m.Claim(row.Claim)
		fmt.Fprintf(w, "%s  (%s)", plain(claim.Text), percent(e.Claim(claim.ID)))
		if row.Again {
			fmt.Fprint(w, "  … above")
		}
		fmt.Fprintln(w)
	}
}

// deepest is the depth from which on it is written as a number, as
// storage/interchange/plain has it: lines that are indented one more than the
// other would make of 10,000 claims in a chain a text of 400 MB.
const deepest = 40

// indentOf returns what stands in front of a row: four blanks a level, in a
// deep map two, so that no more than 80 columns are blank.
func indentOf(rows []argument.Row) func(depth int) string {
	blanks := "    "
	for _, r := range rows {
		if r.Depth > deepest/2 {
			blanks = "  "
			break
		}
	}
	return func(depth int) string {
		if depth > deepest {
			return fmt.Sprintf("»%d ", depth)
		}
		return strings.Repeat(blanks, depth)
	}
}

// plain is text of a map, fit for a terminal: nothing in it moves the cursor
// or turns the direction of writing.
func plain(s string) string { return disk.Display(strings.Join(strings.Fields(s), " ")) }

func linkPercent(e *credence.Evaluation, l *argument.Link) string {
	v := e.Link(l.ID)
	said := fmt.Sprintf("%d%%", whole(v.Base))
	switch {
	case v.Stated:
		return said
	case len(l.Evidence) > 0:
		return "≈" + said
	}
	return "?"
}

func percent(v credence.Value) string {
	if !v.Known {
		return fmt.Sprintf("unsettled, %d–%d%%", whole(v.Low), whole(v.High))
	}
	return fmt.Sprintf("%d%%", whole(v.Credence))
}

func whole(v float64) int { return int(math.Round(v * 100)) }

// credences prints the numbers of a map.
func credences(c *call) error {
	semantics := c.flags.String("semantics", "", "")
	premises := c.flags.String("premises", "", "")
	asJSON := c.flags.Bool("json", false, "")
	why := c.flags.String("why", "", "")
	var without list
	c.flags.Var(&without, "without", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	o := credence.OptionsOf(m)
	switch s := argument.Semantics(*semantics); s {
	case "":
	case argument.DFQuAD, argument.QuadraticEnergy, argument.EulerBased, argument.LogOdds:
		o.Semantics = s
	default:
		return &misuse{fmt.Sprintf("there is no semantics %q", *semantics), "one of df-quad, quadratic-energy, euler-based, log-odds"}
	}
	switch p := argument.PremiseRule(*premises); p {
	case "":
	case argument.Weakest, argument.Product:
		o.Premises = p
	default:
		return &misuse{fmt.Sprintf("there is no premise rule %q", *premises), "weakest or product"}
	}
	for _, id := range without {
		if m.Link(argument.ID(id)) == nil {
			return fmt.Errorf("%s: there is no link %q to leave out", disk.Display(names[0]), id)
		}
		o.Without = append(o.Without, argument.ID(id))
	}
	e := credence.Evaluate(m, o)
	if *why != "" {
		return c.why(m, e, argument.ID(*why))
	}
	if *asJSON {
		return c.json(m, e)
	}
	for claim := range m.Claims() {
		fmt.Fprintf(c.Out, "%s\t%s\t%s\n", plain(string(claim.ID)), percent(e.Claim(claim.ID)), plain(claim.Text))
	}
	return nil
}

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

// why prints how a claim's number comes about, link by link.
func (c *call) why(m *argument.Map, e *credence.Evaluation, id argument.ID) error {
	claim := m.Claim(id)
	if claim == nil {
		return fmt.Errorf("there is no claim %q", string(id))
	}
	prior, stated := e.Prior(id)
	from := "unless stated"
	if stated {
		from = "stated"
	}
	fmt.Fprintf(c.Out, "%s  (%s)\nbefore the arguments: %d%%, %s\n", plain(claim.Text), percent(e.Claim(id)), whole(prior), from)
	for _, s := range e.Why(id) {
		l := m.Link(s.Link)
		var texts []string
		for _, f := range l.From {
			texts = append(texts, plain(m.Claim(f).Text))
		}
		fmt.Fprintf(c.Out, "%+4d points  %s %s  %s: %s\n", whole(s.Share), scene.Sign(m.LinkRole(l)), linkPercent(e, l), plain(string(l.ID)), strings.Join(texts, " & "))
	}
	return nil
}

type claimNumbers struct {
	Credence *float64 `json:"credence"` // null when it is not known
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Settled  bool     `json:"settled"`
}

type linkNumbers struct {
	Strength *float64 `json:"strength"`
	Delivers *float64 `json:"delivers"`
	Effect   *float64 `json:"effect"` // on the contention; null without one, and when it is not known
}

// json prints the numbers as one JSON value.
func (c *call) json(m *argument.Map, e *credence.Evaluation) error {
	out := struct {
		Semantics argument.Semantics           `json:"semantics"`
		Premises  argument.PremiseRule         `json:"premises"`
		Claims    map[argument.ID]claimNumbers `json:"claims"`
		Links     map[argument.ID]linkNumbers  `json:"links"`
	}{e.Options().Semantics, e.Options().Premises, map[argument.ID]claimNumbers{}, map[argument.ID]linkNumbers{}}
	for claim := range m.Claims() {
		v := e.Claim(claim.ID)
		n := claimNumbers{Settled: v.Known}
		if v.Known {
			n.Credence = &v.Credence
		} else {
			n.Low, n.High = &v.Low, &v.High
		}
		out.Claims[claim.ID] = n
	}
	effects := make(map[argument.ID]credence.Effect)
	if con := m.Info().Contention; con != "" {
		for _, f := range effectsOf(e, con) {
			effects[f.Link] = f
		}
	}
	for link := range m.Links() {
		v := e.Link(link.ID)
		var n linkNumbers
		if v.Known {
			n.Strength, n.Delivers = &v.Strength, &v.Delivers
		}
		if f, ok := effects[link.ID]; ok && f.Known {
			n.Effect = &f.Effect
		} else if !ok && m.Info().Contention != "" {
			n.Effect = new(float64)
		}
		out.Links[link.ID] = n
	}
	return c.asJSON(out)
}

// effectsOf returns the effects on a claim; nothing cancels them here.
func effectsOf(e *credence.Evaluation, claim argument.ID) []credence.Effect {
	effects, _ := e.Effects(context.Background(), claim)
	return effects
}
