package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// This file holds the house together: which package may know of which. The
// README's map of the code says why. An arrow that is missing here is added
// on purpose or not at all.

const (
	argument = "warrant/argument"
	canvas   = "warrant/canvas"
	storage  = "warrant/storage"
	assets   = "warrant/assets"
	app      = "warrant/app"

	fyne  = "fyne.io/fyne/v2"
	goccy = "github.com/goccy/go-json"
)

// builds are the ways the program is built. Each sees other files.
var builds = []struct {
	name, tags string
	env        []string
}{
	{"window", "migrated_fynedo", []string{"GOOS=linux", "CGO_ENABLED=1"}},
	{"window for tests", "migrated_fynedo e2e", []string{"GOOS=linux", "CGO_ENABLED=1"}},
	{"no window", "nowindow", []string{"GOOS=linux", "CGO_ENABLED=0"}},
	{"windows", "nowindow", []string{"GOOS=windows", "CGO_ENABLED=0"}},
	{"macos", "nowindow", []string{"GOOS=darwin", "CGO_ENABLED=0"}},
}

type pkg struct {
	ImportPath                         string
	Standard                           bool
	Imports, TestImports, XTestImports []string
	Deps                               []string
	GoFiles, TestGoFiles, XTestGoFiles []string
}

// list asks the go command for packages, as one build sees them.
func list(t *testing.T, env []string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Standard,Imports,TestImports,XTestImports,Deps,GoFiles,TestGoFiles,XTestGoFiles"}, args...)...)
	cmd.Env = append(cmd.Environ(), env...)
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, &wrong)
	}
	var all []pkg
	for dec := json.NewDecoder(&out); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// within reports whether a package stands in a folder of packages.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func withinAny(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return within(path, f) })
}

// house says what the packages of a folder may import of the project's own.
var house = []struct {
	folder string
	may    []string
}{
	{argument, []string{argument}},
	{assets, []string{assets}},
	{canvas, []string{canvas, argument, assets}},
	{storage, []string{storage, argument, assets}},
	{app + "/window", []string{app, canvas, storage, argument, assets}},
	{app + "/present", []string{canvas, argument, assets}},
	{app + "/command", []string{app + "/picture", app + "/present", app + "/session", app + "/version", canvas, storage, argument, assets}},
	{app + "/find", []string{argument}},
	{app + "/filter", []string{argument}},
	{app + "/trail", []string{canvas + "/geom", argument}},
	{app + "/picture", []string{canvas, storage, argument, assets}},
	{app + "/language", []string{assets}},
	{app + "/session", []string{canvas, storage, argument, assets}},
	{app, []string{app, canvas, storage, argument, assets}},
	{"warrant", []string{app}},
}

// outside says which packages may import a library.
var outside = []struct {
	library string
	may     []string
}{
	{fyne, []string{canvas + "/surface", app + "/window"}},
	{goccy, []string{storage}},
	{"github.com/jeandeaual/go-locale", []string{app + "/language"}},
	{"codeberg.org/go-pdf/fpdf", []string{canvas + "/paint"}},
	{"github.com/go-text/typesetting", []string{canvas + "/text"}},
	// What could reach out of the program. The toolkit has these inside; our
	// own code does without.
	{"net", nil},
	{"net/http", nil},
	{"net/rpc", nil},
	{"os/exec", nil},
	{"plugin", nil},
	{"text/template", []string{storage + "/interchange"}},
}

// doors says who alone may import a package of the program.
var doors = map[string]string{
	app:              "warrant",
	app + "/window":  app,
	app + "/command": app,
}

