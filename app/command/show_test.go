package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
	interchange "warrant/storage/interchange/plain"
	"warrant/storage/mapfile"
)

// chain is a map in which each claim is the reason for the one before.
func chain(t *testing.T, n int) *argument.Map {
	t.Helper()
	p := argument.Parts{Info: argument.Info{ID: "m", Contention: "c0"}}
	for i := range n {
		p.Claims = append(p.Claims, argument.Claim{ID: argument.ID(fmt.Sprint("c", i)), Text: fmt.Sprint("Claim ", i)})
		if i > 0 {
			p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, From: []argument.ID{p.Claims[i].ID}, To: p.Claims[i-1].ID})
		}
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// However deep a map, its text grows as its claims do, no line begins beyond
// the eightieth column, and it reads as the same map.
func TestShowOfDeepMaps(t *testing.T) {
	for _, n := range []int{1, 20, 21, 22, 40, 41, 42, 43, 10_000} {
		m := chain(t, n)
		var out bytes.Buffer
		printMap(&out, m, credence.Evaluate(m, credence.OptionsOf(m)))
		if most := n * 130; out.Len() > most {
			t.Errorf("%d claims in a chain are %d bytes, want at most %d", n, out.Len(), most)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if blanks := len(line) - len(strings.TrimLeft(line, " ")); blanks > 80 {
				t.Errorf("%d claims: a line begins with %d blanks", n, blanks)
				break
			}
		}
		parts, lost := interchange.Read(out.String())
		if len(lost) > 0 || len(parts.Claims) != n || len(parts.Links) != n-1 {
			t.Fatalf("%d claims: read as %d claims and %d links, lost %v", n, len(parts.Claims), len(parts.Links), lost)
		}
		for i, l := range parts.Links {
			if l.From[0] != parts.Claims[i+1].ID || l.To != parts.Claims[i].ID {
				t.Fatalf("%d claims: link %d leads from %s to %s", n, i, l.From[0], l.To)
			}
		}
	}
}

// full is a disk without room.
type full struct{}

var errNoRoom = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errNoRoom }

// A command that could not say what it had to say has not succeeded.
func TestOutputThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_STATE_HOME", dir)
	var paths []string
	for i, n := range []int{1, 2} {
		data, err := mapfile.Encode(chain(t, n))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%d.json", i)))
		if err := os.WriteFile(paths[i], data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		want int
		args []string
	}{
		{Failed, []string{"show", paths[1]}},
		{Failed, []string{"credence", paths[1]}},
		{Failed, []string{"credence", "--json", paths[1]}},
		{Misuse, []string{"diff", paths[0], paths[1]}},
		{Misuse, []string{"diff", "--json", paths[0], paths[0]}},
		{Failed, []string{"version"}},
		{Failed, []string{"show", "--help"}},
	} {
		var said bytes.Buffer
		code := Run(test.args, Streams{Out: full{}, Err: &said}, nil)
		if code != test.want || !strings.Contains(said.String(), errNoRoom.Error()) {
			t.Errorf("%v: exit code %d, want %d: %s", test.args, code, test.want, &said)
		}
	}
}

// An ID is a stranger's words too.
func TestHostileIDs(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_STATE_HOME", dir)
	const id = "c\u202egnp\u200b\u009b\x1b[2J"
	m, err := argument.Build(argument.Parts{
		Info:   argument.Info{ID: id, Contention: id},
		Claims: []argument.Claim{{ID: id}, {ID: "b"}},
		Links:  []argument.Link{{ID: "l" + id, Kind: argument.Opposes, From: []argument.ID{"b"}, To: id}},
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := mapfile.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "m.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"show", path}, {"credence", path}, {"credence", path, "--json"}, {"credence", path, "--why", id}, {"credence", path, "--why", "x" + id},
		{"credence", path, "--without", "x" + id}, {"diff", path, os.DevNull}, {"diff", path, os.DevNull, "--json"}, {"check", path}, {id}, {"show", id},
	} {
		var said bytes.Buffer
		Run(args, Streams{Out: &said, Err: &said}, func(Open) error { return nil })
		if strings.ContainsAny(said.String(), "\u202e\u200b\u009b\x1b") {
			t.Errorf("%q: %q", args, &said)
		}
	}
}
