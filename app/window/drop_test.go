package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"warrant/app/address"
	"warrant/argument"
	"warrant/canvas/geom"
)

// A map tells of a file in its own folder from there on, and of any other not
// where it is. No reference is one that may be opened.
func TestReference(t *testing.T) {
	for _, c := range []struct{ path, mapPath, want string }{
		{"/home/ada/maps/scan.pdf", "/home/ada/maps/park.json", "scan.pdf"},
		{"/home/ada/maps/photos/rail 1.jpg", "/home/ada/maps/park.json", "photos/rail%201.jpg"},
		{"/home/ada/maps/50% off #1?.pdf", "/home/ada/maps/park.json", "50%25%20off%20%231%3F.pdf"},
		{"/home/ada/scan.pdf", "/home/ada/maps/park.json", ""},
		{"/home/ada/maps/../scan.pdf", "/home/ada/maps/park.json", ""},
		{"/home/ada/maps2/scan.pdf", "/home/ada/maps/park.json", ""},
		{"/home/ada/scan.pdf", "", ""},
		{"/tmp/javascript:alert(1)", "/tmp/m.json", "javascript:alert%281%29"},
	} {
		got := reference(c.path, c.mapPath)
		if got != c.want {
			t.Errorf("%s in the map %s is told of as %q, want %q", c.path, c.mapPath, got, c.want)
		}
		if _, err := address.Check(got); err == nil {
			t.Errorf("%q could be opened", got)
		}
	}
}

func TestAReferenceThroughASymlink(t *testing.T) {
	dir := t.TempDir()
	folder, link := filepath.Join(dir, "maps"), filepath.Join(dir, "shortcut")
	for _, err := range []error{
		os.Mkdir(folder, 0o700), os.Symlink(folder, link),
		os.WriteFile(filepath.Join(folder, "scan.pdf"), nil, 0o600), os.WriteFile(filepath.Join(dir, "out.pdf"), nil, 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := reference(filepath.Join(folder, "scan.pdf"), filepath.Join(link, "park.json")); got != "scan.pdf" {
		t.Errorf("of a file in the map's folder by another name is told %q", got)
	}
	if got := reference(filepath.Join(link, "..", "out.pdf"), filepath.Join(folder, "park.json")); got != "" {
		t.Errorf("of a file outside is told %q", got)
	}
}

// Whoever gets a map does not learn where the files of its author are.
func TestAMapDoesNotTellOfFolders(t *testing.T) {
	h := newHand(t)
	h.drop(h.session.Scene.Link("l1").Label.Center(), h.withFile("scan.pdf", "%PDF"), filepath.Join(filepath.Dir(h.file), "beside.pdf"))
	if said := h.foot.said.Text; !strings.Contains(said, "2 files") || !strings.Contains(said, "the names alone") {
		t.Errorf("it says %q", said)
	}
	h.save()
	data, err := os.ReadFile(h.file)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(data); !strings.Contains(text, `"scan.pdf"`) || !strings.Contains(text, `"url": "beside.pdf"`) || strings.Contains(text, os.TempDir()) {
		t.Errorf("the file holds %s", text)
	}
}

// drop drops files at a place of the canvas.
func (h *hand) drop(at geom.Point, paths ...string) {
	h.Helper()
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.surface)
	px := h.tool.View().ToScreen(at)
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	h.dropped(p.AddXY(float32(px.X), float32(px.Y)), uris)
}

func (h *hand) withFile(name, content string) string {
	h.Helper()
	path := filepath.Join(h.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		h.Fatal(err)
	}
	return path
}

// Files on a link are evidence on it in one step, by name; what is in them is
// not looked at, so that they need not be there.
func TestFilesOnALinkAreEvidence(t *testing.T) {
	h := newHand(t)
	label := h.session.Scene.Link("l1").Label.Center()
	h.drop(label, "/nowhere/scan.pdf", "/nowhere/ice\xff.PNG")
	items := h.session.Doc.Map().Link("l1").Evidence
	if len(items) != 2 {
		t.Fatalf("there are %d items", len(items))
	}
	want := []argument.Evidence{
		{ID: items[0].ID, Kind: argument.Exhibit, Text: "scan.pdf"},
		{ID: items[1].ID, Kind: argument.Observation, Text: "ice�.PNG"},
	}
	for i := range want {
		if got := items[i]; got.Kind != want[i].Kind || got.Text != want[i].Text || got.URL != want[i].URL || got.ID == "" {
			t.Errorf("item %d is %+v, want %+v", i, got, want[i])
		}
	}
	if done, _ := h.session.Doc.History(); len(done) != 1 {
		t.Errorf("the steps are %q", done)
	}
}

// A text elsewhere becomes claims as a paste does; on a card, reasons for it.
func TestATextBecomesClaims(t *testing.T) {
	for _, c := range []struct {
		what    string
		on      func(h *hand) geom.Point
		bearing int // links on the card below
	}{
		{"nothing", func(*hand) geom.Point { return geom.Pt(700, 100) }, 0},
		{"a card", func(h *hand) geom.Point { return h.session.Scene.Card(below).Rect.Center() }, 2},
	} {
		t.Run(c.what, func(t *testing.T) {
			h := newHand(t)
			h.drop(c.on(h), h.withFile("ice.md", "+ Ponds freeze\n- Salt does not\n"))
			m := h.session.Doc.Map()
			if m.NumClaims() != 4 || m.NumIncoming(below) != c.bearing {
				t.Errorf("%d claims, %d links on the card", m.NumClaims(), m.NumIncoming(below))
			}
		})
	}
}

// Many claims are asked about first.
func TestALongTextIsAskedAbout(t *testing.T) {
	h := newHand(t)
	h.drop(geom.Pt(700, 100), h.withFile("long.txt", strings.Repeat("A claim\n", manyClaims+1)))
	if !h.asks() || h.session.Doc.Modified() {
		t.Fatalf("asks %v, modified %v", h.asks(), h.session.Doc.Modified())
	}
	h.press("Add")
	if got := h.session.Doc.Map().NumClaims(); got != manyClaims+3 {
		t.Errorf("there are %d claims", got)
	}
}

// What is no text, or no file, is told and changes nothing.
func TestWhatCannotBeDropped(t *testing.T) {
	h := newHand(t)
	away := geom.Pt(700, 100)
	folder := filepath.Join(h.TempDir(), "folder.txt")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for what, path := range map[string]string{
		"a folder":        folder,
		"a long file":     h.withFile("long.txt", strings.Repeat("x", longestText+1)),
		"binary":          h.withFile("binary.txt", "\x00\xff\xfe"),
		"nothing at all":  h.withFile("empty.txt", ""),
		"no file":         "/nowhere/gone.txt",
		"some other kind": h.withFile("scan.pdf", "%PDF"),
	} {
		h.drop(away, path)
		if h.session.Doc.Modified() {
			t.Errorf("%s changed the map", what)
		}
		if !h.asks() && h.foot.said.Text == "" {
			t.Errorf("%s: nothing is said", what)
		}
		for h.asks() {
			h.press("OK")
		}
	}
}
