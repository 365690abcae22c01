package panel

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// Outline is the map as an indented text: a second view of all of it, in
// step with the canvas, that can be walked and edited by keys.
type Outline struct {
	desk   *Desk
	object *sheet
	list   *outlineList

	rows   []argument.Row
	bonds  []uint16            // of linked premises that pass by each line
	joins  []bool              // a further premise of the line's link stands below
	first  map[argument.ID]int // the line where a claim or link stands first
	stale  bool                // rows are to be made anew when there is time
	redo   *later              // makes the rows anew
	repeat *later              // shows them anew
	detach []func()
	quiet  bool // the list follows the selection, and not the other way
}

// NewOutline returns the outline of a desk.
func NewOutline(d *Desk) *Outline {
	o := &Outline{desk: d, stale: true}
	o.list = &outlineList{panel: o, at: -1}
	o.list.Length = func() int { return len(o.rows) }
	o.list.CreateItem = func() fyne.CanvasObject { return newOutlineRow(d) }
	o.list.UpdateItem = func(i widget.ListItemID, object fyne.CanvasObject) {
		if i < len(o.rows) {
			object.(*outlineRow).say(o.says(i))
		}
	}
	o.list.OnSelected = o.chosen
	o.list.HideSeparators = true
	o.list.ExtendBaseWidget(o.list)
	o.object = newSheet(o.list, func() { o.redo.ask() })
	o.redo = &later{desk: d, wait: 60 * time.Millisecond, run: o.rebuild}
	o.repeat = &later{desk: d, wait: 30 * time.Millisecond, run: o.refresh}
	return o
}

// Object returns what is laid into the window.
func (o *Outline) Object() fyne.CanvasObject { return o.object }

// Attach shows the desk's present session from now on.
func (o *Outline) Attach() {
	for _, stop := range o.detach {
		stop()
	}
	s := o.desk.Session
	o.detach = []func(){
		s.Doc.Observe(o.follow), s.Doc.WatchSelection(o.repeat.ask),
		s.OnNumbers(func(_, _ []argument.ID) { o.repeat.ask() }),
	}
	o.stale = true
	o.redo.drop()
	o.rebuild()
}

// Recolor follows a change of theme.
func (o *Outline) Recolor() { o.list.Refresh() }

// follow is told what changed in the map.
func (o *Outline) follow(d argument.Difference) {
	o.repeat.ask()
	if restructures(d) {
		o.stale = true
		o.redo.ask()
	}
}

// restructures reports whether a difference can add, remove or reorder lines
// of an outline.
func restructures(d argument.Difference) bool {
	if d.Info != nil && (d.Info.From == nil || d.Info.To == nil || d.Info.From.Contention != d.Info.To.Contention) {
		return true
	}
	for _, c := range d.Claims {
		if c.From == nil || c.To == nil || c.From.At != c.To.At || c.From.Placed != c.To.Placed {
			return true
		}
	}
	for _, c := range d.Links {
		if c.From == nil || c.To == nil || c.From.To != c.To.To || c.From.Kind != c.To.Kind || !equalIDs(c.From.From, c.To.From) {
			return true
		}
	}
	return false
}

func equalIDs(a, b []argument.ID) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// rebuild makes the lines anew, once the outline is in view and no gesture
// is under way.
func (o *Outline) rebuild() {
	if !o.stale || !o.object.Visible() {
		return
	}
	if t := o.desk.Tool; t != nil && t.Busy() {
		o.redo.ask()
		return
	}
	o.stale = false
	o.rows = o.desk.Session.Doc.Map().Outline()
	o.first = make(map[argument.ID]int, len(o.rows))
	for i, r := range o.rows {
		if !r.Again {
			o.first[r.Claim] = i
		}
		if _, ok := o.first[r.Link]; !ok && r.Link != "" {
			o.first[r.Link] = i
		}
	}
	o.bind()
	o.quiet = true
	o.list.UnselectAll()
	o.quiet = false
	o.refresh()
}

