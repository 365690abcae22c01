//go:build e2e && linux

package e2e

import (
	"path/filepath"
	"testing"

	"warrant/app/e2e/report"
)

// TestScreenshots takes the pictures of the README: the bundled map with a
// link selected, light and dark.
func TestScreenshots(t *testing.T) {
	folder := *shootInto
	if folder == "" {
		folder = t.TempDir()
	}
	for _, look := range []string{"light", "dark"} {
		home := newHome(t)
		prefer(t, home, `{"theme":"`+look+`"}`)
		w := start(t, home, "--example", "turn-to-the-east")
		s := w.wait("the map", func(s *report.State) bool { return !s.Labels[shown].Empty() })
		w.click(s.Labels[shown].Center())
		s = w.wait("the inspector", func(s *report.State) bool {
			return slider(s, "Confidence") != nil && says(s, "Why it matters") && says(s, "Rank among")
		})
		do(t, "mousemove", px(screenWidth-1), px(screenHeight-1), "sleep", "1.5")
		if err := display.shoot(filepath.Join(folder, look+".png")); err != nil {
			t.Fatal(err)
		}
		if v := backdrop(t, s); (v > 128) != (look == "light") {
			t.Errorf("%s, the canvas has brightness %d", look, v)
		}
		w.end()
	}
}

// shown is the link that is selected in the pictures.
const shown = "l1"
