package mapfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"warrant/storage/mapfile"
)

// head begins a map whose further members follow.
const head = `{"format":"warrant-map","version":1,`

// Every way in which a file can be no map, with the reason and the words that
// a person is told.
func TestFaults(t *testing.T) {
	const noMap = `a map file is a JSON object that begins with {"format": "warrant-map"`
	const otherJSON = `this is JSON, but not a map file; a map file has the member "format": "warrant-map"`
	claim := func(members string) string {
		return head + `"claims":[{"id":"c1","text":"","prior":0},` + members + `]}`
	}
	link := func(members string) string {
		return head + `"claims":[{"id":"c1","text":""},{"id":"c2","text":""}],` + "\n" + `"links":[` + members + `]}`
	}
	for _, test := range []struct {
		name, file string
		reason     mapfile.Reason
		want       string
	}{
		{"empty", "", mapfile.NotAMap, "the file is empty; " + noMap},
		{"white space", " \r\n\t\n", mapfile.NotAMap, "the file is empty; " + noMap},
		{"mark alone", "\xef\xbb\xbf", mapfile.NotAMap, "the file is empty; " + noMap},
		{"null", "null", mapfile.NotAMap, "1:1: this is not a map file; " + noMap},
		{"list", "\n []", mapfile.NotAMap, "2:2: this is not a map file; " + noMap},
		{"nothing in it", "{}", mapfile.NotAMap, otherJSON},
		{"another format", `{"format":"argdown"}`, mapfile.NotAMap, "1:11: /format: " + otherJSON},
		{"a picture", "\x89PNG\r\n\x1a\n", mapfile.NotAMap, "1:1: this is not a map file; " + noMap},
		{"UTF-16 with mark", "\xff\xfe{\x00}\x00", mapfile.Corrupt, "1:1: the text is in UTF-16; save it as UTF-8"},
		{"UTF-16 without mark", "{\x00}\x00", mapfile.Corrupt, "1:1: the text is in UTF-16; save it as UTF-8"},
		{"UTF-16 big end first", "\x00{\x00}", mapfile.Corrupt, "1:1: the text is in UTF-16; save it as UTF-8"},

		{"format in another case", `{"Format":"warrant-map","version":1}`, mapfile.Invalid, `1:2: /Format: "Format" is not a member that there is; write "format"`},
		{"format of another kind", `{"format":["warrant-map"],"version":1}`, mapfile.NotAMap, "1:11: /format: " + otherJSON},
		{"no version", `{"format":"warrant-map"}`, mapfile.Invalid, `the member "version" is missing; this Warrant writes version 1`},
		{"version in another case", `{"format":"warrant-map","VERSION":1}`, mapfile.Invalid, `1:25: /VERSION: "VERSION" is not a member that there is; write "version"`},
		{"version 0", `{"format":"warrant-map","version":0}`, mapfile.Invalid, "1:35: /version: there is no version 0; versions are counted from 1"},
		{"version -1", `{"format":"warrant-map","version":-1}`, mapfile.Invalid, "1:35: /version: there is no version -1; versions are counted from 1"},
		{"version 1.5", `{"format":"warrant-map","version":1.5}`, mapfile.Invalid, "1:35: /version: the version must be a whole number, not 1.5"},
		{"version 1e0", `{"format":"warrant-map","version":1e0}`, mapfile.Invalid, "1:35: /version: the version must be a whole number, not 1e0"},
		{"version in quotes", `{"format":"warrant-map","version":"3"}`, mapfile.Invalid, "1:35: /version: the version must be a number, not a text in quotes; this Warrant writes version 1"},
		{"version null", `{"format":"warrant-map","version":null}`, mapfile.Invalid, "1:35: /version: the version must be a number, not null; this Warrant writes version 1"},
		{"newer", `{"format":"warrant-map","version":2}`, mapfile.TooNew, "1:35: /version: the map is of version 2, made by a newer Warrant; this one reads up to version 1"},
		{"newer by far", `{"format":"warrant-map","version":99999999999999999999}`, mapfile.TooNew, "1:35: /version: the map is of version 99999999999999999999, made by a newer Warrant; this one reads up to version 1"},
		{"newer, and of another shape", `{"claims":{"c1":"of 2031"},"version":7,"format":"warrant-map"}`, mapfile.TooNew, "1:38: /version: the map is of version 7, made by a newer Warrant; this one reads up to version 1"},

		{"text before", "x " + head, mapfile.NotAMap, "1:1: this is not a map file; " + noMap},
		{"text after", head + `"title":""}` + "\n}", mapfile.Corrupt, "2:1: there is something after the end of the map"},
		{"zeros after", head + `"title":""}` + "\x00\x00", mapfile.Corrupt, "1:48: there is something after the end of the map"},
		{"cut off", head + `"claims":[{"id":"c1"`, mapfile.Corrupt, "1:57: /claims/0: the file ends before the map does"},
		{"comma too many", head + `"claims":[],}`, mapfile.Corrupt, "1:48: invalid character ',' at start of value; there may be a comma too many"},
		{"comma too few", head + "\n" + `"title":"" "id":""}`, mapfile.Corrupt, `2:12: invalid character '"' after object value (expecting ',' or '}'); there may be a comma missing before it`},
		{"single quotes", head + `'title':''}`, mapfile.Corrupt, `1:37: invalid character '\'' at start of value; texts stand in double quotes`},
		{"comment", head + "// why\n}", mapfile.Corrupt, `1:37: invalid character '/' at start of value; JSON has no comments`},
		{"not a number", claim(`{"id":"c2","text":"","prior":NaN}`), mapfile.Corrupt, `1:108: /claims/1/prior: invalid character 'N' at start of value`},
		{"number with leading zero", claim(`{"id":"c2","text":"","prior":01}`), mapfile.Corrupt, `1:109: /claims/1: invalid character '1' after object value (expecting ',' or '}')`},
		{"bad escape", head + `"title":"\x"}`, mapfile.Corrupt, "1:46: /title: invalid escape sequence `\\x` in string"},
		{"half a surrogate pair", head + `"title":"\ud800"}`, mapfile.Corrupt, "1:46: /title: invalid surrogate pair `\\ud800\"}` in string"},
		{"control character", head + "\"title\":\"a\nb\"}", mapfile.Corrupt, `1:47: /title: invalid character '\n' in string (expecting non-control character); a line end within a text is written \n`},
		{"bad UTF-8", head + "\"title\":\"é\xff\"}", mapfile.Corrupt, "1:47: /title: invalid UTF-8"},
		{"name twice", head + `"title":"a",` + "\n " + `"title":"b"}`, mapfile.Corrupt, `2:2: /title: the name "title" stands twice in one object; keep one of the two`},
		{"name twice by escape", head + `"title":"a","t\u0069tle":"b"}`, mapfile.Corrupt, `1:49: /title: the name "title" stands twice in one object; keep one of the two`},
		{"unknown name twice", head + `"x":{"a":1,"a":1}}`, mapfile.Corrupt, `1:48: /x/a: the name "a" stands twice in one object; keep one of the two`},

		{"key in another case", claim(`{"id":"c2","Text":""}`), mapfile.Invalid, `1:90: /claims/1/Text: "Text" is not a member that there is; write "text"`},
		{"null for a number", claim(`{"id":"c2","text":"","prior":null}`), mapfile.Invalid, `1:108: /claims/1/prior: a number must stand here, not null; leave the member out where nothing is set`},
		{"null for a claim", claim(`null`), mapfile.Invalid, `1:79: /claims/1: an object in { } must stand here, not null; leave the member out where nothing is set`},
		{"text for a number", claim(`{"id":"c2","text":"","prior":"0.5"}`), mapfile.Invalid, `1:108: /claims/1/prior: a number must stand here, not a text in quotes`},
		{"number for a text", claim(`{"id":2,"text":""}`), mapfile.Invalid, `1:85: /claims/1/id: a text in quotes must stand here, not a number`},
		{"list for a claim", claim(`["c2"]`), mapfile.Invalid, `1:79: /claims/1: an object in { } must stand here, not a list in [ ]`},
		{"object for claims", head + `"claims":{}}`, mapfile.Invalid, `1:46: /claims: a list in [ ] must stand here, not an object in { }`},
		{"text for true", claim(`{"id":"c2","text":"","pinned":"yes"}`), mapfile.Invalid, `1:109: /claims/1/pinned: true or false must stand here, not a text in quotes`},
		{"no text", claim(`{"id":"c2"}`), mapfile.Invalid, `1:79: /claims/1: "text" is missing`},
		{"no id", claim(`{"text":""}`), mapfile.Invalid, `1:79: /claims/1: "id" is missing`},
		{"empty id", claim(`{"text":"","id":""}`), mapfile.Invalid, `1:95: /claims/1/id: an ID must not be empty`},
		{"same id", claim(`{"text":"","id":"c1"}`), mapfile.Invalid, `1:95: /claims/1/id: a claim has this ID already`},
		{"prior of 101 %", claim(`{"id":"c2","text":"","prior":1.01}`), mapfile.Invalid, `1:108: /claims/1/prior: 1.01 is outside 0 to 1`},
		{"negative prior", claim(`{"id":"c2","text":"","prior":-1e-300}`), mapfile.Invalid, `1:108: /claims/1/prior: -1e-300 is outside 0 to 1`},
		{"no number's size", claim(`{"id":"c2","text":"","prior":1e999}`), mapfile.Invalid, `1:108: /claims/1/prior: 1e999 is too large a number`},
		{"nor this one's", claim(`{"id":"c2","text":"","at":[0,-1e400]}`), mapfile.Invalid, `1:108: /claims/1/at/1: -1e400 is too large a number`},
		{"far away", claim(`{"id":"c2","text":"","at":[1e308,0]}`), mapfile.Invalid, `1:105: /claims/1/at: a coordinate must lie within ±1e9`},
		{"one coordinate", claim(`{"id":"c2","text":"","at":[1]}`), mapfile.Invalid, `1:105: /claims/1/at: a list of 2 numbers must stand here, not of 1`},
		{"three coordinates", claim(`{"id":"c2","text":"","at":[1,2,3]}`), mapfile.Invalid, `1:105: /claims/1/at: a list of 2 numbers must stand here, not of 3`},
		{"wide card", claim(`{"id":"c2","text":"","width":1e9}`), mapfile.Invalid, `1:108: /claims/1/width: a card is 60 to 2000 units wide`},
		{"half a code point", claim(`{"id":"c2","text":"","passages":[{"source":"s1","start":1.5}]}`), mapfile.Invalid, `1:135: /claims/1/passages/0/start: 1.5 is not a whole number that can stand here`},
		{"passage in no source", claim(`{"id":"c2","text":"","passages":[{"source":"s1"}]}`), mapfile.Invalid, `1:122: /claims/1/passages/0/source: there is no source "s1"`},

		{"unknown semantics", head + `"evaluation":{"semantics":"guess"}}`, mapfile.Invalid, `1:63: /evaluation/semantics: "guess" is not one of df-quad, quadratic-energy, euler-based, log-odds`},
		{"unknown premise rule", head + `"evaluation":{"premises":"best"}}`, mapfile.Invalid, `1:62: /evaluation/premises: "best" is neither weakest nor product`},
		{"no such contention", head + `"contention":"c9"}`, mapfile.Invalid, `1:50: /contention: there is no claim "c9"`},
		{"no such target", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"c9"}`), mapfile.Invalid, `2:58: /links/0/to: there is no claim or link "c9"`},
		{"no such premise", link(`{"id":"l1","kind":"supports","from":["c1","c9"],"to":"c2"}`), mapfile.Invalid, `2:52: /links/0/from/1: there is no claim "c9"`},
		{"no premise", link(`{"id":"l1","kind":"supports","from":[],"to":"c2"}`), mapfile.Invalid, `2:46: /links/0/from: a link needs at least one premise`},
		{"premise twice", link(`{"id":"l1","kind":"supports","from":["c1","c1"],"to":"c2"}`), mapfile.Invalid, `2:52: /links/0/from/1: the claim "c1" is a premise of this link already`},
		{"other kind of link", link(`{"id":"l1","kind":"Supports","from":["c1"],"to":"c2"}`), mapfile.Invalid, `2:28: /links/0/kind: "Supports" is neither supports nor opposes`},
		{"led far away", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"c2","via":[[0,0],[0,-1e308]]}`), mapfile.Invalid, `2:76: /links/0/via/1: a coordinate must lie within ±1e9`},
		{"led through half a point", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"c2","via":[[0]]}`), mapfile.Invalid, `2:70: /links/0/via/0: a list of 2 numbers must stand here, not of 1`},
		{"led through a number", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"c2","via":[0]}`), mapfile.Invalid, `2:70: /links/0/via/0: a list of 2 numbers must stand here, not a number`},
		{"own target", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"l1"}`), mapfile.Invalid, `2:58: /links/0/to: a link cannot be its own target`},
		{"links in a ring", link(`{"id":"l0","kind":"supports","from":["c1"],"to":"c2"},{"id":"l1","kind":"supports","from":["c1"],"to":"l2"},{"id":"l2","kind":"supports","from":["c1"],"to":"l1"}`), mapfile.Invalid, `2:112: /links/1/to: the targets lead back to this link and never to a claim`},
		{"kind of evidence", link(`{"id":"l1","kind":"supports","from":["c1"],"to":"c2","evidence":[{"id":"e1","kind":"rumour","text":""}]}`), mapfile.Invalid, `2:93: /links/0/evidence/0/kind: "rumour" is no kind of evidence`},
		{"step to nowhere", head + `"steps":[{"id":"p1","focus":["c1"]}]}`, mapfile.Invalid, `1:66: /steps/0/focus/0: there is no claim or link "c1"`},

		{"nothing that acts on a terminal is told", claim(`{"text":"","id":"c2","prior":"","\u001b]0;x\u0007\u202e":{"\u0061":0,"a":1}}`), mapfile.Corrupt, `1:148: /claims/1/\x1b]0;x\a\u202e/a: the name "a" stands twice in one object; keep one of the two`},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := mapfile.Decode([]byte(test.file))
			var fault *mapfile.Error
			if m != nil || !errors.As(err, &fault) {
				t.Fatalf("Decode = %v, %v", m, err)
			}
			if fault.Reason != test.reason || fault.Error() != test.want {
				t.Errorf("%s\n told: %v: %s\n want: %v: %s", test.file, fault.Reason, fault, test.reason, test.want)
			}
		})
	}
}

// A byte order mark and line ends of either sort are read, and never written.
func TestMarkAndLineEnds(t *testing.T) {
	plain := sample(t, "small.json")
	dos := "\xef\xbb\xbf" + strings.ReplaceAll(string(plain), "\n", "\r\n")
	if got := encode(t, decode(t, []byte(dos))); string(got) != string(plain) {
		t.Errorf("written as %q", got)
	}
	_, err := mapfile.Decode([]byte(strings.Replace(dos, `"c2"`, `"c9"`, 1)))
	if fault := new(mapfile.Error); !errors.As(err, &fault) || fault.Line != 23 || fault.Column != 16 {
		t.Errorf("the place is counted otherwise behind a mark: %v", err)
	}
}

// All that is wrong is told at once, where one fault does not hide another.
func TestProblems(t *testing.T) {
	file := head + `"Title":"","claims":[{"id":"c1"},{"id":"c2","text":1},{"text":null}]}`
	var got []string
	for _, p := range mapfile.Problems([]byte(file)) {
		got = append(got, p.Pointer)
	}
	if want := "/Title /claims/0 /claims/1/text /claims/2/text /claims/2"; strings.Join(got, " ") != want {
		t.Errorf("problems at %s, want %s", got, want)
	}
	if p := mapfile.Problems(sample(t, "full.json")); len(p) != 0 {
		t.Errorf("a sound file has problems: %v", p)
	}

	file = head + `"contention":"c9","claims":[{"id":"c1","text":"","prior":2},{"id":"c1","text":""}],
		"links":[{"id":"l1","kind":"x","from":["c1"],"to":"c1"},{"id":"l2","kind":"opposes","from":["c1"],"to":"c9"}]}`
	got = nil
	for _, p := range mapfile.Problems([]byte(file)) {
		got = append(got, fmt.Sprintf("%d:%s", p.Line, p.Pointer))
	}
	if want := "1:/claims/1/id 1:/contention 1:/claims/0/prior 2:/links/0/kind 2:/links/1/to"; strings.Join(got, " ") != want {
		t.Errorf("rules are broken at %s, want %s", got, want)
	}
	many := head + `"claims":[` + strings.Repeat("0,", 1000) + "0]}"
	if p := mapfile.Problems([]byte(many)); len(p) != 100 {
		t.Errorf("%d problems told, want 100", len(p))
	}
}
