package language

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// The packages that know of no languages make English texts that the window
// translates: the labels of undo steps, given to Do and Squash, and what the
// tool explains. They are made of literals, of a counted thing, and of
// variables and results of functions that are again such; this file works out
// what can come of that.

// speakers are the packages whose texts are worked out.
var speakers = []string{"canvas/tool", "app/session", "app/window", "app/window/panel"}

// teller works out the texts of one package.
type teller struct {
	s     *source
	funcs map[string][]*ast.FuncDecl
	calls map[string][]call
	known map[ast.Expr]bool
	busy  map[any]bool
	holes []ast.Expr // what could not be worked out
}

type call struct {
	*ast.CallExpr
	in *ast.FuncDecl
}

// receiver is the type whose method a function is.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	return strings.TrimPrefix(types.ExprString(f.Recv.List[0].Type), "*")
}

// receiver is the type whose method is called, where that is the type of the
// method that calls.
func (c call) receiver() string {
	if s, ok := c.Fun.(*ast.SelectorExpr); ok && c.in.Recv != nil && len(c.in.Recv.List[0].Names) > 0 {
		if x, ok := s.X.(*ast.Ident); ok && x.Name == c.in.Recv.List[0].Names[0].Name {
			return receiver(c.in)
		}
	}
	return ""
}

// labels are the texts of all speakers, each with where it is given away.
func (s *source) labels(t *testing.T, known map[ast.Expr]bool) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, folder := range speakers {
		w := &teller{s: s, funcs: make(map[string][]*ast.FuncDecl), calls: make(map[string][]call), known: known, busy: make(map[any]bool)}
		for _, path := range s.in(folder) {
			if measuring(s.files[path]) {
				continue
			}
			for _, d := range s.files[path].Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				w.funcs[f.Name.Name] = append(w.funcs[f.Name.Name], f)
				ast.Inspect(f, func(n ast.Node) bool {
					if c, ok := n.(*ast.CallExpr); ok {
						w.calls[called(c)] = append(w.calls[called(c)], call{c, f})
					}
					return true
				})
			}
		}
		for name, at := range map[string]int{"Do": 0, "Squash": 1, "Explain": 0} {
			for _, c := range w.calls[name] {
				if name == "Do" && len(c.Args) != 2 { // the toolkit's
					continue
				}
				if name == "Explain" && folder != "canvas/tool" || len(c.Args) <= at {
					continue // elsewhere it is given what the language says
				}
				w.holes = nil
				texts := w.of(c.Args[at], c.in)
				for _, text := range texts {
					if worded(text) {
						all[text] = s.at(c)
					}
				}
				for _, h := range w.holes {
					t.Errorf("what %s is given at %s cannot be worked out from literals: %s", name, s.at(c), types.ExprString(h))
				}
			}
		}
	}
	return all
}

// problems are what app/address finds wrong with an address: literals, with
// no more than numbers put into them.
func (s *source) problems() map[string]string {
	all := make(map[string]string)
	for _, path := range s.in("app/address") {
		ast.Inspect(s.files[path], func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || called(c) != "fail" && called(c) != "Errorf" && called(c) != "Sprintf" || len(c.Args) == 0 {
				return true
			}
			text, ok := literal(c.Args[0])
			if ok && !slices.ContainsFunc(verbsOf(text), func(v string) bool { return v != "%d" }) {
				all[text] = s.at(c)
			}
			return true
		})
	}
	return all
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func TestLabelsAreWorkedOut(t *testing.T) {
	s := parse(t)
	all := s.labels(t, make(map[ast.Expr]bool))
	for text, at := range all {
		if strings.Count(text, "%d") > 2 {
			t.Errorf("%s: %q counts more than two things", at, text)
		}
	}
}
