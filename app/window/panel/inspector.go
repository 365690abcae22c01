package panel

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
)

// Inspector shows what is selected and edits it: a link, a claim, several,
// or the map itself while nothing is.
type Inspector struct {
	desk   *Desk
	object *fyne.Container
	edge   *canvas.Rectangle
	scroll *container.Scroll

	page   *column // the one that is shown
	at     argument.ID
	link   *linkPage
	claim  *claimPage
	many   *manyPage
	whole  *mapPage
	study  *study
	follow *later // fills the page anew
	deepen *later // asks the study
	detach []func()

	sliding bool
}

// studyWhileSliding is how many links a map may have for effects to follow
// the hand; in a larger one they wait for its release.
const studyWhileSliding = 400

// NewInspector returns the inspector of a desk.
func NewInspector(d *Desk) *Inspector {
	p := &Inspector{desk: d, edge: canvas.NewRectangle(nil)}
	p.study = &study{desk: d}
	p.follow = &later{desk: d, wait: 15 * time.Millisecond, run: p.fill}
	p.deepen = &later{desk: d, wait: 150 * time.Millisecond, rest: p.study.rest, run: p.look}
	p.link = newLinkPage(d, p.arrange)
	p.claim = newClaimPage(d, p.arrange)
	p.many = newManyPage(d, p.arrange)
	p.whole = newMapPage(d)
	for _, g := range []*gauge{p.link.confidence, p.claim.prior, p.link.evidence.editor.reliable} {
		g.sliding = p.slid
	}
	p.link.evidence.reveal = p.revealEvidence
	p.page = p.whole.column
	p.scroll = container.NewVScroll(p.page)
	p.object = container.New(&inspectorLayout{p}, p.scroll, p.edge)
	p.Recolor()
	return p
}

// Object returns what is laid into the window.
func (p *Inspector) Object() fyne.CanvasObject { return p.object }

// Attach shows the desk's present session from now on.
func (p *Inspector) Attach() {
	for _, stop := range p.detach {
		stop()
	}
	p.study.forget()
	p.at = ""
	p.link.drop() // the same ID may name something else now
	p.claim.drop()
	p.many.tags.field.drop()
	p.whole.title.drop()
	s := p.desk.Session
	p.detach = []func(){
		s.Doc.Observe(func(d argument.Difference) {
			p.follow.ask()
			if weighs(d) {
				p.study.forget()
				p.deepen.ask()
			}
		}),
		s.Doc.WatchSelection(p.follow.ask),
	}
	p.follow.drop()
	p.deepen.drop()
	p.fill()
	p.look()
}

// Recolor follows a change of theme.
func (p *Inspector) Recolor() {
	c := p.desk.Palette()
	p.edge.FillColor = c.Of(palette.Rule)
	canvas.Refresh(p.edge)
	for _, page := range []*column{p.link.column, p.claim.column, p.many.column, p.whole.column} {
		repaint(page)
	}
	if p.detach != nil { // there is something to show
		p.fill()
	}
	p.arrange()
}

// weighs reports whether a difference can change a number.
func weighs(d argument.Difference) bool {
	if d.Info != nil || len(d.Links) > 0 {
		return true
	}
	return slices.ContainsFunc(d.Claims, func(c argument.Change[argument.Claim]) bool {
		return c.From == nil || c.To == nil || c.From.Prior != c.To.Prior
	})
}

// AddEvidence begins a new item of evidence on a link.
func (p *Inspector) AddEvidence(link argument.ID) {
	if p.desk.Session.Doc.Map().Link(link) == nil {
		return
	}
	p.desk.Session.Doc.Select(link)
	p.follow.ask()
	p.follow.flush()
	p.link.evidence.add()
}

// EditEvidence opens an item of evidence on a link.
func (p *Inspector) EditEvidence(link, item argument.ID) {
	l := p.desk.Session.Doc.Map().Link(link)
	if l == nil || !slices.ContainsFunc(l.Evidence, func(v argument.Evidence) bool { return v.ID == item }) {
		return
	}
	p.desk.Session.Doc.Select(link)
	p.follow.ask()
	p.follow.flush()
	p.link.evidence.edit(item)
	p.revealEvidence()
}

