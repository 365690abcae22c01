package tool

import (
	"strings"
	"testing"

	"warrant/argument"
)

// TestWhyNot lists what may not be linked, and what may though it looks odd.
func TestWhyNot(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Claims: []argument.Claim{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}},
		Links: []argument.Link{
			{ID: "ab", Kind: argument.Supports, From: []argument.ID{"a"}, To: "b"},
			{ID: "cd-b", Kind: argument.Opposes, From: []argument.ID{"c", "d"}, To: "b"},
			{ID: "c-ab", Kind: argument.Opposes, From: []argument.ID{"c"}, To: "ab"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why       func(*argument.Map, argument.ID, argument.ID) string
		claim, to argument.ID
		want      string // the beginning; empty: allowed
	}{
		{whyNotLink, "a", "a", "A claim cannot"},
		{whyNotLink, "a", "b", "The claim supports this already"},
		{whyNotLink, "c", "ab", "The claim opposes this already"},
		{whyNotLink, "a", "ab", "The claim is a premise"},
		{whyNotLink, "b", "a", ""},  // a circle is legal
		{whyNotLink, "c", "b", ""},  // jointly it does, alone it may too
		{whyNotLink, "b", "ab", ""}, // a claim may resist what supports it
		{whyNotLink, "a", "c-ab", ""},
		{whyNotJoin, "a", "ab", "The claim is a premise of this link already"},
		{whyNotJoin, "b", "ab", "The link ends at this claim"},
		{whyNotJoin, "c", "ab", "The claim bears on this link"},
		{whyNotJoin, "a", "c-ab", "The claim is a premise of the link that"},
		{whyNotJoin, "d", "gone", "The link is gone"},
		{whyNotJoin, "d", "ab", ""},
		{whyNotJoin, "b", "c-ab", ""},
	} {
		got := c.why(m, c.claim, c.to)
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s to %s: %q, want %q…", c.claim, c.to, got, c.want)
		}
	}
}
