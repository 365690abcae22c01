package surface

import (
	"warrant/argument"
	"warrant/canvas/geom"
)

// Where a claim has thousands of links, those in view are not drawn one by one
// but as one picture, a bundle, that lies under the cards.
const (
	mostCrowded = 400  // links in crowds that are drawn one by one
	mostSampled = 6000 // of all links in crowds, that a picture is painted from: more are one surface
	ownLinks    = 4    // of a card in view, that are drawn over the bundle
	bundleFaint = 0.3  // opacity of the bundle
)

// showBundle puts the picture of the crowds into the frame, once it is painted.
func (s *Surface) showBundle(f *frame) {
	v := s.survey
	v.collect()
	n, overdue := v.fresh(s.scene, f.now)
	f.more = f.more || overdue
	if !v.busy {
		if j, needed := s.overviewJob(f, n, true); needed {
			v.send(j)
		}
	}
	if v.has(true) {
		s.showSurvey(f)
	}
}

// pickLinks adds links that are drawn one by one all the same: those of the
// cards in view, what is selected and what the pointer is at.
func (s *Surface) pickLinks(f *frame, inView geom.Rect) {
	there := make(map[argument.ID]bool, len(f.links))
	for _, l := range f.links {
		there[l.ID] = true
	}
	add := func(id argument.ID) {
		if l := s.scene.Link(id); l != nil && !there[id] && len(l.Curves) > 0 && l.Bounds.Overlaps(inView) && s.scene.Shows(id) > 0 {
			there[id] = true
			f.links = append(f.links, l)
		}
	}
	o := s.tool.Overlay()
	add(o.Hover.ID)
	add(o.Target.ID)
	if len(s.selected) <= mostRings {
		for _, id := range s.doc.Selection() {
			add(id)
		}
	}
	for _, c := range f.cards[:min(len(f.cards), mostCrowded/ownLinks)] {
		n := 0
		for l := range s.doc.Map().Outgoing(c.ID) {
			add(l.ID)
			if n++; n == ownLinks {
				break
			}
		}
	}
}
