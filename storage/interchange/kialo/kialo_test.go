package kialo_test

import (
	"fmt"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/kialo"
	"warrant/storage/interchange/plain"
)

const weather = `Discussion Title: Should we go out?

1. We should go out.
1.1. Pro: The sun shines \(mostly\), as [the forecast](https://example.org/f) says.
It goes on shining.
1.1.1. Con: Forecasts err.
1.2. Con: It is cold.
1.2.1. Con: -> See 1.1.
1.3. Pro: -> See 1.3.1.
1.3.1. Pro: Walks are healthy.
1.4. Neither here nor there.
1.5. Con: -> See 9.9.
1.7.1. Pro: Nothing is above.
`

func TestRead(t *testing.T) {
	parts, lost, err := kialo.Read([]byte(weather))
	if err != nil {
		t.Fatal(err)
	}
	m, err := argument.Build(parts)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := plain.Write(m)
	for l := range m.Links() {
		for _, e := range l.Evidence {
			got += fmt.Sprintln(l.ID, e.Text, e.URL)
		}
	}
	for _, l := range lost {
		got += "lost: " + l.String() + "\n"
	}
	const want = `Should we go out?
=================

We should go out.
  + ?  The sun shines (mostly), as the forecast says. It goes on shining.
    − ?  Forecasts err.
  − ?  It is cold.
    − ?  The sun shines (mostly), as the forecast says. It goes on shining.  … above
  + ?  Walks are healthy.
Neither here nor there.
Nothing is above.
l1 the forecast https://example.org/f
lost: 10: that a claim bears on itself
lost: 11: what it bears on: it is neither Pro nor Con
lost: 12: this claim: it is said to stand at 9.9., and there is none
lost: 13: what it bears on: there is no 1.7
`
	if got != strings.Replace(want, "no 1.7\n", "no 1.7.\n", 1) {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

func TestRecognize(t *testing.T) {
	for text, want := range map[string]bool{
		weather:                            true,
		"1. A claim\n1.1. Pro: For it\n":   true,
		"1. A claim\n2. Another\n":         false,
		"A text\n1.1. Pro: not the first":  false,
		"":                                 false,
		"Discussion Title: x\n\n1. thesis": true,
	} {
		if got := kialo.Recognize([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"nothing":                        `1:1: no numbered claim is in it; claims begin with their number: "1.1. Pro: …"`,
		"1. a\n1.1. Pro: b\n1.1. Con: c": "3:1: the number 1.1. stands twice; give each claim a number of its own",
		"1. \xff":                        "the text is not UTF-8",
	} {
		if parts, _, err := kialo.Read([]byte(text)); err == nil || err.Error() != want || len(parts.Claims) > 0 {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Claims that point at each other in a circle are none.
func TestCircle(t *testing.T) {
	parts, lost, err := kialo.Read([]byte("1. a\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n"))
	if err != nil || len(parts.Claims) != 1 || len(parts.Links) != 0 || len(lost) != 2 {
		t.Errorf("%v %v %v", parts, lost, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(weather)
	f.Add("1. a\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n")
	f.Fuzz(func(t *testing.T, text string) {
		parts, _, err := kialo.Read([]byte(text))
		if err != nil {
			return
		}
		if _, err := argument.Build(parts); err != nil {
			t.Fatal(err)
		}
	})
}
