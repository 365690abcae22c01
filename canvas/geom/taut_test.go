package geom

import (
	"reflect"
	"testing"
)

func TestAWayThroughGatesIsTaut(t *testing.T) {
	for _, test := range []struct {
		what     string
		from, to Point
		gates    []Gate
		want     []Point
	}{
		{"nothing between", Pt(0, 0), Pt(100, 50), nil, nil},
		{"straight through", Pt(0, 0), Pt(100, 100), []Gate{{40, 30, 50}, {60, 50, 70}}, nil},
		{"round one corner", Pt(0, 0), Pt(100, 0), []Gate{{50, 20, 40}}, []Point{Pt(50, 20)}},
		{"along a row", Pt(0, 0), Pt(100, 0), []Gate{{40, -40, -20}, {60, -40, -20}}, []Point{Pt(40, -20), Pt(60, -20)}},
		{"one side, then the other", Pt(0, 0), Pt(100, 0), []Gate{{30, 10, 20}, {70, -20, -10}}, []Point{Pt(30, 10), Pt(70, -10)}},
		{"only the nearest corner counts", Pt(0, 0), Pt(100, 0), []Gate{{25, 5, 90}, {50, 20, 90}, {75, 5, 90}}, []Point{Pt(50, 20)}},
	} {
		if got := Taut(test.from, test.to, test.gates); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", test.what, got, test.want)
		}
	}
}
