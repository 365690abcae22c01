package panel

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"warrant/app/language"
	"warrant/argument/credence"
)

// percent is a number from 0 to 1 in whole percents.
func percent(v float64) string { return language.Percent(v, 0) }

// exactPercent is a number from 0 to 1 in percents with what decimals it has.
func exactPercent(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e6)/1e4, 'f', -1, 64)
}

// valueText is a credence in words: a range where it is not known.
func valueText(v credence.Value) string {
	if v.Known {
		return percent(v.Credence)
	}
	return percent(v.Low) + " – " + percent(v.High)
}

// points is by how much a number moved, in percentage points, with its sign.
func points(v float64) string {
	n := math.Round(v * 100)
	switch {
	case n > 0:
		return fmt.Sprintf("+%d", int(n))
	case n < 0:
		return fmt.Sprintf("−%d", int(-n))
	case v > 0:
		return "+<1"
	case v < 0:
		return "−<1"
	}
	return "±0"
}

// parsePercent reads what a person types for a number from 0 to 1: "72",
// "72 %" and "0.72" are the same. A number up to 1 with a decimal point or
// comma, and no percent sign, is a fraction; so "1.0" is all and "1" is one
// percent.
func parsePercent(typed string) (float64, error) {
	s := strings.TrimSpace(typed)
	s, sign := strings.CutSuffix(s, "%")
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", ".")
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || strings.ContainsAny(s, "xXpP_") {
		return 0, errors.New(language.Say("“%s” is not a number: type 72 or 0.72", strings.TrimSpace(typed)))
	}
	if fraction := strings.Contains(s, ".") && !sign && math.Abs(v) <= 1; !fraction {
		v /= 100
	}
	if v < 0 || v > 1 {
		return 0, errors.New(language.Say("%s is outside 0 to 100 percent", strings.TrimSpace(typed)))
	}
	if v == 0 {
		v = 0 // minus zero
	}
	return v, nil
}

// ordinal is a rank in words: 1st, 2nd, 3rd, 4th, 11th in English, and one
// form for all in other languages.
func ordinal(n int) string {
	if language.Used() != "en" {
		return language.Say("%dth", n)
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
