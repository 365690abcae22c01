package layout

import "warrant/canvas/geom"

func (p *plan) layers(nodes []int, at []geom.Point) []part { return p.trees(nodes, at) }
