package argument_test

import (
	"reflect"
	"testing"

	"warrant/argument"
)

// A still stays what it was, whatever is edited afterwards: in the map that it
// was taken of, or in one that was made of it.
func TestAStillStaysWhatItWas(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		type moment struct {
			still argument.Still
			parts argument.Parts
		}
		var taken []moment
		for range 20 {
			_ = e.edit() // refused edits are as good a test
			taken = append(taken, moment{e.doc.Map().Still(), e.doc.Map().Parts()})
		}
		for i, was := range taken {
			copied := was.still.Map()
			if !reflect.DeepEqual(copied.Parts(), was.parts) || !copied.Still().Same(was.still) {
				t.Fatalf("moment %d: made of the still\n%+v\nwant\n%+v", i, copied.Parts(), was.parts)
			}
			if built := build(t, was.parts); !built.Still().Same(was.still) {
				t.Fatalf("moment %d: a map built of the parts is not the same", i)
			}
			e.doc = argument.NewDocument(copied)
			for range 5 {
				_ = e.edit()
			}
			if !reflect.DeepEqual(was.still.Parts(), was.parts) {
				t.Fatalf("moment %d: the still changed", i)
			}
			if same := reflect.DeepEqual(copied.Parts(), was.parts); copied.Still().Same(was.still) != same {
				t.Fatalf("moment %d: said to be the same: %t, want %t", i, !same, same)
			}
		}
	}
}

// An edit that is made in a copy of the map and then taken leaves the map, and
// what can be undone and done again, as the edit itself would have.
func TestTakingWhatACopyBecame(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		own := e.doc
		for range 12 {
			still := own.Map().Still()
			e.doc = argument.NewDocument(still.Map())
			var diff argument.Difference
			e.doc.Observe(func(d argument.Difference) { diff = d })
			before := historyOf(own)
			if e.edit() != nil || diff.Empty() {
				continue
			}
			own.Take("x", diff)
			if !own.Map().Still().Same(e.doc.Map().Still()) || historyOf(own) == before {
				t.Fatal("the map is not what the copy became")
			}
			build(t, own.Map().Parts())
			for _, undo := range []bool{true, false} { // the same way back and forth
				diff, step := own.Back(), own.Undo
				if !undo {
					diff, step = own.Forth(), own.Redo
				}
				beside := argument.NewDocument(own.Map().Still().Map())
				beside.Take("", diff)
				if !step() || !own.Map().Still().Same(beside.Map().Still()) {
					t.Fatalf("undo %t: the map is not what was foretold", undo)
				}
			}
		}
	}
}
