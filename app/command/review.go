package command

import (
	"fmt"
	"slices"
	"strings"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/review"
	"warrant/storage/disk"
)

// remarkOut is a remark as --json prints it.
type remarkOut struct {
	File      string        `json:"file"`
	Kind      review.Kind   `json:"kind"`
	Grade     string        `json:"grade"`
	At        []argument.ID `json:"at"` // empty for the map as a whole
	Evidence  argument.ID   `json:"evidence,omitempty"`
	Says      string        `json:"says"`
	Mends     []review.Way  `json:"mends"`
	Dismissed bool          `json:"dismissed,omitempty"`
}

// reviewed says what a careful teacher would mark in maps. A file that cannot
// be read is told, and the others are reviewed all the same.
func reviewed(c *call) error {
	asJSON := c.flags.Bool("json", false, "")
	all := c.flags.Bool("all", false, "")
	failOn := c.flags.String("fail-on", "", "")
	names, err := c.files(1, many)
	if err != nil {
		return err
	}
	limit := slices.IndexFunc(review.Grades, func(g review.Grade) bool { return g.String() == *failOn })
	if *failOn != "" && limit < 0 {
		return &misuse{fmt.Sprintf("there is no grade %q", *failOn), "one of fault, weakness, hint"}
	}
	fails := false
	out := []remarkOut{}
	for _, name := range names {
		m, _, err := read(name)
		if err != nil {
			fails = true
			fmt.Fprintln(c.Err, "warrant:", err)
			continue
		}
		for _, r := range review.Of(m, credence.Evaluate(m, credence.OptionsOf(m))) {
			if r.Dismissed && !*all {
				continue
			}
			if !r.Dismissed && int(r.Grade()) <= limit {
				fails = true
			}
			if *asJSON {
				out = append(out, outOf(name, &r))
				continue
			}
			passed := ""
			if r.Dismissed {
				passed = ", passed over"
			}
			fmt.Fprintf(c.Out, "%s: %s: %s (%s, %s%s)\n", disk.Display(name), where(m, &r), plain(r.String()), r.Grade(), r.Kind, passed)
		}
	}
	if *asJSON {
		if err := c.asJSON(out); err != nil {
			return err
		}
	}
	if fails {
		return errReported
	}
	return nil
}

func outOf(name string, r *review.Remark) remarkOut {
	o := remarkOut{name, r.Kind, r.Grade().String(), r.At, r.Evidence, r.String(), []review.Way{}, r.Dismissed}
	if o.At == nil {
		o.At = []argument.ID{}
	}
	for _, d := range r.Mends {
		o.Mends = append(o.Mends, d.Way)
	}
	return o
}

// where names what a remark is about: its ID, and the beginning of what it
// says.
func where(m *argument.Map, r *review.Remark) string {
	if len(r.At) == 0 {
		return "map"
	}
	id, text := r.At[0], ""
	name := string(id)
	if c := m.Claim(id); c != nil {
		text = c.Text
	}
	if l := m.Link(id); l != nil {
		text = m.Claim(l.From[0]).Text
		for _, e := range l.Evidence {
			if e.ID == r.Evidence {
				name, text = name+"/"+string(e.ID), e.Text
			}
		}
	}
	if s := m.Source(id); s != nil {
		text = s.Title
	}
	const most = 60
	if words := []rune(strings.Join(strings.Fields(text), " ")); len(words) > most {
		text = string(words[:most-1]) + "…"
	}
	if text == "" {
		return plain(name)
	}
	return plain(name + " “" + text + "”")
}
