package language

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// A text of the program comes to the catalogues in one of these ways:
//
//	language.Say("…"), language.Count(n, "…", "…")
//	all that stands in a declaration marked //language:texts
//	command{name: "…"}, tab{"…"}: what Translate is given when it is shown
//	the labels of undo steps and what the canvas's tool explains: see labels_test.go
//
// found is where a text was found first, and how it is used.
type found struct {
	at     string
	args   int    // of a format; 0 for a text that is none
	counts bool   // the text for many of a counted one
	one    string // of a counted one
}

// source is the parsed program, as far as a person can read something of it.
type source struct {
	set   *token.FileSet
	files map[string]*ast.File // by slashed path from the root
}

func parse(t *testing.T) *source {
	t.Helper()
	s := &source{token.NewFileSet(), make(map[string]*ast.File)}
	for _, folder := range []string{"app", "argument", "canvas"} {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(s.set, path, nil, parser.ParseComments)
			s.files[strings.TrimPrefix(filepath.ToSlash(path), "../../")] = f
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(s.files) < 100 {
		t.Fatalf("only %d files were found", len(s.files))
	}
	return s
}

func (s *source) in(folder string) []string {
	return slices.Sorted(func(yield func(string) bool) {
		for path := range s.files {
			if path[:strings.LastIndexByte(path, '/')] == folder && !yield(path) {
				return
			}
		}
	})
}

func (s *source) at(n ast.Node) string {
	p := s.set.Position(n.Pos())
	return strings.TrimPrefix(filepath.ToSlash(p.Filename), "../../") + ":" + strconv.Itoa(p.Line)
}

// literal is a string written out, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			return constant.StringVal(constant.MakeFromLiteral(e.Value, e.Kind, 0)), true
		}
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, fine := literal(e.Y)
		return a + b, ok && fine && e.Op == token.ADD
	case *ast.ParenExpr:
		return literal(e.X)
	}
	return "", false
}

// verbsOf are the verbs of a format.
func verbsOf(text string) []string {
	return slices.DeleteFunc(verbs.FindAllString(text, -1), func(v string) bool { return v == "%%" })
}

var verbs = regexp.MustCompile(`%(\[[0-9]+\])?[-+# 0-9.]*[a-zA-Z%]`)

func worded(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// texts gathers all that the catalogues are to know, and the literals that
// were found to be such.
func (s *source) texts(t *testing.T) (map[string]found, map[ast.Expr]bool) {
	t.Helper()
	all, known := make(map[string]found), make(map[ast.Expr]bool)
	add := func(text string, f found) {
		if was, ok := all[text]; ok && (was.counts != f.counts || f.counts && f.one != "" && was.one != f.one) {
			t.Errorf("%s and %s use %q in different ways", was.at, f.at, text)
		} else if !ok || f.args > was.args || f.one != "" {
			all[text] = f
		}
	}
	for _, path := range slices.Sorted(maps.Keys(s.files)) { // the same place is named each time
		file := s.files[path]
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				name, ok := ofLanguage(n)
				if !ok || name != "Say" && name != "Count" {
					return true
				}
				if n.Ellipsis.IsValid() {
					t.Errorf("%s: the arguments of a text are to be written out, so that they can be counted", s.at(n))
				}
				first, args := 0, len(n.Args)-1
				if name == "Count" {
					first, args = 1, len(n.Args)-2
				}
				text, ok := literal(n.Args[first])
				if !ok {
					t.Errorf("%s: the text of language.%s is to be a literal", s.at(n), name)
					return true
				}
				markAll(n.Args[first], known)
				if name == "Say" {
					add(text, found{at: s.at(n), args: args})
					return true
				}
				many, ok := literal(n.Args[2])
				if !ok {
					t.Errorf("%s: the text of language.Count is to be a literal", s.at(n))
					return true
				}
				markAll(n.Args[2], known)
				add(many, found{at: s.at(n), args: args, counts: true, one: text})
			case *ast.GenDecl:
				if !marked(n.Doc) {
					return true
				}
				ast.Inspect(n, func(n ast.Node) bool {
					if e, ok := n.(*ast.BasicLit); ok {
						if text, ok := literal(e); ok && worded(text) && utf8.RuneCountInString(text) > 1 {
							add(text, found{at: s.at(e), args: len(verbsOf(text))})
							known[e] = true
						}
					}
					return true
				})
			case *ast.CompositeLit:
				if strings.HasPrefix(path, "app/window/") {
					for _, e := range names(n) {
						text, _ := literal(e)
						add(text, found{at: s.at(e)})
						known[e] = true
					}
				}
			}
			return true
		})
	}
	given := s.labels(t, known)
	maps.Copy(given, s.problems())
	for text, at := range given {
		f := found{at: at, args: strings.Count(text, "%d")}
		f.counts = f.args == 1
		add(text, f)
	}
	return all, known
}

// ofLanguage is the function of this package that is called.
func ofLanguage(n *ast.CallExpr) (string, bool) {
	if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == "language" {
			return sel.Sel.Name, true
		}
	}
	return "", false
}

func markAll(e ast.Expr, known map[ast.Expr]bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if b, ok := n.(*ast.BasicLit); ok {
			known[b] = true
		}
		return true
	})
}

func marked(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return c.Text == "//language:texts" })
}

// names are the literals of a composite by which something is named that is
// shown through Translate.
func names(n *ast.CompositeLit) []*ast.BasicLit {
	var all []*ast.BasicLit
	add := func(e ast.Expr) {
		if b, ok := e.(*ast.BasicLit); ok && b.Kind == token.STRING && b.Value != `""` {
			all = append(all, b)
		}
	}
	if id, ok := n.Type.(*ast.Ident); ok && id.Name == "tab" && len(n.Elts) > 0 {
		add(n.Elts[0])
	}
	for _, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if k, ok := kv.Key.(*ast.Ident); ok && k.Name == "name" {
				add(kv.Value)
			}
		}
	}
	return all
}

func TestTheTextsAreFound(t *testing.T) {
	all, _ := parse(t).texts(t)
	for _, want := range []string{
		"Save As…", "Outline", "Make contention", "%d claims", "expert opinion", "Move %d claims", "Move claim",
		"Select a claim or a link first.", "Undercut link", "Delete %d claims and %d links", "Take the file’s version",
	} {
		if _, ok := all[want]; !ok {
			t.Errorf("%q is not among the %d texts", want, len(all))
		}
	}
	if one := all["%d claims"].one; one != "%d claim" {
		t.Errorf("one of %%d claims is %q", one)
	}
}
