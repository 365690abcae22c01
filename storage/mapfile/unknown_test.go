package mapfile_test

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/mapfile"
)

// Members that this version does not know are kept with the record they stand
// in, without white space, their strings in the shortest form, their numbers
// and their order as they were.
func TestUnknownMembers(t *testing.T) {
	m := decode(t, []byte(head+`"b" : 1.50, "a":{"z" : 1e400, "y":"\u0041\/"},
		"claims":[{"x":[ ],"id":"c1","text":"","ID2":-0,"":null}]}`))
	if got, want := m.Info().Extra, `{"b":1.50,"a":{"z":1e400,"y":"A/"}}`; got != want {
		t.Errorf("of the map: %s, want %s", got, want)
	}
	if got, want := m.Claim("c1").Extra, `{"x":[],"ID2":-0,"":null}`; got != want {
		t.Errorf("of the claim: %s, want %s", got, want)
	}
	if got := string(encode(t, m)); !strings.Contains(got, `      "ID2": -0,`+"\n"+`      "": null`) {
		t.Errorf("written as %s", got)
	}
}

// An Extra that would damage the file is refused when the map is written.
func TestUnknownMembersThatAreNone(t *testing.T) {
	for _, test := range []struct{ extra, want string }{
		{`[1]`, `the unknown members "[1]" are not a JSON object: it begins with no {`},
		{`{"a":1`, `are not a JSON object`},
		{`{"a":1}}`, `the unknown members "{\"a\":1}}"`},
		{`{"a":1,"a":2}`, `duplicate`},
		{`{"a":"` + "\xff" + `"}`, `invalid UTF-8`},
		{`{"prior":0.5}`, `have a member "prior", which is a known one`},
		{`{"te\u0078t":"x"}`, `have a member "text", which is a known one`},
		{`{"Prior":0.5}`, `write "prior"`},
		{`{"deep":` + nested(62) + `}`, `nested deeper than 64 levels`},
		{`{"large":"` + strings.Repeat("x", 17<<20) + `"}`, `more than 16 MB in unknown members`},
	} {
		m, err := argument.Build(argument.Parts{Claims: []argument.Claim{{ID: "c1", Extra: test.extra}}})
		if err != nil {
			t.Fatal(err)
		}
		if data, err := mapfile.Encode(m); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.50s: written as %s, %v, want %s", test.extra, data, err, test.want)
		}
	}
	m, _ := argument.Build(argument.Parts{Info: argument.Info{Extra: " { } "}})
	if got := encode(t, m); string(got) != string(sample(t, "least.json")) {
		t.Errorf("no unknown members are written as %s", got)
	}
}

// A map past a limit is not written, since no Warrant would read it.
func TestTooLargeToWrite(t *testing.T) {
	for _, test := range []struct {
		parts argument.Parts
		want  string
	}{
		{argument.Parts{Info: argument.Info{Title: strings.Repeat("x", 64<<20)}}, "bytes, but a map file has at most 67108864 (64 MB)"},
		{argument.Parts{Claims: []argument.Claim{{ID: "c", Tags: make([]string, 1_000_001)}}}, "1000001 entries in lists, but at most 1000000 can be"},
	} {
		m, err := argument.Build(test.parts)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := mapfile.Encode(m); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %s", err, test.want)
		}
	}
}
