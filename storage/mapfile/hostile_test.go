package mapfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"warrant/storage/mapfile"
)

// hostile files are large or deep, and made to cost time or memory. Each is
// read in a process of its own, so that its memory can be told.
var hostile = []struct {
	name   string
	make   func() string
	reason mapfile.Reason // 0: it is a map
}{
	{"depth 64", func() string { return head + `"x":` + nested(63) + `}` }, 0},
	{"depth 65", func() string { return head + `"x":` + nested(64) + `}` }, mapfile.TooLarge},
	{"depth 10,001", func() string { return head + `"x":` + nested(10_000) + `}` }, mapfile.TooLarge},
	{"depth 10 million", func() string { return head + `"x":` + nested(10_000_000) + `}` }, mapfile.TooLarge},
	{"depth 10 million in a known place", func() string { return head + `"claims":` + nested(10_000_000) + `}` }, mapfile.TooLarge},
	{"depth 10 million of objects", func() string { return head + `"x":` + strings.Repeat(`{"a":`, 10_000_000) }, mapfile.TooLarge},
	{"65 MB", func() string { return head + `"title":"` + strings.Repeat("x", 65<<20) + `"}` }, mapfile.TooLarge},
	{"text of 50 MB", func() string {
		return head + `"claims":[{"id":"c1","text":"` + strings.Repeat("x", 50_000_000) + `"}]}`
	}, 0},
	{"unknown text of 50 MB", func() string { return head + `"x":"` + strings.Repeat("x", 50_000_000) + `"}` }, mapfile.TooLarge},
	{"unknown text of 16 MB", func() string { return head + `"x":"` + strings.Repeat("x", 16_000_000) + `"}` }, 0},
	{"id of 50 MB", func() string { return head + `"contention":"` + strings.Repeat("\u202e", 16_000_000) + `"}` }, mapfile.Invalid},
	{"name of 50 MB", func() string {
		return head + `"` + strings.Repeat("x", 25_000_000) + `":{"` + strings.Repeat("y", 25_000_000) + `":1,}}`
	}, mapfile.TooLarge},
	{"fault behind a name of 16 MB", func() string {
		return head + `"x":{"` + strings.Repeat("y", 16_000_000) + `":1,}}`
	}, mapfile.Corrupt},
	{"five million escapes", func() string {
		return head + `"title":"` + strings.Repeat(`\u0041`, 5_000_000) + `"}`
	}, 0},
	{"five million escapes in a name", func() string {
		return head + `"` + strings.Repeat(`\u0041`, 5_000_000) + `":1}`
	}, mapfile.TooLarge},
	{"chain of 100,000", func() string { return chain(100_000) }, 0},
	{"chain of 100,000 links on links", linksOnLinks, 0},
	{"100,000 links to one claim", star, 0},
	{"link with 100,000 premises", premises, 0},
	{"100,001 claims", func() string { return chain(100_001) }, mapfile.TooLarge},
	{"20 million empty claims", func() string { return head + `"claims":[` + strings.Repeat("{},", 20_000_000) + `{}]}` }, mapfile.TooLarge},
	{"20 million empty evidence items", func() string {
		return head + `"links":[{"evidence":[` + strings.Repeat("{},", 20_000_000) + `{}]}]}`
	}, mapfile.TooLarge},
	{"20 million tags", func() string {
		return head + `"claims":[{"id":"c1","text":"","tags":[` + strings.Repeat(`"",`, 20_000_000) + `""]}]}`
	}, mapfile.TooLarge},
	{"five million unknown values", func() string { return head + `"x":[` + strings.Repeat("{},", 5_000_000) + `{}]}` }, 0},
	{"four million unknown members", func() string {
		var b strings.Builder
		b.WriteString(head)
		for i := range 4_000_000 {
			fmt.Fprintf(&b, `"%x":0,`, i)
		}
		return b.String() + `"":0}`
	}, mapfile.TooLarge},
	{"as many evidence items as can be", func() string {
		return head + `"claims":[{"id":"c","text":""}],"links":[{"id":"l","kind":"supports","from":["c"],"to":"c","evidence":[` +
			join(200_000, func(i int) string { return fmt.Sprintf(`{"id":"e%d","kind":"law","text":""}`, i) }) + `]}]}`
	}, 0},
	{"as many passages as can be", func() string {
		return head + `"sources":[{"id":"s"}],"claims":[{"id":"c","text":"","passages":[` +
			join(400_000, func(int) string { return `{"source":"s"}` }) + `]}]}`
	}, 0},
	{"number of 60 million digits", func() string {
		return head + `"claims":[{"id":"c1","text":"","prior":` + strings.Repeat("9", 60_000_000) + `}]}`
	}, mapfile.Invalid},
	{"version of 60 million digits", func() string {
		return `{"format":"warrant-map","version":` + strings.Repeat("9", 60_000_000) + `}`
	}, mapfile.TooNew},
	{"whole file of spaces", func() string { return strings.Repeat(" ", 60_000_000) }, mapfile.NotAMap},
}

