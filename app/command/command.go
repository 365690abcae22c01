// Package command is the program without a window: it reads the command
// line, works on map files and prints. It holds no rule of the domain.
package command

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"warrant/app/version"
	"warrant/storage/disk"
	"warrant/storage/interchange"
)

// The exit codes.
const (
	Fine   = 0
	Failed = 1 // a file is not sound, or could not be read or written
	Misuse = 2 // the command line is not understood; for diff and merge, also a failure
)

// Streams are where the program writes.
type Streams struct {
	Out, Err io.Writer
}

// verb is one command.
type verb struct {
	name, usage, about string
	run                func(*call) error
}

// call is one use of a verb.
type call struct {
	Streams
	out   *bufio.Writer // what Out writes to; flush passes it on
	flags *flag.FlagSet
	args  []string
	store *disk.Store
}

var verbs []verb

func init() {
	verbs = []verb{
		{"check", "check FILE…", "say what is wrong with map files: a line a problem, file:line:column: what", check},
		{"show", "show FILE", "print a map as indented text, with signs and percents", show},
		{"review", "review FILE… [--json] [--all] [--fail-on fault|weakness|hint]", "say what a careful teacher would mark in maps, a remark a line, file: where: what; --all: also what was passed over; --fail-on: exit code 1 where a remark is as grave", reviewed},
		{"credence", "credence FILE [--semantics NAME] [--premises weakest|product] [--without LINK] [--json] [--why CLAIM]", "print how far each claim is to be believed", credences},
		{"format", "format FILE…", "rewrite map files in the canonical form, safely", format},
		{"arrange", "arrange FILE [-o OUT] [--direction top-down|bottom-up|left-right|right-left] [--compact] [--afresh]", "give the cards of a map their places", arranged},
		{"picture", "picture FILE -o OUT [--theme light|dark] [--scale N]", "draw a map, without a display", drawn},
		{"handout", "handout FILE -o OUT", "write a page for each step of a presentation, as one HTML file to be read or printed", handedOut},
		{"diff", "diff A B [--json]", "say what differs between two maps by meaning, a sentence a line; exit code 0: nothing, 1: something, 2: a file cannot be read", diff},
		{"merge", "merge BASE MINE THEIRS -o OUT", "bring together two maps that come from one; exit code 0: done, 1: done, with conflicts that are listed, 2: nothing written", merged},
		{"make", "make --claims N [--seed S] [--cross SHARE] -o FILE", "make a map out of nothing, for measuring", made},
		{"import", "import FILE -o OUT [--format NAME]", "make a map of a file in another format, which its name tells, or NAME: " + formats(func(f *interchange.Format) bool { return f.Read != nil }), imported},
		{"export", "export FILE -o OUT [--format NAME]", "write a map in another format: " + formats(func(f *interchange.Format) bool { return f.Write != nil }), exported},
		{"version", "version", "print the version", func(c *call) error {
			fmt.Fprintln(c.Out, "warrant", version.Number)
			return nil
		}},
	}
}

// misuse is an error in the command line. Hint tells what would be right.
type misuse struct{ problem, hint string }

func (m *misuse) Error() string { return m.problem }

// errReported is the error of a command that has already said what is wrong.
var errReported = errors.New("reported")

// Open says what a window is to open; nothing, where both are empty.
type Open struct {
	File    string // the path of a map
	Example string // the name of a map that comes with the program
	Present bool   // and show it to a class at once
}