func TestArrowsPointOneWay(t *testing.T) {
	for _, b := range builds {
		t.Run(b.name, func(t *testing.T) {
			seen := 0
			for _, p := range list(t, b.env, "-tags", b.tags, "./...") {
				if len(p.GoFiles) == 0 {
					continue
				}
				seen++
				for _, rule := range house {
					if !within(p.ImportPath, rule.folder) {
						continue
					}
					for _, i := range p.Imports {
						if within(i, "warrant") && !withinAny(i, rule.may) {
							t.Errorf("%s imports %s; it may import %s", p.ImportPath, i, strings.Join(rule.may, ", "))
						}
					}
					break // the first rule that fits
				}
				for _, i := range p.Imports {
					if by, ok := doors[i]; ok && p.ImportPath != by {
						t.Errorf("%s imports %s; only %s may", p.ImportPath, i, by)
					}
				}
				for _, rule := range outside {
					for _, i := range p.Imports {
						if (i == rule.library || !standard(rule.library) && within(i, rule.library)) && !withinAny(p.ImportPath, rule.may) {
							t.Errorf("%s imports %s; only %v may", p.ImportPath, i, rule.may)
						}
					}
				}
			}
			if seen < 10 {
				t.Errorf("only %d packages were looked at", seen)
			}
		})
	}
}

// standard reports whether a library is the standard one's: it has no dot in
// its first part.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != "warrant"
}

// Tests too may need the toolkit only where the toolkit is.
func TestTestsNeedNoToolkitElsewhere(t *testing.T) {
	for _, p := range list(t, builds[0].env, "-tags", builds[0].tags, "./...") {
		for _, i := range slices.Concat(p.TestImports, p.XTestImports) {
			if within(i, fyne) && !withinAny(p.ImportPath, []string{canvas + "/surface", app + "/window"}) {
				t.Errorf("the tests of %s import %s", p.ImportPath, i)
			}
		}
	}
}

func TestArgumentNeedsTheStandardLibraryAlone(t *testing.T) {
	for _, p := range list(t, builds[0].env, "-deps", "-tags", builds[0].tags, "./argument/...") {
		if !p.Standard && !within(p.ImportPath, argument) {
			t.Errorf("argument depends on %s", p.ImportPath)
		}
	}
	for _, p := range list(t, builds[0].env, "-tags", builds[0].tags, "./argument/...") {
		for _, i := range slices.Concat(p.TestImports, p.XTestImports) {
			if !standard(i) && !within(i, argument) {
				t.Errorf("the tests of %s import %s", p.ImportPath, i)
			}
		}
	}
}

// Without a window there is nothing in the program that could speak to the
// network, run another program or need a C compiler.
func TestTheCommandLineKeepsToItself(t *testing.T) {
	for _, b := range builds {
		if b.tags != "nowindow" {
			continue
		}
		for _, p := range list(t, b.env, "-deps", "-tags", b.tags, ".") {
			switch p.ImportPath {
			case "net":
				if b.name == "windows" {
					continue // the names of the system's calls need its address types
				}
				fallthrough
			case "net/http", "os/exec", "plugin", "runtime/cgo":
				t.Errorf("%s: the program depends on %s", b.name, p.ImportPath)
			}
			if within(p.ImportPath, fyne) {
				t.Errorf("%s: the program depends on %s", b.name, p.ImportPath)
			}
		}
	}
}

// beyond are the toolkit's ways to follow an address or to read formatted
// text, which may hold addresses and pictures. A map is a document from a
// stranger, so each use is listed here, with the file that shows the person
// where an address leads before it is opened.
var beyond = map[string][]string{
	"OpenURL":                   {"app/window/address.go"},
	"Hyperlink":                 nil,
	"NewHyperlink":              nil,
	"NewHyperlinkWithStyle":     nil,
	"HyperlinkSegment":          nil,
	"ImageSegment":              nil,
	"NewRichTextFromMarkdown":   nil,
	"ParseMarkdown":             nil,
	"AppendMarkdown":            nil,
	"LoadResourceFromURLString": nil,
	"NewImageFromURI":           nil,
	"ParseURI":                  {"app/window/repository.go"},
}

func TestNothingInAMapIsFollowed(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "build") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if may, ok := beyond[s.Sel.Name]; ok && !slices.Contains(may, filepath.ToSlash(path)) {
				t.Errorf("%s uses %s", set.Position(s.Pos()), s.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were looked at", files)
	}
}
