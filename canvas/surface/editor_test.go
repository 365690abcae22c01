package surface_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/tool"
)

func typed(w *window, s string) {
	for _, r := range s {
		// The driver tells of the key, too, and before.
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(string(r)))})
		w.win.Canvas().Focused().TypedRune(r)
	}
}

func TestHowEditingEnds(t *testing.T) {
	const old = "The ferry does not run in winter"
	for _, c := range []struct {
		name string
		end  func(w *window)
		told string
		text string
	}{
		{"Enter", func(w *window) { w.key(fyne.KeyReturn) }, `edited o "Ice" true`, "Ice"},
		{"Enter of the keypad", func(w *window) { w.key(fyne.KeyEnter) }, `edited o "Ice" true`, "Ice"},
		{"Control+Enter", func(w *window) {
			w.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(
				&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
		}, `edited o "Ice" true`, "Ice"},
		{"Escape", func(w *window) { w.key(fyne.KeyEscape) }, `edited o "Ice" false`, old},
		{"the focus goes elsewhere", func(w *window) { w.win.Canvas().Unfocus() }, `edited o "Ice" true`, "Ice"},
		{"a click on the canvas", func(w *window) {
			w.press(desktop.MouseButtonPrimary, 20, 560)
			w.release(false)
		}, `edited o "Ice" true`, "Ice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, ferry())
			w.EditText("o", true)
			if w.win.Canvas().Focused() != w.Field() || w.Editing() != "o" {
				t.Fatal("the field has not got the focus")
			}
			typed(w, "Ice") // over the text, which is selected
			c.end(w)
			if !slices.Equal(w.told, []string{c.told}) {
				t.Errorf("told %q, want %q once", w.told, c.told)
			}
			if got := w.doc.Map().Claim("o").Text; got != c.text {
				t.Errorf("the claim says %q, want %q", got, c.text)
			}
			if w.Field() != nil || w.Editing() != "" {
				t.Error("the field is still there")
			}
			if f := w.win.Canvas().Focused(); f != nil && f != fyne.Focusable(w.Surface) {
				t.Errorf("the focus is on %T", f)
			}
		})
	}
}

func TestTabCommitsAndGrowsTheMap(t *testing.T) {
	w := open(t, ferry())
	w.doc.Select("o")
	w.EditText("o", false)
	typed(w, " or spring")
	w.key(fyne.KeyTab)
	if got, want := w.doc.Map().Claim("o").Text, "The ferry does not run in winter or spring"; got != want {
		t.Errorf("the claim says %q, want %q", got, want)
	}
	if n := w.doc.Map().NumClaims(); n != 5 {
		t.Fatalf("there are %d claims, want a fifth", n)
	}
	for l := range w.doc.Map().Incoming("o") {
		if l.Kind != argument.Supports {
			t.Errorf("the new claim %s the one that was edited", l.Kind)
		}
		if w.Editing() != l.From[0] {
			t.Errorf("%q is being edited, want the new claim", w.Editing())
		}
		return
	}
	t.Error("nothing bears on the claim that was edited")
}

// What is typed is what is there, wherever lines are full, also after going
// back over it.
func TestTypingWraps(t *testing.T) {
	words := strings.Fields("Only those who must go out in rain and meeting is good for people so that dogs can run on the beach when it is not raining")
	for from := range words {
		w := open(t, ferry())
		w.EditText("o", true)
		said := strings.Join(words[from:], " ")
		for i, r := range said {
			typed(w, string(r))
			if i%3 == 0 {
				w.Settle()
			}
			if r == ' ' { // over the blank's beginning and back
				typed(w, "x")
				w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		}
		w.key(fyne.KeyReturn)
		if got := w.doc.Map().Claim("o").Text; got != said {
			t.Errorf("typed %q, got %q", said, got)
		}
	}
}

func TestShiftEnterBreaksTheLine(t *testing.T) {
	w := open(t, ferry())
	w.EditText("o", true)
	before := w.Field().(fyne.CanvasObject).Size().Height
	typed(w, "Ice")
	w.mods = tool.Shift
	for range 6 {
		w.key(fyne.KeyReturn)
	}
	w.mods = 0
	w.Settle()
	if after := w.Field().(fyne.CanvasObject).Size().Height; after < before+40 {
		t.Errorf("with six more lines the field grew from %v to %v", before, after)
	}
	w.key(fyne.KeyReturn)
	if got, want := w.doc.Map().Claim("o").Text, "Ice\n\n\n\n\n\n"; got != want {
		t.Errorf("the claim says %q, want %q", got, want)
	}
}

func TestEditingComesIntoView(t *testing.T) {
	w := open(t, ferry())
	w.tool.SetView(geom.View{Origin: geom.Pt(-900, -900), Zoom: 0.4})
	w.EditText("o", false)
	v := w.tool.View()
	if v.Zoom < 0.8 {
		t.Errorf("the text is edited at zoom %v", v.Zoom)
	}
	if card := w.scene.Card("o").Rect; !v.Window(geom.Size{W: 800, H: 600}).Holds(card) {
		t.Errorf("the card %v is out of view %v", card, v.Window(geom.Size{W: 800, H: 600}))
	}
}
