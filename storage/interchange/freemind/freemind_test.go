package freemind_test

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/freemind"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/tree"
	"warrant/storage/interchange/trial"
)

// Notes are kept by their words, not their blanks: see TestRead.
var format = trial.Format{Read: freemind.Read, Write: freemind.Write, Kept: tree.Kept &^ loss.ClaimNotes, Order: trial.Outlined}

const small = `<map version="1.0.1"><node TEXT="a"><node TEXT="b"><icon BUILTIN="button_cancel"/><richcontent TYPE="NOTE"><html><body><p>n</p></body></html></richcontent></node></node></map>`

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
	"<opml/>":                                "1:1: the file begins with <opml>; it should be <map>",
	"<map><node></map>":                      "1:18: syntax error on line 1: element <node> closed by </map>",
	"<map>&lol;</map>":                       "1:11: syntax error on line 1: invalid character entity &lol;",
	"<!DOCTYPE m [\n]><map/>":                "1:1: the file declares entities of its own",
	"<map>" + strings.Repeat("<node>", 9000): "1:",
}

func TestRead(t *testing.T) {
	got := read(t, `<map version="1.0.1"><!-- made by hand -->
<node TEXT="It rains">
  <node><richcontent TYPE="NODE"><html><body><p>The sky</p><p>is <b>dark</b></p></body></html></richcontent>
    <icon BUILTIN="yes"/><icon BUILTIN="bell"/><arrowlink DESTINATION="x"/></node>
  <node TEXT="Dry air" POSITION="left"><icon BUILTIN="button_cancel"/>
    <richcontent TYPE="NOTE"><html><body><p>one</p><p>two</p></body></html></richcontent></node>
  <node TEXT="Umbrellas"/>
</node></map>`)
	const want = `It rains
  + ?  The sky is dark
  − ?  Dry air
  + ?  Umbrellas
note: one
two
lost: 4: the icon "bell"
lost: 4: an arrow from node to node
lost: 7: nothing says what some of the nodes do: they are read as support
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
	data, lost := freemind.Write(m)
	if len(lost) == 0 || !strings.HasPrefix(lost[0].What, "claims and links that stand more than") {
		t.Errorf("lost %v", lost)
	}
	if parts, _, err := freemind.Read(data); err != nil || len(parts.Claims) < 2000 {
		t.Errorf("%d claims, %v", len(parts.Claims), err)
	}
}
