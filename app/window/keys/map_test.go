package keys

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// table is some of the commands of the window.
var table = []Command{
	{Name: "Open…", Own: Stroke{fyne.KeyO, Ctrl}},
	{Name: "Save", Own: Stroke{fyne.KeyS, Ctrl}},
	{Name: "Undo", Own: Stroke{fyne.KeyZ, Ctrl}},
	{Name: "Redo", Own: Stroke{fyne.KeyZ, Ctrl | Shift}, Also: []Stroke{{fyne.KeyY, Ctrl}}},
	{Name: "Arrange", Own: Stroke{fyne.KeyR, Ctrl}},
	{Name: "Fit All", Own: Stroke{fyne.Key1, Ctrl}, Also: []Stroke{{fyne.Key1, 0}}},
	{Name: "About Warrant"},
}

func TestAChangedKeyTakesTheStrokeFromAnotherCommand(t *testing.T) {
	k := New(table, nil)
	at := func(name, want string) {
		t.Helper()
		if got := k.Of(name).Stored(); got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
	k.Change("Arrange", Stroke{fyne.KeyS, Ctrl})
	at("Arrange", "Ctrl+S")
	at("Save", "")
	k.Change("Fit All", Stroke{fyne.KeyY, Ctrl}) // which is Redo's second
	at("Redo", "Ctrl+Shift+Z")
	if len(k.Also("Redo")) != 0 || k.by[Stroke{fyne.KeyY, Ctrl}] != "Fit All" {
		t.Errorf("Ctrl+Y is %q", k.by[Stroke{fyne.KeyY, Ctrl}])
	}
	again := New(k.all, k.Stored())
	if !slices.Equal(again.Stored(), k.Stored()) || again.Of("Arrange") != k.Of("Arrange") {
		t.Errorf("stored %q, read %q", k.Stored(), again.Stored())
	}
	k.Reset("Save") // takes it back
	at("Save", "Ctrl+S")
	at("Arrange", "")
	k.Reset("Arrange")
	k.Reset("Fit All")
	if len(k.Stored()) != 0 {
		t.Errorf("all is as in the table, and stored is %q", k.Stored())
	}
}

func TestStoredKeysThatMakeNoSenseAreLeftAlone(t *testing.T) {
	k := New(table, []string{"", "=", "No Such Command=Ctrl+K", "Save=Ctrl+Nonsense", "Save", "Open…=Escape", "Arrange=Left", "Undo=Ctrl+S"})
	for name, want := range map[string]string{"Open…": "Ctrl+O", "Arrange": "Ctrl+R", "Undo": "Ctrl+S", "Save": ""} {
		if got := k.Of(name).Stored(); got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
}
