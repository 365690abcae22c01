package main_test

import (
	"testing"

	"warrant/argument/credence"
	"warrant/argument/review"
	bundle "warrant/assets"
	"warrant/storage/mapfile"
)

// The maps that come with the program are such as a careful teacher has no
// remark on.
func TestNothingIsRemarkedOnInTheExamples(t *testing.T) {
	files, err := bundle.Examples.ReadDir("examples")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := bundle.Examples.ReadFile("examples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		m, err := mapfile.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range review.Of(m, credence.Evaluate(m, credence.OptionsOf(m))) {
			t.Errorf("%s: %v: %s: %s", f.Name(), r.At, r.Kind, &r)
		}
	}
}
