// Package surface answers how a diagram is shown in a window and how pointer
// and keys reach the tool: a Fyne widget with a viewport, level of detail and
// a minimap. It never decides what a gesture means and never changes a map.
package surface

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

// Tool is what the surface feeds and whose view and overlay it shows; a
// *tool.Tool is one. Positions are device-independent pixels from the
// surface's upper left corner.
type Tool interface {
	Down(tool.Pointer)
	Move(tool.Pointer)
	Up(tool.Pointer)
	Leave()
	Cancel()
	Scroll(at geom.Point, dx, dy float64, mods tool.Mods)
	KeyDown(tool.Key, tool.Mods) bool
	KeyUp(tool.Key)
	View() geom.View
	SetView(geom.View)
	Resize(px geom.Size)
	Overlay() *tool.Overlay
	Cursor() tool.Cursor
	Busy() bool
	OnChange(func()) (cancel func())
}

// Surface is the widget. It is for the main goroutine.
type Surface struct {
	widget.BaseWidget

	tool    Tool
	scene   *scene.Scene
	doc     *argument.Document
	palette *palette.Palette
	fonts   *text.Fonts
	painter *paint.Painter
	mods    func() tool.Mods

	selected map[argument.ID]bool // replaced, not written to, when the selection changes
	choice   int                  // counts these changes
	unwatch  func()

	held  tool.Button // the button that is down, until Up or DragEnd
	lastP geom.Point  // where the pointer was last
	focus bool

	taking bool              // the keys are to come here: see Disabled
	ringed bool              // it is shown that keys go here
	border *canvas.Rectangle // that shows it

	clock    clock
	stats    recorder
	pictures *pictures
	links    *curvePool
	marks    *marks
	survey   *survey
	minimap  *minimap
	editor   *editor

	objects  []fyne.CanvasObject
	back     *backdrop
	pulse    *canvas.Rectangle // refreshed to have a frame drawn: it has no texture to lose
	probe    *probe
	zoomed   time.Time // when the zoom last changed
	seen     geom.View // of the frame before
	version  uint64    // of the scene in the frame before
	size     geom.Size
	still    bool   // nothing moves by itself
	bare     bool   // nothing but the map is shown
	shown    bool   // a frame has been put together for what is attached
	clicking bool   // the tool is taking a press or release
	asked    func() // opens the field it asked for
	onFirst  func()
	onKey    func(tool.Key)
	say      func(sentence string) string   // in the person's language
	first    func(tool.Key, tool.Mods) bool // asked before the tool
	pass     func(fyne.Shortcut)            // in place of the window's shortcuts, in tests
}

var (
	_ fyne.Widget        = (*Surface)(nil)
	_ fyne.Draggable     = (*Surface)(nil)
	_ fyne.Scrollable    = (*Surface)(nil)
	_ fyne.Shortcutable  = (*Surface)(nil)
	_ fyne.Tabbable      = (*Surface)(nil)
	_ desktop.Mouseable  = (*Surface)(nil)
	_ desktop.Hoverable  = (*Surface)(nil)
	_ desktop.Keyable    = (*Surface)(nil)
	_ desktop.Cursorable = (*Surface)(nil)
)

// New returns a widget that shows the scene of a document and feeds the
// tool. mods tells which modifier keys are down: the events of the toolkit do
// not always say.
func New(t Tool, sc *scene.Scene, doc *argument.Document, pal *palette.Palette, fonts *text.Fonts, mods func() tool.Mods) *Surface {
	s := &Surface{palette: pal, fonts: fonts, painter: paint.New(fonts), mods: mods}
	s.ExtendBaseWidget(s)
	s.back = newBackdrop()
	s.pulse = canvas.NewRectangle(color.Transparent)
	s.pulse.Resize(fyne.NewSize(1, 1))
	s.probe = newProbe(&s.stats)
	s.pictures = newPictures(pictureLeast)
	s.links = newCurvePool()
	s.marks = newMarks()
	s.survey = newSurvey(s.Repaint)
	s.minimap = newMinimap()
	s.editor = newEditor(s)
	s.clock.tick = s.tick
	s.Attach(t, sc, doc)
	return s
}

// Attach shows another document: its scene, and the tool that works on it.
// The scene must observe the document before it is attached.
func (s *Surface) Attach(t Tool, sc *scene.Scene, doc *argument.Document) {
	s.editor.close(false)
	if s.unwatch != nil {
		s.unwatch()
	}
	s.tool, s.scene, s.doc = t, sc, doc
	s.held, s.shown = tool.NoButton, false
	s.pictures.clear()
	s.survey.clear()
	unselect, unobserve := doc.WatchSelection(s.reselect), doc.Observe(func(argument.Difference) { s.Repaint() })
	unfollow := t.OnChange(s.Repaint)
	s.unwatch = func() {
		unselect()
		unobserve()
		unfollow()
		sc.OnRestyle(nil)
	}
	s.reselect()
	sc.OnRestyle(s.Repaint)
	if s.size != (geom.Size{}) {
		t.Resize(s.size)
	}
	s.Repaint()
}

func (s *Surface) reselect() {
	s.choice++
	s.selected = make(map[argument.ID]bool, len(s.doc.Selection()))
	for _, id := range s.doc.Selection() {
		s.selected[id] = true
	}
	s.Repaint()
}

// SetPalette changes the colours.
func (s *Surface) SetPalette(p *palette.Palette) {
	s.palette = p
	s.shown = false // all at once, not a few cards a frame
	s.survey.clear()
	s.Repaint()
}

// SetStill has nothing move or fade by itself.
func (s *Surface) SetStill(still bool) { s.still = still }

// SetBare has nothing shown but the map: neither the dots behind it nor the
// minimap.
func (s *Surface) SetBare(bare bool) {
	s.bare = bare
	s.Repaint()
}

// Repaint has the next frame drawn anew. Call it after the scene, the
// selection or the tool's overlay changed; more than one call a frame costs
// nothing. Use it in place of Refresh, which has every texture uploaded
// again.
func (s *Surface) Repaint() { s.clock.request() }

// Due reports whether something will be drawn though nothing more happens:
// what fades, what is painted for the zoom at rest, the overview that is being
// painted.
func (s *Surface) Due() bool { return s.clock.wanted.Load() || s.survey.busy }

// OnFirstFrame has fn called once, when the first frame with something in it
// has been drawn.
func (s *Surface) OnFirstFrame(fn func()) { s.onFirst = fn }

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return &renderer{s} }

// renderer hands the toolkit what frame.go has put together.
type renderer struct{ s *Surface }

func (r *renderer) Destroy()                     {}
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(160, 120) }
func (r *renderer) Refresh()                     { r.s.Repaint() }
func (r *renderer) IsClip()                      {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.s.objects }

// Layout is called for each frame in which the set of objects changed, so it
// does nothing unless the size did.
func (r *renderer) Layout(size fyne.Size) {
	px := geom.Size{W: float64(size.Width), H: float64(size.Height)}
	if r.s.size == px {
		return
	}
	r.s.size = px
	r.s.tool.Resize(px)
	r.s.Repaint()
}