func nested(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

func join(n int, of func(int) string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = of(i)
	}
	return strings.Join(all, ",")
}

func claims(n int) string {
	return `"claims":[` + join(n, func(i int) string { return fmt.Sprintf(`{"id":"c%d","text":""}`, i) }) + `],`
}

func links(n int, of func(int) (from, to string)) string {
	return `"links":[` + join(n, func(i int) string {
		from, to := of(i)
		return fmt.Sprintf(`{"id":"l%d","kind":"opposes","from":["%s"],"to":"%s"}`, i, from, to)
	}) + `]}`
}

func chain(n int) string {
	return head + claims(n) + links(n-1, func(i int) (string, string) { return fmt.Sprint("c", i+1), fmt.Sprint("c", i) })
}

// linksOnLinks has each link target the next one in the file.
func linksOnLinks() string {
	const n = 100_000
	return head + claims(2) + links(n, func(i int) (string, string) {
		if i == n-1 {
			return "c0", "c1"
		}
		return "c0", fmt.Sprint("l", i+1)
	})
}

func star() string {
	return head + claims(2) + links(100_000, func(int) (string, string) { return "c1", "c0" })
}

func premises() string {
	return head + claims(100_000) + `"links":[{"id":"l","kind":"supports","to":"c0","from":[` +
		join(100_000, func(i int) string { return fmt.Sprintf(`"c%d"`, i) }) + `]}]}`
}

const hostileName = "MAPFILE_TEST_HOSTILE"

// TestMain reads one hostile file where the environment names one.
func TestMain(m *testing.M) {
	name := os.Getenv(hostileName)
	if name == "" {
		os.Exit(m.Run())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	start := time.Now()
	_, err = mapfile.Decode(data)
	took := time.Since(start)
	var fault *mapfile.Error
	reason := mapfile.Reason(0)
	if errors.As(err, &fault) {
		reason = fault.Reason
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	message := ""
	if err != nil {
		message = err.Error()
	}
	fmt.Printf("%d %d %d %d", reason, took.Milliseconds(), mem.Sys>>20, len(message))
}

func TestHostileFilesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes and reads large files")
	}
	const (
		mostTime   = 2000 // ms
		mostMemory = 300  // MB, all that the process has from the system
	)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			name := t.TempDir() + "/map.json"
			if err := os.WriteFile(name, []byte(h.make()), 0o666); err != nil {
				t.Fatal(err)
			}
			runtime.GC()
			cmd := exec.Command(exe)
			cmd.Env = append(os.Environ(), hostileName+"="+name)
			var out bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &out
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v: %.2000s", err, out.String())
			}
			var reason mapfile.Reason
			var took, memory, message int
			if _, err := fmt.Sscan(out.String(), &reason, &took, &memory, &message); err != nil {
				t.Fatalf("%v: %.2000s", err, out.String())
			}
			t.Logf("%d ms, %d MB", took, memory)
			if reason != h.reason {
				t.Errorf("reason %v, want %v", reason, h.reason)
			}
			if took > mostTime || memory > mostMemory {
				t.Errorf("%d ms and %d MB, want at most %d and %d", took, memory, mostTime, mostMemory)
			}
			if message > 4000 {
				t.Errorf("a message of %d bytes", message)
			}
		})
	}
}
