package window

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"warrant/app/clip"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/storage/disk"
	"warrant/storage/interchange"
)

const (
	// longestText is how many bytes of a text file become claims.
	longestText = 1 << 20
	// manyClaims is how many come in without asking.
	manyClaims = 60
)

var (
	pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".heic", ".avif"}
	texts    = []string{".txt", ".text", ".md", ".markdown"}
)

// dropped takes files that were dropped on the window. On a link they become
// evidence on it; elsewhere a map is opened, and a text becomes claims, below
// the card where it was dropped on one.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() != "file" {
			w.explain(language.Say("only files of this machine can be dropped here"))
			return
		}
		paths = append(paths, u.Path())
	}
	if len(paths) == 0 || w.presenting != nil || w.win.Canvas().Overlays().Top() != nil { // work, or a question
		return
	}
	hit, on := w.droppedOn(at)
	kind := strings.ToLower(filepath.Ext(paths[0]))
	if w.starting() {
		hit = scene.Hit{} // the canvas is not there
		if slices.Contains(texts, kind) {
			w.leaveStart()
		}
	}
	switch {
	case hit.OnLink():
		w.attachFiles(hit.ID, paths)
	case kind == ".json", !slices.Contains(texts, kind) && interchange.Reads(paths[0]):
		w.openPaths(paths)
	case slices.Contains(texts, kind):
		w.dropText(paths[0], hit, on)
	default:
		w.explain(language.Say("drop a file on a link to put it there as evidence; maps, files of other mappers and texts can be dropped anywhere"))
	}
}

// droppedOn returns what is at a place of the window, and the point of the
// canvas there: its middle, where it is no place of the canvas.
func (w *Window) droppedOn(at fyne.Position) (scene.Hit, geom.Point) {
	p := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(w.surface))
	px := geom.Pt(float64(p.X), float64(p.Y))
	size := w.tool.Size()
	if !geom.R(0, 0, size.W, size.H).Contains(px) {
		return scene.Hit{}, w.tool.View().Window(size).Center()
	}
	return w.tool.Hit(px), w.tool.View().ToWorld(px)
}

// attachFiles puts files on a link as evidence: what it says is the file's
// name, its address where the file is from the map's folder on. Nothing of the
// file is read.
func (w *Window) attachFiles(link argument.ID, paths []string) {
	items := make([]argument.Evidence, len(paths))
	outside := false
	for i, path := range paths {
		v := argument.Evidence{Kind: argument.Exhibit, Text: strings.ToValidUTF8(filepath.Base(path), "�"), URL: reference(path, w.session.Path())}
		if slices.Contains(pictures, strings.ToLower(filepath.Ext(path))) {
			v.Kind = argument.Observation
		}
		outside = outside || v.URL == ""
		items[i] = v
	}
	w.commit()
	w.tool.AttachEvidence(link, items)
	n := len(items)
	switch {
	case !outside:
		w.explain(language.Count(n, "%d file attached as evidence: its name and place in the map’s folder, not what is in it", "%d files attached as evidence: their names and places in the map’s folder, not what is in them"))
	case w.session.Path() == "":
		w.explain(language.Count(n, "%d file attached as evidence: its name alone, as the map is in no folder yet", "%d files attached as evidence: their names alone, as the map is in no folder yet"))
	default:
		w.explain(language.Count(n, "%d file attached as evidence: its name alone, as it is not in the map’s folder", "%d files attached as evidence: of those not in the map’s folder the names alone"))
	}
}

// reference returns the address by which a map tells where a file is: from
// the map's own folder on, so that both can be moved together. Of a file
// elsewhere there is none: the way to it would tell whoever gets the map how
// the person's folders, and often the person, are called.
func reference(path, mapPath string) string {
	if mapPath == "" {
		return ""
	}
	rel, ok := local(filepath.Dir(mapPath), path)
	if !ok { // a symlink may lead into the folder, or the folder's name be one
		home, err := filepath.EvalSymlinks(filepath.Dir(mapPath))
		if err != nil {
			return ""
		}
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			return ""
		}
		if rel, ok = local(home, real); !ok {
			return ""
		}
	}
	return (&url.URL{Path: filepath.ToSlash(rel)}).EscapedPath()
}

// local returns the way from a folder to a file in it.
func local(folder, path string) (rel string, ok bool) {
	rel, err := filepath.Rel(folder, path)
	return rel, err == nil && filepath.IsLocal(rel)
}

// dropText makes claims of a text, as pasting it would.
func (w *Window) dropText(path string, hit scene.Hit, about geom.Point) {
	text, err := readTextFile(path)
	if err != nil {
		w.fail(err)
		return
	}
	c, err := clip.Paste(text)
	if err != nil {
		w.fail(&fileFault{disk.Display(filepath.Base(path)), err})
		return
	}
	var under argument.ID
	if hit.OnCard() && c.Kind == clip.Text {
		under = hit.ID
	}
	w.commit()
	insert := func() { w.insert("Drop text", c, under, about) }
	if n := c.NumClaims(); n > manyClaims {
		w.confirm(language.Say("Add all of them?"), language.Say("“%s” makes %d claims.", disk.Display(filepath.Base(path)), n), language.Say("Add"), insert)
		return
	}
	insert()
}

// readTextFile reads a plain file of no great length.
func readTextFile(path string) (string, error) {
	name := disk.Display(filepath.Base(path))
	if in, err := os.Stat(path); err != nil {
		return "", err
	} else if !in.Mode().IsRegular() { // opening a pipe would wait for its other end
		return "", errors.New(language.Say("%s: not a plain file", name))
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, longestText+1))
	switch {
	case err != nil:
		return "", err
	case len(data) > longestText:
		return "", errors.New(language.Say("%s: longer than %d kB, which is more than becomes claims", name, longestText>>10))
	case !utf8.Valid(data):
		return "", errors.New(language.Say("%s: not UTF-8 text", name))
	}
	return string(data), nil
}
