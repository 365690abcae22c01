package main_test

import (
	"os"
	"strings"
	"testing"

	"warrant/app/version"
)

// The packaging tool reads FyneApp.toml; the program reads package version.
func TestFyneAppSaysWhatTheProgramSays(t *testing.T) {
	data, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		`ID = "org.warrant.Warrant"`,
		`Name = "Warrant"`,
		`Icon = "assets/icon.png"`,
		`Version = "` + version.Number + `"`,
		`fyneDo = true`,
	} {
		if !strings.Contains("\n"+string(data), "\n"+line+"\n") {
			t.Errorf("FyneApp.toml has no line %s", line)
		}
	}
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(changes), "\n## "+version.Number) {
		t.Errorf("CHANGELOG.md has no section for %s", version.Number)
	}
}
