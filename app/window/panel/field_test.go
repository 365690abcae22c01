package panel

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A field of several lines is as high as what is typed, the line of the caret
// counted, up to nine.
func TestATextFieldGrowsWithWhatIsTyped(t *testing.T) {
	b := newBench(t)
	f := newTextField(b.Desk, "")
	f.Resize(fyne.NewSize(200, 40))
	for _, c := range []struct {
		text string
		rows int
	}{{"", 1}, {"one", 1}, {"one\n", 2}, {"one\n\n", 3}, {"one\ntwo", 2}, {"\n\n\n\n\n\n\n\n\n\n\n\n", 9}} {
		f.SetText(c.text)
		if f.rows != c.rows {
			t.Errorf("%q has %d rows, want %d", c.text, f.rows, c.rows)
		}
	}
}
