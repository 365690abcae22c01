package mapfile_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"warrant/storage/mapfile"
)

// Verify finds every change of a value: each member of a file that has all of
// them, the unknown too, is changed or taken out in turn.
func TestVerifyFindsEveryChange(t *testing.T) {
	data := sample(t, "full.json")
	check := mapfile.Verify(decode(t, data))
	if err := check(data); err != nil {
		t.Fatal(err)
	}
	var all any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&all); err != nil {
		t.Fatal(err)
	}
	changed := 0
	try := func(where string) {
		text, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		changed++
		if check(text) == nil {
			t.Errorf("a change of %s is not found", where)
		}
	}
	var walk func(where string, v any, set func(any))
	walk = func(where string, v any, set func(any)) {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				delete(v, name)
				if !emptyAnyway(member) {
					try(where + "/" + name + " (taken out)")
				}
				v[name] = member
				walk(where+"/"+name, member, func(to any) { v[name] = to })
			}
			v["added"] = 1
			try(where + " (a member added)")
			delete(v, "added")
		case []any:
			for i := range v {
				walk(where+"/"+strconv.Itoa(i), v[i], func(to any) { v[i] = to })
			}
			set(append(v[:len(v):len(v)], "added"))
			try(where + " (an element added)")
			set(v)
		case string:
			set(v + "x")
			try(where)
			set(v)
		case json.Number:
			set(json.Number("0.125"))
			try(where)
			set(v)
		case bool:
			set(!v)
			try(where)
			set(v)
		}
	}
	walk("", all, nil)
	if changed < 150 {
		t.Errorf("only %d changes tried", changed)
	}
	for _, test := range []string{"", "{", string(data) + "{}", strings.Replace(string(data), `"version": 1`, `"version": 2`, 1)} {
		if check([]byte(test)) == nil {
			t.Errorf("%.20q is taken for the map", test)
		}
	}
}

// emptyAnyway reports whether a member means the same when it is left out.
func emptyAnyway(v any) bool { return v == "" || reflect.DeepEqual(v, json.Number("0")) }
