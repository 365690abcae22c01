package tool_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

// TestScripts plays testdata/*.txt: what hands do, a line each, and what is
// to be seen then. A line "# title" begins a new script on a fresh map.
//
//	down POINT [MODS] [middle|right]   move DX DY   to POINT   up
//	click, double, also  POINT [MODS] [middle|right]
//	hover POINT   key [MODS+]KEY   keyup KEY   wheel DX DY POINT [MODS]
//	frames N   leave   blur   lose   cancel   undo   redo   pause   call NAME ARGS
//	answer OFFER|nothing   (to what the window was last told to offer)
//	call turn right|left|up   (has the premises lie on that side of their targets)
//
// A POINT is c2 (the card's middle), c2.top, c2.bottom, c2.left, c2.right, c2.grip,
// l2 (the label), l1.junction, l2.curve (near the first
// premise), l2.third (of its way), l2.tip (near the arrow),
// l2.place (the first that it is led through), or X,Y in pixels. Claims made by
// the script are called n1, n2, …, links k1, k2, …
//
//	see c2 at X Y            see link l1 c3+c4 supports c1     see no c2
//	see selected IDS…        see steps LABEL | LABEL           see host WORDS
//	see mode|cursor|zoom|origin|target|rubber|contention VALUE
//	see via ID X,Y…          see guides|gaps N        see width|text|note|evidence ID VALUE   see refused ID   see why WORDS
//	see ghost, marquee, handle, grip, busy, apart, inside ID
//
// "see host" takes the oldest thing that the tool asked of the window and
// compares its beginning; "see host nothing" wants that there is none left.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts: ", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var h *hands
		for i, line := range strings.Split(string(data), "\n") {
			where := fmt.Sprintf("%s:%d", file, i+1)
			line = strings.TrimSpace(line)
			if title, ok := strings.CutPrefix(line, "# "); ok {
				h.end(where)
				h = newHands(t, strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+title)
				continue
			}
			if line == "" || h.failed {
				continue
			}
			if err := h.do(line); err != nil {
				h.failed = true
				t.Errorf("%s: %s: %s\n\t%v", where, h.title, line, err)
			}
		}
		h.end(file)
	}
}

// hands plays a script.
type hands struct {
	t      *testing.T
	title  string
	failed bool
	doc    *argument.Document
	scene  *scene.Scene
	tool   *tool.Tool
	names  map[string]argument.ID
	asked  []string
	answer func(tool.Offer, bool) // of what was offered last
	at     geom.Point
	held   tool.Button
	mods   tool.Mods
	now    time.Time
}

