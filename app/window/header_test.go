package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
)

// However long a title or the name of a file, the tools beside it stay clear,
// and whether the map is saved is said.
func TestTheHeaderCutsWhatIsTooLong(t *testing.T) {
	h := newHand(t)
	for _, title := range []string{"", "Ice", strings.Repeat("A very long title ", 2000), strings.Repeat("W", 90), strings.Repeat("\u202e", 40)} {
		h.desk.Do("Change title", func(e *argument.Edit) error {
			e.SetInfo(func(i *argument.Info) { i.Title = title })
			return nil
		})
		for _, width := range []float32{700, 1200, 2000} {
			h.win.Resize(fyne.NewSize(width, 700))
			if got := h.header.title.MinSize().Width; h.header.title.Visible() && got > h.header.title.Size().Width {
				t.Errorf("%.20q in a window of %v: %v wide in %v", title, width, got, h.header.title.Size().Width)
			}
		}
	}
	h.header.name("x", strings.Repeat("name ", 50)+".json", "not saved")
	if got := h.header.state.Text; !strings.HasSuffix(got, "… · not saved") {
		t.Errorf("it says %q", got)
	}
}