// bind finds out which lines are joined: from the first premise of a link to
// its last a bond goes down past what bears on those between.
func (o *Outline) bind() {
	last := make(map[argument.ID]int)
	for i, r := range o.rows {
		if r.Joined {
			last[r.Link] = i
		}
	}
	o.bonds, o.joins = make([]uint16, len(o.rows)), make([]bool, len(o.rows))
	var until [outlineDeepest + 1]int
	for i, r := range o.rows {
		for d, end := range until {
			if end > i && d < r.Depth {
				o.bonds[i] |= 1 << d
			}
		}
		if last[r.Link] > i {
			o.joins[i] = true
			if r.Depth <= outlineDeepest {
				until[r.Depth] = last[r.Link]
			}
		}
	}
}

// refresh shows the lines and the selection as they are now.
func (o *Outline) refresh() {
	if !o.object.Visible() {
		return
	}
	o.list.Refresh()
	o.followSelection()
}

func (o *Outline) followSelection() {
	o.quiet = true
	defer func() { o.quiet = false }()
	selected := o.desk.Session.Doc.Selection()
	if len(selected) == 0 {
		o.list.UnselectAll()
		o.list.at = -1
		return
	}
	id := selected[len(selected)-1]
	if at := o.list.at; at >= 0 && at < len(o.rows) && (o.rows[at].Claim == id || o.rows[at].Link == id && o.first[id] == at) {
		o.list.Select(at)
		return
	}
	if at, ok := o.first[id]; ok {
		o.list.at = at
		o.list.Select(at)
	}
}

// chosen is told that a line was clicked or walked to.
func (o *Outline) chosen(i widget.ListItemID) {
	o.list.at = i
	if o.quiet || i >= len(o.rows) {
		return
	}
	o.desk.Go(o.rows[i].Claim)
}

// says puts a line into words.
func (o *Outline) says(i int) outlineSays {
	r := o.rows[i]
	m := o.desk.Session.Doc.Map()
	s := outlineSays{depth: r.Depth, text: claimText(m, r.Claim), ink: palette.Text, joined: r.Joined, joins: o.joins[i], bonds: o.bonds[i], look: o.desk.look()}
	v := o.desk.Session.Numbers.Claim(r.Claim)
	if s.value = percent(v.Credence); !v.Known {
		s.value = language.Say("unsettled")
	}
	if l := m.Link(r.Link); l != nil {
		s.role = roleOfLink(m, l)
		if s.sign = scene.Sign(m.LinkRole(l)); r.Joined {
			s.sign = "&"
		}
	}
	if r.Claim == m.Info().Contention {
		s.bold, s.ink = true, palette.Contention
	}
	if r.Again {
		s.ink, s.value = palette.Muted, language.Say("above")
	}
	return s
}

// outlineList is a list in which the arrow keys choose at once.
type outlineList struct {
	widget.List
	panel *Outline
	at    int // the line chosen, or -1
}

// TypedKey walks the outline: up and down by lines, left to what a line
// bears on, right to what bears on it; F2 or Return edits the claim.
func (l *outlineList) TypedKey(e *fyne.KeyEvent) {
	o := l.panel
	switch e.Name {
	case fyne.KeyDown:
		l.walk(l.at + 1)
	case fyne.KeyUp:
		l.walk(l.at - 1)
	case fyne.KeyPageDown:
		l.walk(l.at + 10)
	case fyne.KeyPageUp:
		l.walk(max(l.at-10, 0))
	case fyne.KeyHome:
		l.walk(0)
	case fyne.KeyEnd:
		l.walk(len(o.rows) - 1)
	case fyne.KeyLeft:
		for i := l.at - 1; i >= 0 && l.at < len(o.rows); i-- {
			if o.rows[i].Depth < o.rows[l.at].Depth {
				l.walk(i)
				break
			}
		}
	case fyne.KeyRight:
		if i := l.at + 1; i > 0 && i < len(o.rows) && o.rows[i].Depth > o.rows[l.at].Depth {
			l.walk(i)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		o.desk.Tool.KeyDown(tool.Key("F2"), 0)
	case fyne.KeyDelete, fyne.KeyBackspace:
		o.desk.Tool.Delete()
	case fyne.KeyEscape:
		o.desk.FocusCanvas()
	default:
		control.Unused(l, e)
	}
}

// FocusGained points at the line chosen.
func (l *outlineList) FocusGained() {
	if l.at >= 0 && l.at < len(l.panel.rows) {
		l.Highlight(l.at)
	}
	l.List.FocusGained()
}

func (l *outlineList) walk(to int) {
	if n := len(l.panel.rows); n > 0 {
		l.Select(min(max(to, 0), n-1))
	}
}
