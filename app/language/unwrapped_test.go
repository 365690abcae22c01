package language

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"
	"testing"
)

// private are literals of the window that no person reads as they stand.
var private = map[string]string{
	"Warrant": "a name", " — Warrant": "a name", "Warrant ": "a name",
	"Ctrl": "on the key", "Control": "on the key", "Alt": "on the key", "Shift": "on the key", "Super+": "on the key",
	"Enter": "on the key", "Backspace": "on the key", "Page Up": "on the key", "Page Down": "on the key", "Esc": "on the key",
	"F2": "a key", "F1": "a key",
	"light": "in the preferences", "dark": "in the preferences",
	"there is no display to open a window on\n": "on the terminal",
	"hint: start it in a graphical session, or give it one: xvfb-run -a warrant; warrant --help lists what works without": "on the terminal",
	"warrant: no crash log:":     "on the terminal",
	"evidence %q of link %q: %w": "an error in the program",
	"mailto:":                    "the scheme of an address",
	"below":                      "the owner of a field",
	"LANGUAGE":                   "in the environment", "LANG": "in the environment", "ko": "a language",
	"the toolkit's Korean": "on the terminal",
	"Documents":            "a folder",
	"map":                  "a file's name",
	"file":                 "the scheme of an address",
	"th":                   "English only", "st": "English only", "nd": "English only", "rd": "English only",
	"20060102T150405": "a file's name",
	"→  Page Down":    "on the keys", "←  Page Up": "on the keys", "Home  End": "on the keys", "1 2 3 Enter": "on the keys",
	"B  .": "on the keys", "0  F": "on the keys", "Esc  F5": "on the keys",
}

// technical are names of files and of examples, extensions, layouts of a time.
var technical = regexp.MustCompile(`^([A-Za-z0-9-]*[./_=*][A-Za-z0-9./_=-]*|[a-z0-9]+(-[a-z0-9]*)+|.)$`)

// What a person reads in the window is asked of the language. A literal that
// nobody reads is listed above with the reason.
func TestEveryTextOfTheWindowIsAskedOfTheLanguage(t *testing.T) {
	s := parse(t)
	all, known := s.texts(t)
	named := commands(s)
	used := make(map[string]bool)
	for path, file := range s.files {
		if !strings.HasPrefix(path, "app/window/") || measuring(file) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.ValueSpec: // the names under which the program remembers
				if strings.HasPrefix(n.Names[0].Name, "pref") {
					return false
				}
			case *ast.CaseClause: // what is compared is not shown
				for _, e := range n.List {
					markAll(e, known)
				}
			case *ast.BinaryExpr:
				if n.Op == token.EQL || n.Op == token.NEQ {
					markAll(n, known)
				}
			case *ast.CallExpr:
				switch called(n) {
				case "panic", "named", "MustCompile":
					markAll(n, known)
				}
				if shows[called(n)] {
					for _, e := range n.Args {
						if text, ok := literal(e); ok && worded(text) && named[text] {
							t.Errorf("%s: %q is to be asked of the language", s.at(n), text)
						}
					}
				}
			case *ast.CompositeLit: // lists of commands by their names, and what is kept by a menu's title
				for _, e := range n.Elts {
					kv, keyed := e.(*ast.KeyValueExpr)
					if keyed {
						markNames(kv.Key, all, known)
						e = kv.Value
					}
					if list, ok := n.Type.(*ast.ArrayType); ok && types.ExprString(list) == "[]string" || keyed && n.Type != nil && types.ExprString(n.Type) == "map[Stroke]string" {
						markNames(e, all, known)
					}
				}
			case *ast.BasicLit:
				text, ok := literal(n)
				if !ok || !worded(verbs.ReplaceAllString(text, "")) || known[n] || named[text] || technical.MatchString(text) {
					return true
				}
				if _, ok := private[text]; ok {
					used[text] = true
					return true
				}
				t.Errorf("%s: %q is to be asked of the language, or listed as private", s.at(n), text)
			}
			return true
		})
	}
	for text := range private {
		if !used[text] {
			t.Errorf("%q is listed as private and nowhere any more", text)
		}
	}
}

// markNames excuses a literal that is a text the catalogues know, where it
// only names something.
func markNames(e ast.Expr, all map[string]found, known map[ast.Expr]bool) {
	if text, ok := literal(e); ok {
		if _, ok := all[text]; ok {
			markAll(e, known)
		}
	}
}

// shows are functions that put a text on the screen. Elsewhere a command may
// be called by its name.
var shows = map[string]bool{
	"NewLabel": true, "NewButton": true, "NewCheck": true, "NewMenuItem": true, "NewMenu": true, "NewText": true, "SetText": true,
	"newButton": true, "newPress": true, "newProse": true, "caption": true, "heading": true, "prose": true, "say": true, "explain": true,
	"Explain": true, "NewForm": true, "NewFormItem": true, "NewCustomWithoutButtons": true, "confirm": true, "SetPlaceHolder": true, "SetTitle": true,
}

// commands are the names of the commands of the window.
func commands(s *source) map[string]bool {
	all := make(map[string]bool)
	for path, file := range s.files {
		if !strings.HasPrefix(path, "app/window/") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if c, ok := n.(*ast.CompositeLit); ok {
				for _, b := range names(c) {
					name, _ := literal(b)
					all[name] = true
				}
			}
			return true
		})
	}
	return all
}

// measuring reports whether a file is only built for tests in a real window.
func measuring(f *ast.File) bool {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if strings.HasPrefix(c.Text, "//go:build") && strings.Contains(c.Text, "e2e") {
				return true
			}
		}
	}
	return false
}
