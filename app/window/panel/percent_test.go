package panel

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestParsePercent(t *testing.T) {
	for _, test := range []struct {
		typed string
		want  float64
		err   string
	}{
		{"72", .72, ""},
		{"72%", .72, ""},
		{" 72 % ", .72, ""},
		{"0.72", .72, ""},
		{"0,72", .72, ""},
		{".5", .5, ""},
		{"72.5", .725, ""},
		{"0.5%", .005, ""},
		{"0", 0, ""},
		{"-0", 0, ""},
		{"100", 1, ""},
		{"1.0", 1, ""},
		{"1", .01, ""},
		{"101", 0, "outside 0 to 100 percent"},
		{"-5", 0, "outside 0 to 100 percent"},
		{"1.5", .015, ""},
		{"likely", 0, "is not a number"},
		{"", 0, "is not a number"},
		{"%", 0, "is not a number"},
		{"NaN", 0, "is not a number"},
		{"0x10", 0, "is not a number"},
		{"Inf", 0, "outside"},
	} {
		got, err := parsePercent(test.typed)
		switch {
		case test.err == "" && (err != nil || math.Abs(got-test.want) > 1e-12 || math.Signbit(got)):
			t.Errorf("%q is %v, %v, want %v", test.typed, got, err, test.want)
		case test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)):
			t.Errorf("%q gives the error %v, want one that says %q", test.typed, err, test.err)
		}
	}
}

// What an entry shows of a number is read back as that number.
func TestExactPercentIsReadBack(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for range 2000 {
		v := math.Round(r.Float64()*1e5) / 1e5
		shown := exactPercent(v)
		if got, err := parsePercent(shown + "%"); err != nil || math.Abs(got-v) > 1e-12 {
			t.Fatalf("%v is shown as %q, which is read as %v, %v", v, shown, got, err)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 102: "102nd", 111: "111th"} {
		if got := ordinal(n); got != want {
			t.Errorf("ordinal(%d) is %q, want %q", n, got, want)
		}
	}
}

func TestPoints(t *testing.T) {
	for v, want := range map[float64]string{.081: "+8", -.07: "−7", .001: "+<1", -.001: "−<1", 0: "±0"} {
		if got := points(v); got != want {
			t.Errorf("points(%v) is %q, want %q", v, got, want)
		}
	}
}
