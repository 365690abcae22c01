package credence_test

import (
	"testing"

	"warrant/argument/credence"
)

func TestWord(t *testing.T) {
	own, err := credence.NewScale([]string{"no", "perhaps", "yes"}, []float64{.3, .7})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scale credence.Scale
		p     float64
		want  string
	}{
		{credence.DefaultScale, 0, "remote"},
		{credence.DefaultScale, .0499, "remote"},
		{credence.DefaultScale, .05, "unlikely"},
		{credence.DefaultScale, .5, "even"},
		{credence.DefaultScale, .8, "likely"},
		{credence.DefaultScale, .95, "certain"},
		{credence.DefaultScale, 1, "certain"},
		{credence.Scale{}, .8, "likely"},
		{own, .29, "no"},
		{own, .3, "perhaps"},
		{own, .7, "yes"},
	} {
		if got := c.scale.Word(c.p); got != c.want {
			t.Errorf("%v on the scale %q is %q, want %q", c.p, c.scale, got, c.want)
		}
	}
}

func TestParseScale(t *testing.T) {
	for _, c := range []struct{ text, want, err string }{
		{text: "remote 5 unlikely 45 even 55 likely 95 certain", want: credence.DefaultScale.String()},
		{text: "almost no chance 12.5%  maybe", want: "almost no chance 12.5 maybe"},
		{text: "whatever", want: "whatever"},
		{text: "", err: "verbal scale: there are no words"},
		{text: "a 20 b 10 c", err: `verbal scale: "c" begins at 0.1, which is not above where "b" does`},
		{text: "a 20 30 c", err: "verbal scale: a word is missing before 30"},
		{text: "a 20", err: "verbal scale: 1 words need 0 thresholds between them, not 1"},
		{text: "a 100 b", err: `verbal scale: "b" begins at 1, which is not between 0 and 1`},
		{text: "a NaN b", err: `verbal scale: "b" begins at NaN, which is not between 0 and 1`},
	} {
		s, err := credence.ParseScale(c.text)
		switch {
		case err != nil && err.Error() != c.err:
			t.Errorf("%q: error %q, want %q", c.text, err, c.err)
		case err == nil && (c.err != "" || s.String() != c.want):
			t.Errorf("%q: got %q, want %q%s", c.text, s, c.want, c.err)
		}
	}
}
