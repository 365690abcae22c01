//go:build e2e && linux

package e2e

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// line is a line of the table: what was measured, and a figure for each size.
type line struct {
	what    string
	figures []string
	values  []float64 // what grows in them
	bar     string    // at 10,000 claims
}

type table struct {
	lines []*line
	index map[string]*line
}

func (t *table) add(what string, value float64, figure, bar string) {
	if t.index == nil {
		t.index = map[string]*line{}
	}
	l := t.index[what]
	if l == nil {
		l = &line{what: what, bar: bar}
		t.index[what] = l
		t.lines = append(t.lines, l)
	}
	l.figures, l.values = append(l.figures, figure), append(l.values, value)
}

func (t *table) time(what string, d time.Duration, bar string) {
	t.add(what, float64(d), ms(d), bar)
}

func (t *table) memory(what string, bytes int64) {
	t.add(what, float64(bytes), fmt.Sprintf("%d MB", bytes>>20), "250 MB")
}

func (t *table) print(w io.Writer, sizes []int) {
	out := tabwriter.NewWriter(w, 0, 8, 3, ' ', 0)
	fmt.Fprint(out, "claims")
	for _, n := range sizes {
		fmt.Fprintf(out, "\t%d", n)
	}
	fmt.Fprintf(out, "\tgrowth\tbar at 10000\n")
	for _, l := range t.lines {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", l.what, strings.Join(l.figures, "\t"), growth(sizes, l.values), l.bar)
	}
	out.Flush()
}

// growth says what values grow like over the sizes: the slope of the straight
// line that fits their logarithms best, as a power.
func growth(sizes []int, values []float64) string {
	var n, sx, sy, sxx, sxy float64
	for i, v := range values {
		x, y := math.Log(float64(sizes[i])), math.Log(v)
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	power := (n*sxy - sx*sy) / (n*sxx - sx*sx)
	switch {
	case math.IsNaN(power) || math.IsInf(power, 0):
		return "–"
	case math.Abs(power) < 0.1:
		return "none"
	}
	return fmt.Sprintf("n^%.1f", power)
}

func TestGrowth(t *testing.T) {
	sizes := []int{1000, 10_000, 100_000}
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{1, 10, 100}, "n^1.0"},
		{[]float64{5, 5.1, 5}, "none"},
		{[]float64{2, 20 * math.Sqrt(10), 2000}, "n^1.5"},
		{[]float64{0, 1, 2}, "–"},
	} {
		if got := growth(sizes, c.values); got != c.want {
			t.Errorf("%v grows like %s, want %s", c.values, got, c.want)
		}
	}
}

func ms(d time.Duration) string {
	switch v := float64(d) / float64(time.Millisecond); {
	case v >= 100:
		return fmt.Sprintf("%.0f ms", v)
	case v >= 1:
		return fmt.Sprintf("%.1f ms", v)
	default:
		return fmt.Sprintf("%.4f ms", v)
	}
}