// Run does what the arguments ask for, the program's name not among them,
// and returns the exit code. Without a verb it calls open.
func Run(args []string, s Streams, open func(Open) error) int {
	code := func(err error) int {
		var m *misuse
		var t *trouble
		switch {
		case err == nil:
			return Fine
		case errors.Is(err, errReported):
			return Failed
		case errors.As(err, &m):
			fmt.Fprintln(s.Err, "warrant:", disk.Display(m.problem))
			if m.hint != "" {
				fmt.Fprintln(s.Err, "hint:", m.hint)
			}
			return Misuse
		case errors.As(err, &t):
			fmt.Fprintln(s.Err, "warrant:", err)
			return Misuse
		}
		fmt.Fprintln(s.Err, "warrant:", err)
		return Failed
	}
	if len(args) == 0 {
		return code(open(Open{}))
	}
	switch args[0] {
	case "help", "--help", "-help", "-h":
		if len(args) > 1 {
			if v := named(args[1]); v != nil {
				fmt.Fprint(s.Out, v.help())
				return Fine
			}
		}
		fmt.Fprint(s.Out, help())
		return Fine
	case "--version":
		args[0] = "version"
	case "present":
		o, err := presentOf(args[1:])
		switch {
		case err != nil:
			return code(err)
		case o == (Open{}):
			fmt.Fprint(s.Out, presentHelp)
			return Fine
		}
		return code(open(o))
	case "--example", "-example":
		name, err := exampleOf(args[1:])
		if err != nil {
			return code(err)
		}
		return code(open(Open{Example: name}))
	}
	if v := named(args[0]); v != nil {
		return code(v.do(args[1:], s))
	}
	path := args[0]
	if path == "--" && len(args) == 2 {
		return code(open(Open{File: args[1]}))
	}
	if strings.HasPrefix(path, "-") {
		return code(&misuse{fmt.Sprintf("there is no option %s", path), "warrant --help lists the commands"})
	}
	if len(args) > 1 {
		return code(&misuse{fmt.Sprintf("there is no command %q", path), "warrant --help lists the commands; to open a map give its file alone"})
	}
	return code(open(Open{File: path}))
}

func named(name string) *verb {
	for i := range verbs {
		if verbs[i].name == name {
			return &verbs[i]
		}
	}
	return nil
}

func (v *verb) do(args []string, s Streams) error {
	out := bufio.NewWriter(s.Out)
	s.Out = out
	c := &call{Streams: s, out: out, flags: flag.NewFlagSet(v.name, flag.ContinueOnError)}
	c.flags.SetOutput(io.Discard)
	for _, a := range args {
		if a == "--help" || a == "-h" || a == "-help" {
			fmt.Fprint(out, v.help())
			return c.flush()
		}
		if a == "--" {
			break
		}
	}
	c.args = args
	var err error
	if c.store, err = disk.Open(""); err != nil {
		c.store, _ = disk.Open("") // usable all the same: see disk.Open
	}
	err = v.run(c)
	if full := c.flush(); full != nil && (err == nil || errors.Is(err, errReported)) {
		err = full
	}
	var m *misuse
	if errors.As(err, &m) && m.hint == "" {
		m.hint = "usage: warrant " + v.usage
	}
	return err
}

// flush passes on what was printed. The error says that it could not all be:
// a full disk, a pipe that nobody reads any more.
func (c *call) flush() error {
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("the output could not be written: %w", err)
	}
	return nil
}

// files reads flags and file names in any order, and wants at least least
// and at most most names.
func (c *call) files(least, most int) ([]string, error) {
	var names []string
	for rest := c.args; len(rest) > 0; {
		if err := c.flags.Parse(rest); err != nil {
			return nil, &misuse{err.Error(), ""}
		}
		taken := len(rest) - c.flags.NArg()
		literal := taken > 0 && rest[taken-1] == "--"
		rest = c.flags.Args()
		if literal {
			names = append(names, rest...)
			break
		}
		if len(rest) > 0 {
			names, rest = append(names, rest[0]), rest[1:]
		}
	}
	switch {
	case len(names) < least:
		return nil, &misuse{"a file is missing", ""}
	case len(names) > most:
		return nil, &misuse{fmt.Sprintf("too many files: %s", strings.Join(names, " ")), ""}
	}
	return names, nil
}

func (v *verb) help() string {
	return "usage: warrant " + v.usage + "\n\n" + v.about + "\n"
}

func help() string {
	var b strings.Builder
	b.WriteString("warrant draws, weighs and keeps the map of an argument.\n\nusage:\n  warrant [FILE]\n      open a window, with the map in FILE\n")
	fmt.Fprintf(&b, "  warrant --example NAME\n      open a window with a map that comes with the program: %s\n", strings.Join(examples(), ", "))
	b.WriteString("  warrant present FILE | --example NAME\n      open a window that shows a map to a class, step by step\n")
	for _, v := range verbs {
		fmt.Fprintf(&b, "  warrant %s\n      %s\n", v.usage, v.about)
	}
	b.WriteString("\nwarrant COMMAND --help tells of one command. Exit code 0: fine; 1: a file is not sound\nor could not be read or written; 2: the command line was not understood.\n")
	return b.String()
}
