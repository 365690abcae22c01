package language

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// of is what an expression in a function can be.
func (w *teller) of(e ast.Expr, in *ast.FuncDecl) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, ok := literal(e); ok {
			w.known[e] = true
			return []string{text}
		}
	case *ast.ParenExpr:
		return w.of(e.X, in)
	case *ast.BinaryExpr:
		return joined(w.of(e.X, in), "", w.of(e.Y, in))
	case *ast.Ident:
		return w.variable(e.Name, in)
	case *ast.SelectorExpr:
		return w.field(e.Sel.Name)
	case *ast.CallExpr:
		switch name := called(e); {
		case name == "count" && len(e.Args) == 2:
			thing, _ := literal(e.Args[1])
			w.known[e.Args[1]] = true
			return []string{thing, "%d " + thing + "s"}
		case name == "Join": // of several counted things, each of which there may be
			sep, _ := literal(e.Args[1])
			w.known[e.Args[1]] = true
			parts := w.appended(e.Args[0], in)
			all := slices.Concat(parts...)
			for i := range parts {
				for _, more := range parts[i+1:] {
					all = append(all, joined(parts[i], sep, more)...)
				}
			}
			return all
		case name == "Error" || name == "CanUndo": // a text of the same sort, or one that stays English
			return nil
		default:
			return w.results(name, 0)
		}
	}
	switch e.(type) {
	case *ast.FuncLit, *ast.CompositeLit, *ast.UnaryExpr, *ast.BasicLit: // no text: another function of the same name
		return nil
	}
	w.holes = append(w.holes, e)
	return nil
}

func joined(a []string, sep string, b []string) []string {
	var all []string
	for _, x := range a {
		for _, y := range b {
			all = append(all, x+sep+y)
		}
	}
	return all
}

// once keeps from going round in a circle.
func (w *teller) once(key any, what func() []string) []string {
	if w.busy[key] {
		return nil
	}
	w.busy[key] = true
	defer delete(w.busy, key)
	return what()
}

// variable is what a name in a function can stand for: what is assigned to
// it, and for a parameter what the callers give.
func (w *teller) variable(name string, in *ast.FuncDecl) []string {
	return w.once([2]any{name, in}, func() []string {
		var all []string
		found := false
		ast.Inspect(in, func(n ast.Node) bool {
			a, ok := n.(*ast.AssignStmt)
			if !ok {
				return true
			}
			for i, l := range a.Lhs {
				if id, ok := l.(*ast.Ident); !ok || id.Name != name {
					continue
				}
				found = true
				if len(a.Rhs) == len(a.Lhs) {
					all = append(all, w.of(a.Rhs[i], in)...)
				} else if c, ok := a.Rhs[0].(*ast.CallExpr); ok {
					if called(c) == "CanUndo" {
						continue
					}
					all = append(all, w.results(called(c), i)...)
				}
			}
			return true
		})
		for _, params := range parameters(in) {
			at := slices.Index(params.names, name)
			if at < 0 {
				continue
			}
			found = true
			for _, c := range w.calls[params.of] {
				if of, to := receiver(in), c.receiver(); params.of == in.Name.Name && to != "" && of != to {
					continue // a method of another type
				}
				if len(c.Args) == len(params.names) { // else it is another of the same name
					all = append(all, w.of(c.Args[at], c.in)...)
				}
			}
		}
		if !found {
			w.holes = append(w.holes, ast.NewIdent(name))
		}
		return all
	})
}

type paramList struct {
	of    string
	names []string
}

// parameters are those of a function and of the function literals that it
// assigns to names.
func parameters(in *ast.FuncDecl) []paramList {
	list := func(of string, f *ast.FuncType) paramList {
		p := paramList{of: of}
		for _, field := range f.Params.List {
			for _, n := range field.Names {
				p.names = append(p.names, n.Name)
			}
		}
		return p
	}
	all := []paramList{list(in.Name.Name, in.Type)}
	ast.Inspect(in, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 1 {
			if f, ok := a.Rhs[0].(*ast.FuncLit); ok {
				if id, ok := a.Lhs[0].(*ast.Ident); ok {
					all = append(all, list(id.Name, f.Type))
				}
			}
		}
		return true
	})
	return all
}

// results is what a function of the package can return at a place.
func (w *teller) results(name string, at int) []string {
	return w.once(name, func() []string {
		var all []string
		if strings.HasPrefix(name, "Sprint") {
			w.holes = append(w.holes, ast.NewIdent(name))
		}
		for _, f := range w.funcs[name] {
			named := ""
			if f.Type.Results != nil && len(f.Type.Results.List) > at && len(f.Type.Results.List[at].Names) == 1 {
				named = f.Type.Results.List[at].Names[0].Name
			}
			ast.Inspect(f.Body, func(n ast.Node) bool {
				if _, ok := n.(*ast.FuncLit); ok {
					return false
				}
				r, ok := n.(*ast.ReturnStmt)
				switch {
				case !ok:
				case len(r.Results) > at:
					all = append(all, w.of(r.Results[at], f)...)
				case len(r.Results) == 1: // return other()
					all = append(all, w.results(called(r.Results[0].(*ast.CallExpr)), at)...)
				case named != "":
					all = append(all, w.variable(named, f)...)
				}
				return true
			})
		}
		return all
	})
}

// field is what is put into a field of the name anywhere in the package.
func (w *teller) field(name string) []string {
	return w.once("."+name, func() []string {
		var all []string
		for _, fs := range w.funcs {
			for _, f := range fs {
				ast.Inspect(f, func(n ast.Node) bool {
					switch n := n.(type) {
					case *ast.AssignStmt:
						for i, l := range n.Lhs {
							if s, ok := l.(*ast.SelectorExpr); ok && s.Sel.Name == name && len(n.Rhs) == len(n.Lhs) {
								all = append(all, w.of(n.Rhs[i], f)...)
							}
						}
					case *ast.KeyValueExpr:
						if k, ok := n.Key.(*ast.Ident); ok && k.Name == name {
							all = append(all, w.of(n.Value, f)...)
						}
					}
					return true
				})
			}
		}
		return all
	})
}

// appended are the texts that each append to a list can add, in their order.
func (w *teller) appended(list ast.Expr, in *ast.FuncDecl) [][]string {
	var all [][]string
	id, _ := list.(*ast.Ident)
	ast.Inspect(in, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok != token.ASSIGN || len(a.Rhs) != 1 || id == nil {
			return true
		}
		if l, ok := a.Lhs[0].(*ast.Ident); ok && l.Name == id.Name {
			if c, ok := a.Rhs[0].(*ast.CallExpr); ok && called(c) == "append" && len(c.Args) == 2 {
				all = append(all, w.of(c.Args[1], in))
			}
		}
		return true
	})
	return all
}
