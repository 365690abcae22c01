package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warrant/app/clip"
	"warrant/app/language"
	"warrant/app/session"
	"warrant/storage/disk"
)

// mapWith is the text of a map file with some members.
func mapWith(members string) string {
	return `{"format": "warrant-map", "version": 1, "id": "m", "title": "",` + members + `}`
}

// Each is told in the person's language, with the place; what is quoted from
// the file stays as it is.
func TestFaultsOfFilesAreWorded(t *testing.T) {
	language.Use("de")
	defer language.Use("en")
	claim := `"claims": [{"id": "c1", "text": "A"}]`
	for content, want := range map[string]string{
		"":                          "karte.json ist keine Kartendatei: die Datei ist leer",
		"[]":                        `karte.json ist keine Kartendatei, Zeile 1, Spalte 1: das ist keine Kartendatei; eine Kartendatei ist ein JSON-Objekt, das mit {"format": "warrant-map" beginnt`,
		"{}":                        `: das ist JSON, aber keine Kartendatei; eine Kartendatei hat den Eintrag "format": "warrant-map"`,
		mapWith(claim)[:60]:         "karte.json ist beschädigt, Zeile 1, Spalte 61: die Datei endet vor der Karte",
		mapWith(`"title": "x"`):     `karte.json ist beschädigt, Zeile 1, Spalte 64: der Name "title" steht zweimal in einem Objekt; einen der beiden behalten (/title)`,
		mapWith(claim + ",//"):      "; JSON kennt keine Kommentare",
		mapWith(`"claims": ['x']`):  "; Texte stehen in doppelten Anführungszeichen",
		mapWith(claim + `"links":`): "; davor fehlt wohl ein Komma",
		mapWith(claim + `,"links": [{"id": "l1", "kind": "supports", "from": ["c1"], "to": "c9"}]`): `karte.json verletzt eine Regel für Kartendateien, Zeile 1, Spalte 167: es gibt keine These oder Verbindung "c9" (/links/0/to)`,
		mapWith(claim + `,"links": [{"id": "l1", "kind": "supports", "from": ["c2"], "to": "c1"}]`): `es gibt keine These "c2"`,
		mapWith(claim + `,"links": [{"id": "l1", "kind": "supports", "from": ["c1"], "to": "l1"}]`): "eine Verbindung kann nicht ihr eigenes Ziel sein",
		mapWith(claim + `,"links": [{"id": "l1", "kind": "supports", "from": [], "to": "c1"}]`):     "eine Verbindung braucht mindestens eine Prämisse",
		mapWith(claim + `,"links": [{"id": "c1", "kind": "supports", "from": ["c1"], "to": "c1"}]`): "eine These hat diese ID schon",
		strings.Replace(mapWith(claim), `"version": 1`, `"version": 7`, 1):                          "karte.json stammt von einem neueren Warrant, Zeile 1, Spalte 38: die Karte hat Version 7 und stammt von einem neueren Warrant; dieses liest bis Version 1",
	} {
		path := filepath.Join(t.TempDir(), "karte.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := session.Read(path)
		if err == nil {
			t.Errorf("%s is read", content)
			continue
		}
		if got := worded(explained(path, err)); !strings.Contains(got, want) {
			t.Errorf("%s\n is told as %s\n want       %s", content, got, want)
		}
	}
}

func TestFaultsOfTheDiskAreWorded(t *testing.T) {
	language.Use("de")
	defer language.Use("en")
	dir := t.TempDir()
	gone := filepath.Join(dir, "fort.json")
	_, _, missing := session.Read(gone)
	_, _, folder := session.Read(dir)
	since := time.Date(2026, 1, 2, 3, 4, 0, 0, time.Local)
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, gone + " lesen: es gibt keine solche Datei"},
		{folder, dir + " lesen: ist ein Ordner; bitte eine Datei darin wählen"},
		{&disk.ChangedError{Path: "/a.json"}, "/a.json wurde seit dem Lesen verschoben oder gelöscht"},
		{&disk.InUseError{Path: "/a.json", Owner: disk.Owner{Here: true}}, "/a.json ist in einem anderen Fenster dieses Programms offen"},
		{&disk.InUseError{Path: "/a.json", Owner: disk.Owner{PID: 7, Host: "ada", Since: since}}, "/a.json ist seit 2026-01-02 03:04 im Prozess 7 auf ada offen"},
		{&disk.TornError{Path: "/a.json", Backup: "/b", Err: disk.ErrTooLarge}, "das Schreiben von /a.json brach ab, und die Datei ist unvollständig; ihr voriger Inhalt ist in /b: ist zu groß"},
		{&disk.Error{Doing: "save", Path: "/a\u202e.json", Err: os.ErrPermission}, `/a\u202e.json speichern: das ist nicht erlaubt`},
		{&os.PathError{Op: "open", Path: "/a", Err: os.ErrPermission}, "/a: das ist nicht erlaubt"},
		{&fileFault{"a.txt", clip.ErrEmpty}, "a.txt: es gibt keine These einzufügen"},
		{os.ErrClosed, os.ErrClosed.Error()},
	} {
		if got := worded(c.err); got != c.want {
			t.Errorf("%v\n is told as %s\n want       %s", c.err, got, c.want)
		}
	}
	language.Use("en")
	if got, want := worded(missing), missing.Error(); got != want {
		t.Errorf("in English %q is told as %q", want, got)
	}
}
