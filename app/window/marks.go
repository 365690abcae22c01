package window

import (
	"maps"

	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/scene"
)

// marks are what is to be noticed on the canvas, by what they come from. What
// was found stands over what differs, and that over what a review remarks on.
type marks struct {
	of                       *session.Session
	remarked, differs, found map[argument.ID]scene.Mark
}

// remark marks what a review remarks on; nil ends it.
func (m *marks) remark(ids map[argument.ID]scene.Mark) {
	if len(ids) > 0 || len(m.remarked) > 0 {
		m.remarked = ids
		m.show()
	}
}

// differ marks what differs from another version; nil ends it.
func (m *marks) differ(ids map[argument.ID]scene.Mark) {
	m.differs = ids
	m.show()
}

// find marks what was found; nil ends it.
func (m *marks) find(ids map[argument.ID]scene.Mark) {
	m.found = ids
	m.show()
}

func (m *marks) show() {
	all := make(map[argument.ID]scene.Mark, len(m.remarked)+len(m.differs)+len(m.found))
	maps.Copy(all, m.remarked)
	maps.Copy(all, m.differs)
	maps.Copy(all, m.found)
	m.of.Scene.Mark(all) // the surface follows that of the map it shows
}
