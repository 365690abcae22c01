package surface_test

import (
	"math"
	"testing"

	"warrant/canvas/geom"
	"warrant/canvas/surface"
)

// The update of a frame: what the surface does before the toolkit draws.

func BenchmarkPan(b *testing.B) {
	w := open(b, field(10_000))
	for _, zoom := range []float64{1, 0.5, 0.36, 0.1} {
		b.Run(name(zoom), func(b *testing.B) {
			w.tool.SetView(geom.View{Origin: geom.Pt(2000, 2000), Zoom: zoom})
			w.Settle()
			for i := range b.N {
				// To and fro, so that all but the edges is painted already.
				w.tool.SetView(geom.View{Origin: geom.Pt(2000+600*math.Sin(float64(i)/40), 2000), Zoom: zoom})
			}
		})
	}
}

func name(zoom float64) string {
	return map[float64]string{1: "cards", 0.5: "labels", 0.36: "titles", 0.1: "overview"}[zoom]
}

func BenchmarkOverview(b *testing.B) {
	w := open(b, field(10_000))
	w.tool.FitAll()
	w.Settle()
	b.Run("snapshot", func(b *testing.B) {
		for range b.N {
			surface.TakeSnapshot(w.scene)
		}
	})
	b.Run("paint", func(b *testing.B) {
		for range b.N {
			w.PaintOverview()
		}
	})
}

// BenchmarkHub pans over a claim with 100,000 links.
func BenchmarkHub(b *testing.B) {
	w := open(b, hub(100_000))
	for _, zoom := range []float64{1, 0.36, 0.1} {
		b.Run(name(zoom), func(b *testing.B) {
			w.tool.SetView(geom.View{Origin: geom.Pt(-600, -200), Zoom: zoom})
			w.Settle()
			b.ReportMetric(float64(len(w.Objects())), "objects")
			b.ResetTimer()
			for i := range b.N {
				w.tool.SetView(geom.View{Origin: geom.Pt(-600+60*math.Sin(float64(i)/40), -200), Zoom: zoom})
				w.Frame()
			}
			b.ReportMetric(float64(len(w.Objects())), "objects")
		})
	}
}
