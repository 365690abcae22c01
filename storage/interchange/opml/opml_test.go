package opml_test

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/opml"
	"warrant/storage/interchange/tree"
	"warrant/storage/interchange/trial"
)

var format = trial.Format{Read: opml.Read, Write: opml.Write, Kept: tree.Kept, Order: trial.Outlined}

const small = `<opml version="2.0"><head><title>t</title></head><body><outline text="a"><outline text="b" bears="opposes" confidence="0.5"/></outline></body></opml>`

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
	"":                        "1:1: the file is empty; it should have an element <opml>",
	"<map></map>":             "1:1: the file begins with <map>; it should be <opml>",
	"<opml>\n<body>\n</opml>": "3:8: syntax error on line 3: element <body> closed by </opml>",
	"<!DOCTYPE o [<!ENTITY a \"b\">]><opml/>":                  "1:1: the file declares entities of its own; take the declaration away",
	"<opml>&lol;</opml>":                                       "1:12: syntax error on line 1: invalid character entity &lol;",
	"<opml/><opml/>":                                           "1:8: there is a second element outside of the first; keep one",
	"<opml><body>" + strings.Repeat(`<outline text="">`, 5000): "1:",
}

func TestRead(t *testing.T) {
	got := read(t, `<opml version="2.0"><head><title>The  weather</title><x/></head><body>
<outline text="It rains" _note="since noon" key="r">
  <outline text="The sky is dark" bears="supports" confidence="0.8"><outline text="It is night" bears="undercuts"/></outline>
  <outline text="Dark skies bring rain" bears="joins"/>
  <outline text="Umbrellas" odd="1"/>
</outline>
<outline text="Alone"/>
</body></opml>`)
	const want = `The weather
===========

It rains
  + 80%  The sky is dark
  & Dark skies bring rain
    ⊘ ?  It is night
  + ?  Umbrellas
Alone
note: since noon
lost: 1: the element "x"
lost: 5: the attribute "odd"
lost: 5: nothing says what some of the elements do: they are read as support
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
	data, lost := opml.Write(m)
	if len(lost) == 0 || !strings.HasPrefix(lost[0].What, "claims and links that stand more than") {
		t.Errorf("lost %v", lost)
	}
	if parts, _, err := opml.Read(data); err != nil || len(parts.Claims) < 2000 {
		t.Errorf("%d claims, %v", len(parts.Claims), err)
	}
}