// revealEvidence scrolls until the item that is edited can be seen whole.
func (p *Inspector) revealEvidence() {
	list := p.link.evidence
	y := list.editor.Position().Y
	for _, o := range []fyne.CanvasObject{list.body, list.column, p.link.evidencePart} {
		y += o.Position().Y
	}
	const room = 12
	bottom := y + list.editor.Size().Height + room - p.scroll.Size().Height
	if at := max(p.scroll.Offset.Y, bottom); at != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, min(at, y-room)))
	}
}

// fill shows what is selected as it is now.
func (p *Inspector) fill() {
	doc := p.desk.Session.Doc
	m := doc.Map()
	selected := doc.Selection()
	page, at := p.whole.column, argument.ID("")
	switch {
	case len(selected) > 1:
		page = p.many.column
	case len(selected) == 1:
		at = selected[0]
		page = p.claim.column
		if m.Link(at) != nil {
			page = p.link.column
		}
	}
	moved := page != p.page || at != p.at
	if moved {
		p.leave()
		p.study.stop()
		p.yield()
	}
	p.page, p.at = page, at
	switch page {
	case p.link.column:
		p.link.show(at)
	case p.claim.column:
		p.claim.show(at)
	case p.many.column:
		p.many.show(selected)
	default:
		p.whole.show()
	}
	if moved {
		p.scroll.Content = page
		p.scroll.Offset = fyne.Position{}
		p.deepen.ask()
		p.deepen.flush()
	}
	p.arrange()
}

// Commit takes what is being typed into the map, which otherwise happens when
// the keys go elsewhere. Call it before the map is saved or closed.
func (p *Inspector) Commit() { p.leave() }

// yield gives the keys to the canvas if they are on the page that is left.
func (p *Inspector) yield() {
	c := p.desk.Window.Canvas()
	focused := c.Focused()
	_, ours := focused.(onPage)
	_, pick := focused.(*control.Pick)
	if ours || pick {
		c.Unfocus()
		p.desk.FocusCanvas()
	}
}

// onPage is a control of an inspector's page, but for picks.
type onPage interface{ onPage() }

func (*field) onPage()        {}
func (*press) onPage()        {}
func (*slider) onPage()       {}
func (*doorway) onPage()      {}
func (*barRow) onPage()       {}
func (*evidenceCard) onPage() {}

// leave commits what is being typed on the page that is left.
func (p *Inspector) leave() {
	switch p.page {
	case p.link.column:
		p.link.leave()
	case p.claim.column:
		p.claim.leave()
	case p.many.column:
		p.many.tags.field.flush()
	case p.whole.column:
		p.whole.leave()
	}
}

// Due reports whether something is being found out that will be shown.
func (p *Inspector) Due() bool {
	return p.study.running || p.follow.timer != nil || p.deepen.timer != nil
}

// look asks the study for what the page shows of the numbers.
func (p *Inspector) look() {
	if p.sliding && p.desk.Session.Doc.Map().NumLinks() > studyWhileSliding {
		return
	}
	switch p.page {
	case p.link.column:
		if p.desk.Session.Doc.Map().Link(p.at) != nil {
			p.link.study(p.study, p.arrange)
		}
	case p.claim.column:
		if p.desk.Session.Doc.Map().Claim(p.at) != nil {
			p.claim.study(p.study, p.arrange)
		}
	case p.whole.column:
		p.whole.study(p.study, p.arrange)
	}
}

// slid is told when a hand takes a slider and lets it go.
func (p *Inspector) slid(on bool) {
	p.sliding = on
	if !on {
		p.deepen.ask()
	}
}

// arrange lays the page out anew, since something on it has another height.
func (p *Inspector) arrange() {
	w := p.scroll.Size().Width
	if w <= 0 {
		return
	}
	p.page.Resize(fyne.NewSize(w, max(p.page.heightFor(w), p.scroll.Size().Height)))
	p.page.Refresh()
	p.scroll.Refresh()
	canvas.Refresh(p.edge) // neither of them is known to the window while the page is new and fits
}

// inspectorLayout sets the panel's rule at its left.
type inspectorLayout struct{ p *Inspector }

func (*inspectorLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 100) }

func (l *inspectorLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.p
	p.edge.Resize(fyne.NewSize(1, size.Height))
	p.scroll.Move(fyne.NewPos(1, 0))
	w := size.Width - 1
	p.page.Resize(fyne.NewSize(w, p.page.heightFor(w)))
	p.scroll.Resize(fyne.NewSize(w, size.Height))
}
