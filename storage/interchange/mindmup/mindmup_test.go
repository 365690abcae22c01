package mindmup_test

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/mindmup"
	"warrant/storage/interchange/tree"
	"warrant/storage/interchange/trial"
)

var format = trial.Format{Read: mindmup.Read, Write: mindmup.Write, Kept: tree.Kept, Order: trial.Outlined}

const small = `{"title":"a","id":1,"formatVersion":2,"ideas":{"1":{"title":"group","attr":{"group":"opposing"},"ideas":{"1":{"title":"b"},"2":{"title":"c"}}},"-1":{"title":"d"}}}`

// What is written is read as the same map, whatever its claims say.
func TestReadIsTheInverseOfWrite(t *testing.T) {
	if err := format.Maps(500); err != nil {
		t.Error(err)
	}
}

// read tells what a file is read as, and what was lost.
func read(t *testing.T, file string) string {
	t.Helper()
	told, err := format.Told(file)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

func TestFaults(t *testing.T) {
	for file, want := range faults {
		if got := read(t, file); !strings.HasPrefix(got, want) {
			t.Errorf("%.200q: %s, want %s", file, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := format.Again(data); err != nil {
			t.Fatal(err)
		}
	})
}

var faults = map[string]string{
	"":                      "1:1: unexpected end of JSON input",
	"{\n\"title\": 3}":      "2:10: \"title\" cannot be a number",
	"{}":                    "1:1: there are no ideas in it; a MindMup file has \"ideas\" and a \"title\"",
	"[]":                    "1:1: ",
	"{\"title\":\"a\",\n x": "2:2: invalid character 'x'",
	strings.Repeat(`{"ideas":{"1":`, 5000) + "{}" + strings.Repeat("}}", 5000): "1:70001: invalid character '{' exceeded max depth",
	strings.Repeat(`{"ideas":{"1":`, 50000):                                    "1:",
}

func TestRead(t *testing.T) {
	got := read(t, `{"id":"root","formatVersion":3,"title":"Weather","links":[{"ideaIdFrom":1,"ideaIdTo":2}],"ideas":{"1":{"title":"It rains","id":1,"ideas":{
	"-2":{"title":"On the left"},
	"10":{"title":"group","attr":{"group":"opposing"},"ideas":{"1":{"title":"Dry air","attr":{"note":{"index":1,"text":"by the glass"}}}}},
	"2.5":{"title":"group","attr":{"group":"supporting","style":[1]},"ideas":{"2":{"title":"Dark skies bring rain"},"1":{"title":"The sky is dark"}}}}}}}`)
	const want = `Weather
=======

It rains
  + ?  The sky is dark
  & Dark skies bring rain
  − ?  Dry air
  + ?  On the left
note: by the glass
lost: nothing says what some of the ideas do: they are read as support (1)
lost: links across the tree (1)
`
	if got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

// What stands too deep for the format is told, and the rest is read back.
func TestDeepMap(t *testing.T) {
	m, err := argument.Build(trial.Chain(6000))
	if err != nil {
		t.Fatal(err)
	}
	data, lost := mindmup.Write(m)
	if len(lost) == 0 || !strings.HasPrefix(lost[0].What, "claims and links that stand more than") {
		t.Errorf("lost %v", lost)
	}
	if parts, _, err := mindmup.Read(data); err != nil || len(parts.Claims) < 2000 {
		t.Errorf("%d claims, %v", len(parts.Claims), err)
	}
}
