package mapfile

import (
	"fmt"
	"reflect"
	"testing"
)

// Whatever an old file holds, it is refused with a fault, or read as a map
// that is written and read again as the same. The migrations are stand-ins
// that can do what a real one must not: leave two members of one name.
func FuzzMigrations(f *testing.F) {
	third := reader{3, []migration{replace(`"statement"`, `"wording"`), replace(`"wording"`, `"text"`)}}
	for version := range 5 {
		for _, members := range []string{
			`"claims":[{"id":"c1","statement":"so"}]`, `"claims":[{"id":"c1","wording":"so"}]`, `"claims":[{"id":"c1","text":"so"}]`,
			`"claims":[{"id":"c1","text":"so","wording":"not so"}]`, `"title":"\"statement\"","later":{"statement":1e999}`,
			`"claims":[{"id":"statement","statement":"wording"}`, `"version":1`,
		} {
			f.Add(fmt.Appendf(nil, `{"format":"warrant-map","version":%d,%s}`, version, members))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m, problems := third.read(text, 5)
		if (m == nil) == (len(problems) == 0) {
			t.Fatalf("%q: a map: %v, problems: %v", text, m != nil, problems)
		}
		for _, p := range problems {
			if p.Problem == "" || p.Reason < NotAMap || p.Reason > Invalid || len(p.Error()) > 4000 {
				t.Fatalf("%q: the fault is %#v", text, p)
			}
		}
		if m == nil {
			return
		}
		written, err := Encode(m)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		again, err := Decode(written)
		if err != nil || !reflect.DeepEqual(again.Parts(), m.Parts()) {
			t.Fatalf("%q is written as\n%s\nand read again: %v", text, written, err)
		}
	})
}
