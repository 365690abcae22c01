// Package language answers in which words the program speaks to a person:
// the English text stands in the code and is the key under which a catalogue
// holds its translation. It never translates what a map says, or the command
// line.
//
// A text that no catalogue knows is shown in English. A test of this package
// holds each catalogue to every text of the program, and the program to
// asking here for every text.
package language

import (
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"

	locale "github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"
	"golang.org/x/text/number"

	"warrant/assets"
)

// Language is one that can be chosen.
type Language struct {
	Tag  string // as BCP 47 has it: "de"
	Name string // what its speakers call it: "Deutsch"
}

// own are the languages there are, English first, for it needs no catalogue.
var own = []Language{
	{"en", "English"},
	{"de", "Deutsch"},
	{"es", "Español"},
	{"fr", "Français"},
	{"ru", "Русский"},
	{"zh", "简体中文"},
	{"ja", "日本語"},
	{"ko", "한국어"},
}

// Languages lists the languages that can be chosen.
func Languages() []Language { return append([]Language(nil), own...) }

// spoken is the catalogue in use; nil is English.
var spoken atomic.Pointer[catalogue]

// Use speaks the language of a tag from now on, or the nearest there is, and
// returns the tag of that one. No tag asks the system; a language that is not
// there gives English.
func Use(tag string) string {
	asked := []string{tag}
	if tag == "" {
		asked, _ = locale.GetLocales() // none, if the system does not say
	}
	found := nearest(asked)
	if found == "en" {
		spoken.Store(nil)
		return found
	}
	text, err := assets.Languages.ReadFile("languages/" + found + ".json")
	if err != nil {
		panic(err) // they are part of the program, and a test reads each
	}
	c, err := read(found, text)
	if err != nil {
		panic(err)
	}
	spoken.Store(c)
	return found
}

// Used is the tag of the language in use.
func Used() string {
	if c := spoken.Load(); c != nil {
		return c.tag.String()
	}
	return "en"
}

// nearest is the tag of the language that suits a person best who asked for
// some, dearest first.
func nearest(asked []string) string {
	var want, have []language.Tag
	for _, a := range asked {
		if t, err := language.Parse(a); err == nil {
			want = append(want, t)
		}
	}
	for _, l := range own {
		have = append(have, language.MustParse(l.Tag))
	}
	// Without confidence the matcher has found no more than a common script.
	_, i, sure := language.NewMatcher(have).Match(want...)
	if sure == language.No {
		i = 0
	}
	return own[i].Tag
}

// Say gives a text in the language in use. The text is a literal, so that
// the catalogues can be held to it. With arguments it is a format as fmt has
// it; a translation may take them in another order: "%[2]s: %[1]d".
func Say(text string, args ...any) string {
	if c := spoken.Load(); c != nil {
		if t, ok := c.texts[text]; ok {
			text = t
		}
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Count gives a text that counts something, in the form that the language in
// use has for this number. Both texts are formats whose first argument is n.
func Count(n int, one, many string, args ...any) string {
	text := many
	if n == 1 || n == -1 {
		text = one
	}
	if c := spoken.Load(); c != nil {
		if t, ok := c.counted(n, many); ok {
			text = t
		}
	}
	return fmt.Sprintf(text, append([]any{n}, args...)...)
}

// Translate gives in the language in use what another package has said in
// English, one that knows of no languages: the label of an undo step, why a
// gesture is not possible, the name of a command. A text with numbers in it
// is known to the catalogues as a format: "Move 3 claims" by "Move %d claims";
// "there is no claim \"c1\"" by "there is no claim %s".
func Translate(text string) string {
	c := spoken.Load()
	if c == nil {
		return text
	}
	if t, ok := c.texts[text]; ok {
		return t
	}
	format, args := c.formatOf(text)
	if len(args) == 1 {
		if n, whole := args[0].(int); whole {
			if t, ok := c.counted(n, format); ok {
				return fmt.Sprintf(t, args...)
			}
		}
	}
	if t, ok := c.texts[format]; ok && len(args) > 0 {
		return fmt.Sprintf(t, args...)
	}
	return text
}

// values are a number, of a percentage with its fraction, and a text in
// quotes.
var values = regexp.MustCompile(`[0-9]+(\.[0-9]+%%)?|"(?:[^"\\]|\\.)*"`)

// formatOf takes the values out of a text.
func (c *catalogue) formatOf(text string) (format string, args []any) {
	format = values.ReplaceAllStringFunc(strings.ReplaceAll(text, "%", "%%"), func(d string) string {
		if d[0] == '"' {
			args = append(args, strings.ReplaceAll(d, "%%", "%"))
			return "%s"
		}
		if share, fraction := strings.CutSuffix(d, "%%"); fraction {
			args = append(args, c.fraction(share))
			return "%d%%"
		}
		n, err := strconv.Atoi(d)
		if err != nil { // too long for a number that counts something
			return d
		}
		args = append(args, n)
		return "%d"
	})
	return format, args
}

// fraction is a number with decimals, with the decimal sign of the language.
func (c *catalogue) fraction(decimal string) figure {
	v, err := strconv.ParseFloat(decimal, 64)
	if err != nil { // more digits than a number has
		return figure(decimal)
	}
	places := len(decimal) - strings.IndexByte(decimal, '.') - 1
	return figure(c.numbers.Sprint(number.Decimal(v, number.Scale(places), number.NoSeparator())))
}

// figure is a number as it is written, for a format that has %d.
type figure string

// Format implements fmt.Formatter.
func (f figure) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, string(f)) }

// Percent is a number from 0 to 1 in percents, with so many decimals, as the
// language in use writes it: 55%, 55 %.
func Percent(v float64, decimals int) string {
	c := spoken.Load()
	if c == nil {
		return strconv.FormatFloat(math.Round(v*100*math.Pow10(decimals))/math.Pow10(decimals), 'f', decimals, 64) + "%"
	}
	return c.numbers.Sprint(number.Percent(v, number.Scale(decimals)))
}
