//go:build e2e && linux

package e2e

import (
	"strings"
	"testing"

	"warrant/app/e2e/report"
)

// Tabs stand where they were carried, also after the next start.
func TestTabsAreCarried(t *testing.T) {
	home := newHome(t)
	w := start(t, home, titled(t, "Bridge"))
	openNamed(w, titled(t, "Ferry"))
	w.waitTabs("Bridge [Ferry]")
	openNamed(w, titled(t, "Tunnel"))
	s := w.waitTabs("Bridge Ferry [Tunnel]")
	x, y := tab(s, "Tunnel").Center()
	toX, _ := tab(s, "Bridge").Center()
	w.drag(x, y, toX, y+3)
	w.waitTabs("[Tunnel] Bridge Ferry")
	w.keys("ctrl+shift+Next")
	s = w.waitTabs("Bridge [Tunnel] Ferry")
	x, y = tab(s, "Bridge").Center()
	do(t, "mousemove", px(x), px(y), "sleep", "0.1", "click", "3")
	w.wait("the menu of the tab", func(s *report.State) bool { return s.Layers == 1 })
	w.keys("Down", "Down", "Down", "Down", "Down", "Return") // Move Tab Right
	w.waitTabs("[Tunnel] Bridge Ferry")
	w.keys("ctrl+q")
	w.gone()

	w = start(t, home)
	w.waitTabs("[Tunnel] Bridge Ferry")
}

// Saved to the file of another tab, a map is not written.
func TestSavingToTheFileOfAnotherTab(t *testing.T) {
	w := start(t, newHome(t), titled(t, "Bridge"))
	bridge := w.state().Path
	openNamed(w, titled(t, "Ferry"))
	w.waitTabs("Bridge [Ferry]")
	change(w)
	before := bytesOf(t, bridge)
	w.keys("ctrl+shift+s")
	s := w.wait("the file in the dialog", func(s *report.State) bool { return s.Layers > 0 && file(s, "bridge") != nil })
	w.click(file(s, "bridge").Center())
	w.use("Save")
	w.use("Yes")
	w.wait("the question", func(s *report.State) bool { return s.Layers == 1 && says(s, "is open in another tab") })
	w.use("Show That Map")
	w.waitTabs("[Bridge] Ferry•")
	if after := bytesOf(t, bridge); string(after) != string(before) || strings.Contains(string(after), "Ferry") {
		t.Error("the file was written")
	}
}