func newHands(t *testing.T, title string) *hands {
	place := func(id argument.ID, x, y float64) argument.Claim {
		return argument.Claim{ID: id, Text: "claim " + string(id), At: argument.Point{X: x, Y: y}, Placed: true}
	}
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{Title: title, Contention: "c1"},
		Claims: []argument.Claim{
			place("c1", 350, 40), place("c2", 100, 220), place("c3", 350, 220), place("c4", 600, 220),
			place("c5", 60, 420), place("c6", 700, 480),
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c3", "c4"}, To: "c1"},
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c2"}, To: "c1"},
			{ID: "l3", Kind: argument.Opposes, From: []argument.ID{"c5"}, To: "l2"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	h := &hands{t: t, title: title, doc: argument.NewDocument(m), names: map[string]argument.ID{}, now: time.Unix(1e9, 0)}
	h.scene = scene.New(m, mono{}, even{})
	h.doc.Observe(h.scene.Apply)
	claims, links := 0, 0
	h.doc.Observe(func(d argument.Difference) {
		known := func(id argument.ID) bool { return h.alias(id) != string(id) || len(id) == 2 }
		for _, c := range d.Claims {
			if c.From == nil && !known(c.To.ID) {
				claims++
				h.names["n"+strconv.Itoa(claims)] = c.To.ID
			}
		}
		for _, c := range d.Links {
			if c.From == nil && !known(c.To.ID) {
				links++
				h.names["k"+strconv.Itoa(links)] = c.To.ID
			}
		}
	})
	h.tool = tool.New(h.doc, h.scene, h)
	h.tool.Resize(geom.Size{W: 1000, H: 700})
	return h
}

// end checks what holds after every script: nothing is half done, and undo
// of all gives the first map back.
func (h *hands) end(where string) {
	if h == nil || h.failed {
		return
	}
	if len(h.asked) > 0 {
		h.t.Errorf("%s: %s: the script does not mention that the tool asked: %q", where, h.title, h.asked)
	}
	if h.tool.Busy() {
		h.t.Errorf("%s: %s: ends in the middle of a gesture", where, h.title)
	}
	for h.doc.Undo() {
	}
	if h.doc.Modified() {
		h.t.Errorf("%s: %s: undoing all steps does not lead back", where, h.title)
	}
}

func (h *hands) id(name string) argument.ID {
	if id, ok := h.names[name]; ok {
		return id
	}
	return argument.ID(name)
}

func (h *hands) alias(id argument.ID) string {
	for name, named := range h.names {
		if named == id {
			return name
		}
	}
	return string(id)
}

func (h *hands) EditText(id argument.ID, fresh bool) {
	if fresh { // wherever it was made, a new card lies on no other
		mine := h.scene.Card(id)
		h.scene.Cards(mine.Rect, func(c *scene.Card) {
			if c != mine {
				h.t.Errorf("%s: the new card %v lies on %v", h.title, mine.Rect, c.Rect)
			}
		})
	}
	h.asked = append(h.asked, strings.TrimSpace("edit "+h.alias(id)+map[bool]string{true: " fresh"}[fresh]))
}

func (h *hands) AddEvidence(id argument.ID) { h.asked = append(h.asked, "evidence "+h.alias(id)) }

func (h *hands) Menu(hit scene.Hit, _ geom.Point) {
	h.asked = append(h.asked, strings.TrimSpace("menu "+h.alias(hit.ID)))
}

var offerNames = []string{"reason", "objection", "premise"}

func (h *hands) Choose(_ geom.Point, offers []tool.Offer, chosen func(tool.Offer, bool)) {
	h.answer = chosen
	asked := "choose"
	for _, o := range offers {
		asked += " " + offerNames[o]
	}
	h.asked = append(h.asked, asked)
}

func (h *hands) Explain(sentences ...string) {
	h.asked = append(h.asked, "explain "+strings.Join(sentences, " "))
}

// mono measures as if each letter were 0.55 em wide, so that these scripts
// hang on no font.
type mono struct{}

func (mono) Width(line string, s text.Style) float64 { return 0.55 * s.Size * float64(len(line)) }

func (m mono) Wrap(s string, _ text.Style, _ float64) []text.Line { return []text.Line{{Text: s}} }

// even says 50 % of everything.
type even struct{}

func (even) Credence(argument.ID) (float64, bool) { return 0.5, true }
func (even) Base(argument.ID) (float64, bool)     { return 0.5, false }

func (h *hands) pointer(b tool.Button) tool.Pointer {
	h.now = h.now.Add(10 * time.Millisecond)
	return tool.Pointer{At: h.at, Button: b, Mods: h.mods, Time: h.now}
}

func (h *hands) move(to geom.Point) {
	// On the way, as a hand does, not in one leap.
	from := h.at
	for i := 1; i <= 4; i++ {
		h.at = from.Lerp(to, float64(i)/4)
		h.tool.Move(h.pointer(h.held))
	}
}

func (h *hands) down(to geom.Point, b tool.Button) {
	h.at = to
	h.held = b
	h.tool.Down(h.pointer(b))
}

func (h *hands) up() {
	p := h.pointer(h.held)
	h.held = tool.NoButton
	h.tool.Up(p)
}

func (h *hands) do(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	args := strings.Fields(rest)
	switch word {
	case "see":
		return h.see(args, rest)
	case "down", "also", "click", "double", "hover", "to":
		return h.pointTo(word, args)
	case "move":
		d, err := numbers(args)
		if err != nil || len(d) != 2 {
			return fmt.Errorf("move wants two numbers")
		}
		h.move(h.at.Add(geom.Pt(d[0], d[1])))
	case "up":
		h.up()
	case "key", "keyup":
		parts := strings.Split(args[0], "+")
		key := tool.Key(parts[len(parts)-1])
		if args[0] == "plus" {
			key = "+"
		}
		if word == "keyup" {
			h.tool.KeyUp(key)
			return nil
		}
		mods, _ := modsOf(parts[:len(parts)-1])
		if used := h.tool.KeyDown(key, mods); used == slices.Contains(args, "unused") {
			return fmt.Errorf("used: %v", used)
		}
	case "wheel":
		d, err := numbers(args[:2])
		if err != nil {
			return err
		}
		p, err := h.point(args[2])
		if err != nil {
			return err
		}
		mods, _ := modsOf(args[3:])
		h.tool.Scroll(p, d[0], d[1], mods)
	case "answer":
		if h.answer == nil {
			return fmt.Errorf("nothing was offered")
		}
		o := slices.Index(offerNames, args[0])
		h.answer(tool.Offer(max(o, 0)), o >= 0)
	case "leave":
		h.tool.Leave()
	case "blur":
		h.tool.KeyUp("Space") // as the surface does when it loses the focus
	case "cancel":
		h.tool.Cancel()
	case "lose": // the button goes up and nobody tells
		h.held = tool.NoButton
	case "undo", "redo":
		if word == "undo" && !h.doc.Undo() || word == "redo" && !h.doc.Redo() {
			return fmt.Errorf("there is nothing to %s", word)
		}
	case "pause":
		h.now = h.now.Add(time.Second)
	case "frames":
		n, err := strconv.Atoi(args[0])
		for range n {
			h.tool.Tick(16 * time.Millisecond)
		}
		return err
	case "call":
		return h.call(args)
	default:
		return fmt.Errorf("no such command")
	}
	return nil
}

func (h *hands) pointTo(word string, args []string) error {
	p, err := h.point(args[0])
	if err != nil {
		return err
	}
	var b tool.Button
	h.mods, b = modsOf(args[1:])
	switch word {
	case "down":
		h.down(p, b)
	case "also": // a press of another button while one is held
		held, at := h.held, h.at
		h.down(p, b)
		h.up()
		h.held, h.at = held, at
	case "hover", "to":
		h.move(p)
	case "double":
		h.down(p, b)
		h.up()
		fallthrough
	case "click":
		h.down(p, b)
		h.up()
	}
	return nil
}

func (h *hands) point(name string) (geom.Point, error) {
	if n, err := numbers(strings.Split(name, ",")); err == nil && len(n) == 2 {
		return geom.Pt(n[0], n[1]), nil
	}
	name, part, _ := strings.Cut(name, ".")
	id := h.id(name)
	var at geom.Point
	if c := h.scene.Card(id); c != nil {
		at = c.Rect.Center()
		switch part {
		case "top":
			at.Y = c.Rect.Min.Y
		case "bottom":
			at.Y = c.Rect.Max.Y
		case "left":
			at.X = c.Rect.Min.X
		case "right":
			at.X = c.Rect.Max.X
		case "grip":
			at = c.Rect.Max.Sub(geom.Pt(3, 3))
		}
	} else if l := h.scene.Link(id); l != nil {
		switch part {
		case "":
			at = l.Label.Center()
		case "junction":
			at = l.Junction
		case "curve":
			at = l.Curves[0].At(0.12)
		case "third":
			at = along(l, 0.35)
		case "place":
			if len(l.Via) == 0 {
				return at, fmt.Errorf("%s is not led: %v", name, l.Curves)
			}
			at = l.Via[0]
		case "tip":
			at = l.Curves[len(l.Curves)-1].At(0.85)
		}
	} else {
		return at, fmt.Errorf("%s is not shown", name)
	}
	return h.tool.View().ToScreen(at), nil
}

func modsOf(words []string) (m tool.Mods, b tool.Button) {
	b = tool.Primary
	for _, w := range words {
		switch strings.ToLower(w) {
		case "shift":
			m |= tool.Shift
		case "ctrl":
			m |= tool.Command
		case "alt":
			m |= tool.Alt
		case "middle":
			b = tool.Middle
		case "right":
			b = tool.Secondary
		}
	}
	return m, b
}

func numbers(words []string) ([]float64, error) {
	var ns []float64
	for _, w := range words {
		n, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return nil, err
		}
		ns = append(ns, n)
	}
	return ns, nil
}

func (h *hands) call(args []string) error {
	switch args[0] {
	case "duplicate":
		h.tool.Duplicate()
	case "insert":
		h.tool.InsertClaim(h.id(strings.Join(args[1:], "")))
	case "turn":
		return h.doc.Do("Turn", func(e *argument.Edit) error {
			for c := range h.doc.Map().Claims() {
				at := map[string]argument.Point{"right": {X: 2 * c.At.Y, Y: c.At.X}, "left": {X: 700 - 2*c.At.Y, Y: c.At.X}, "up": {X: c.At.X, Y: 560 - c.At.Y}}[args[1]]
				if err := e.MoveClaim(c.ID, at); err != nil {
					return err
				}
			}
			return nil
		})
	case "merge":
		h.tool.Merge()
	case "reason":
		h.tool.GiveReason(h.id(args[1]), "So it is", "It was so")
	case "split":
		h.tool.Split()
	case "say":
		return h.doc.Do("Say", func(e *argument.Edit) error {
			return e.UpdateClaim(h.id(args[1]), func(c *argument.Claim) { c.Text = strings.Join(args[2:], " ") })
		})
	case "attach":
		h.tool.AttachEvidence(h.id(args[1]), []argument.Evidence{{Kind: argument.Exhibit, Text: args[2], Stance: argument.Stance(strings.Join(args[3:], ""))}})
	case "toclaim":
		h.tool.EvidenceToClaim(h.id(args[1]), h.doc.Map().Link(h.id(args[1])).Evidence[0].ID)
	case "toevidence":
		h.tool.ClaimToEvidence()
	case "wider", "narrower":
		h.tool.Widen(args[0] == "wider")
	case "unlead":
		h.tool.Unlead()
	case "usual":
		h.tool.UsualWidth()
	case "samerole":
		h.tool.SelectSameRole()
	case "lacking":
		h.tool.SelectLackingEvidence()
	case "flip":
		h.tool.Flip()
	case "branch":
		h.tool.SelectBranch()
	case "contention":
		h.tool.SetContention()
	case "collapse":
		h.tool.ToggleCollapse()
	case "pin":
		h.tool.TogglePin()
	case "premise":
		h.tool.AddLinkedPremise(h.id(args[1]))
	case "align":
		h.tool.Align(map[string]tool.Edge{"left": tool.LeftEdge, "center": tool.CenterLine, "right": tool.RightEdge, "top": tool.TopEdge, "middle": tool.MiddleLine, "bottom": tool.BottomEdge}[args[1]])
	case "distribute":
		h.tool.Distribute(map[string]tool.Axis{"horizontal": tool.Horizontal, "vertical": tool.Vertical}[args[1]])
	case "connect":
		h.tool.Connect(argument.Kind(args[1]), slices.Contains(args, "joined"))
	case "join":
		h.tool.Join()
	case "select":
		var ids []argument.ID
		for _, a := range args[1:] {
			ids = append(ids, h.id(a))
		}
		h.doc.Select(ids...)
	case "reveal":
		h.tool.Reveal(h.id(args[1]))
	case "fit":
		h.tool.FitAll()
	case "fitselection":
		h.tool.FitSelection()
	case "fill": // a document in which nothing is left
		return h.doc.Do("Clear", func(e *argument.Edit) error {
			for c := range e.Map().Claims() {
				e.Remove(c.ID)
			}
			return nil
		})
	default:
		return fmt.Errorf("no such call")
	}
	return nil
}

// along is the place on a link's trunk after that share of its length.
func along(l *scene.Link, share float64) geom.Point {
	whole := 0.0
	for _, c := range l.Curves[l.Trunk:] {
		whole += c.A.Distance(c.D)
	}
	rest := share * whole
	for _, c := range l.Curves[l.Trunk:] {
		long := c.A.Distance(c.D)
		if rest <= long {
			return c.At(rest / long)
		}
		rest -= long
	}
	return l.Tip
}
