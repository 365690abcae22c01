package tool_test

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/canvas/scene"
)

// see compares what there is with what a line of a script wants.
func (h *hands) see(args []string, rest string) error {
	o := h.tool.Overlay()
	none := args[0] == "no"
	if none {
		args = args[1:]
	}
	equal := func(got, want string) error {
		if (got == want) == none {
			return fmt.Errorf("got %q", got)
		}
		return nil
	}
	is := func(b bool) error {
		if b == none {
			return fmt.Errorf("got %v", b)
		}
		return nil
	}
	last := args[len(args)-1]
	m := h.doc.Map()
	switch args[0] {
	case "selected":
		var got []string
		for _, id := range h.doc.Selection() {
			got = append(got, h.alias(id))
		}
		return equal(strings.Join(got, " "), strings.Join(args[1:], " "))
	case "steps":
		done, _ := h.doc.History()
		_, want, _ := strings.Cut(rest, " ")
		return equal(strings.Join(done, " | "), want)
	case "host":
		got := "nothing"
		if len(h.asked) > 0 {
			got, h.asked = h.asked[0], h.asked[1:]
		}
		_, want, _ := strings.Cut(rest, " ")
		if !strings.HasPrefix(got, want) {
			return fmt.Errorf("got %q", got)
		}
		return nil
	case "mode":
		return equal([]string{"selecting", "claim", "support", "objection", "evidence"}[h.tool.Mode()], last)
	case "cursor":
		return equal([]string{"arrow", "hand", "grabbing", "crosshair", "sideways"}[h.tool.Cursor()], last)
	case "zoom":
		return equal(strconv.FormatFloat(h.tool.View().Zoom, 'f', 2, 64), last)
	case "origin":
		v := h.tool.View()
		return equal(fmt.Sprintf("%.0f %.0f", v.Origin.X, v.Origin.Y), strings.Join(args[1:], " "))
	case "target":
		return equal(h.alias(o.Target.ID), h.alias(h.id(strings.Join(args[1:], ""))))
	case "hover":
		return equal(h.alias(o.Hover.ID), strings.Join(args[1:], ""))
	case "rubber":
		if len(args) == 1 {
			return is(o.Rubber != nil)
		}
		return equal(string(o.Kind), last)
	case "via": // ID X,Y…
		var got []string
		if l := m.Link(h.id(args[1])); l != nil {
			for _, at := range l.Via {
				got = append(got, fmt.Sprintf("%.0f,%.0f", at.X, at.Y))
			}
		}
		return equal(strings.Join(got, " "), strings.Join(args[2:], " "))
	case "contention":
		return equal(h.alias(m.Info().Contention), last)
	case "guides", "gaps":
		n := 0
		for _, g := range o.Guides {
			if g.Gap == (args[0] == "gaps") {
				n++
			}
		}
		return equal(strconv.Itoa(n), last)
	case "refused":
		return equal(h.alias(o.Refused.ID), strings.Join(args[1:], ""))
	case "why":
		if _, want, _ := strings.Cut(rest, " "); !strings.HasPrefix(o.Why, want) || want == "" && o.Why != "" {
			return fmt.Errorf("got %q", o.Why)
		}
		return nil
	case "width":
		return equal(fmt.Sprint(h.scene.Card(h.id(args[1])).Rect.W(), " ", m.Claim(h.id(args[1])).Width), strings.Join(args[2:], " "))
	case "text":
		return equal(m.Claim(h.id(args[1])).Text, strings.Join(args[2:], " "))
	case "note":
		return equal(strings.Join(strings.Fields(m.Claim(h.id(args[1])).Note), " "), strings.Join(args[2:], " "))
	case "evidence":
		var said []string
		for _, v := range m.Link(h.id(args[1])).Evidence {
			said = append(said, v.Text+"/"+string(v.Speaks()))
		}
		return equal(strings.Join(said, " "), strings.Join(args[2:], " "))
	case "grip":
		return is(o.Grip != nil)
	case "ghost":
		return is(o.Ghost != nil)
	case "marquee":
		return is(o.Marquee != nil)
	case "handle":
		return is(o.Handle != nil)
	case "busy":
		return is(h.tool.Busy())
	case "pinned":
		return is(m.Claim(h.id(last)).Pinned)
	case "inside":
		r := h.scene.Card(h.id(last)).Rect
		return is(h.tool.View().Window(h.tool.Size()).Holds(r))
	case "apart":
		return h.apart()
	case "link":
		l := m.Link(h.id(args[1]))
		if l == nil {
			return is(false)
		}
		var from []string
		for _, f := range l.From {
			from = append(from, h.alias(f))
		}
		return equal(fmt.Sprintf("%s %s %s", strings.Join(from, "+"), l.Kind, h.alias(l.To)), strings.Join(args[2:], " "))
	}
	c := m.Claim(h.id(args[0]))
	if len(args) == 1 {
		return is(c != nil || m.Link(h.id(args[0])) != nil)
	}
	if c == nil {
		return fmt.Errorf("there is no claim %s", args[0])
	}
	return equal(fmt.Sprintf("%g %g", c.At.X, c.At.Y), strings.Join(args[2:], " "))
}

// apart reports cards that overlap.
func (h *hands) apart() error {
	var rects []*scene.Card
	h.scene.Cards(h.scene.Bounds(), func(c *scene.Card) { rects = append(rects, c) })
	for i, a := range rects {
		for _, b := range rects[:i] {
			if a.Rect.Overlaps(b.Rect) {
				return fmt.Errorf("%s lies on %s", h.alias(a.ID), h.alias(b.ID))
			}
		}
	}
	return nil
}
