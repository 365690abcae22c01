package command

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"warrant/app/picture"
	"warrant/app/present"
	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/text"
)

const presentHelp = `usage: warrant present FILE | --example NAME

open a window that shows a map to a class, step by step; a map without steps is
shown as a tour of it
`

// presentOf reads what is to be presented: nothing, where help is asked for.
func presentOf(args []string) (Open, error) {
	switch {
	case len(args) == 0:
		return Open{}, &misuse{"a file is missing", "usage: warrant present FILE | --example NAME"}
	case args[0] == "--help" || args[0] == "-h" || args[0] == "-help":
		return Open{}, nil
	case args[0] == "--example" || args[0] == "-example":
		name, err := exampleOf(args[1:])
		return Open{Example: name, Present: true}, err
	case args[0] == "--":
		args = args[1:]
	case strings.HasPrefix(args[0], "-"):
		return Open{}, &misuse{fmt.Sprintf("there is no option %s", args[0]), "usage: warrant present FILE | --example NAME"}
	}
	if len(args) != 1 {
		return Open{}, &misuse{"present takes one file", "usage: warrant present FILE | --example NAME"}
	}
	return Open{File: args[0], Present: true}, nil
}

// handedOut writes the handout of a presentation.
func handedOut(c *call) error {
	out := c.flags.String("o", "", "")
	names, err := c.files(1, 1)
	if err != nil {
		return err
	}
	switch ext := strings.ToLower(filepath.Ext(*out)); {
	case *out == "":
		return &misuse{"there is no file to write to", ""}
	case ext != ".html" && ext != ".htm":
		return &misuse{fmt.Sprintf("a handout is a page for a browser, not %q", ext), "give -o a name that ends in .html"}
	}
	if same(names[0], *out) {
		return &misuse{"the handout would replace the map", "give -o another name"}
	}
	m, _, err := read(names[0])
	if err != nil {
		return err
	}
	fonts := text.Default()
	s, err := session.Start(m, nil, fonts).Snapshot().Unfolded().Drawn(nil)
	if err != nil {
		return err
	}
	steps := s.Doc.Map().Parts().Steps
	if len(steps) == 0 {
		steps = present.Suggested(s.Doc.Map(), func(link argument.ID) float64 { return s.Numbers.Link(link).Delivers }, "Evidence")
	}
	if len(steps) == 0 {
		return picture.ErrEmpty
	}
	var b bytes.Buffer
	words := present.Words{Language: "en", Whole: "The whole map", Of: func(at, of int) string { return fmt.Sprintf("%d of %d", at, of) }}
	if err := present.Handout(&b, s.Doc.Map(), steps, s.Scene, fonts, words); err != nil {
		return err
	}
	return picture.Write(c.store, *out, b.Bytes())
}
