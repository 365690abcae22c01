package language

import (
	"encoding/json"
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// catalogue is what one language says for each English text.
type catalogue struct {
	tag     language.Tag
	texts   map[string]string
	numbers *message.Printer
	counts  map[string]map[plural.Form]string // by the English text for many
}

// forms are the names that CLDR, and a catalogue, has for the forms of a
// counted text.
var forms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// read reads a catalogue: a JSON object from English texts to a translation,
// or, for a text that counts, to an object of one translation a plural form.
func read(tag string, file []byte) (*catalogue, error) {
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(file, &entries); err != nil {
		return nil, fmt.Errorf("catalogue %s: %w", tag, err)
	}
	t, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("catalogue %s: %w", tag, err)
	}
	c := &catalogue{tag: t, texts: make(map[string]string, len(entries)), counts: make(map[string]map[plural.Form]string), numbers: message.NewPrinter(t)}
	for key, value := range entries {
		var text string
		if json.Unmarshal(value, &text) == nil {
			c.texts[key] = text
			continue
		}
		var counted map[string]string
		if err := json.Unmarshal(value, &counted); err != nil {
			return nil, fmt.Errorf("catalogue %s: %q: want a text, or an object of plural forms: %w", tag, key, err)
		}
		c.counts[key] = make(map[plural.Form]string, len(counted))
		for name, text := range counted {
			form, ok := forms[name]
			if !ok {
				return nil, fmt.Errorf("catalogue %s: %q: no plural form %q; want zero, one, two, few, many or other", tag, key, name)
			}
			c.counts[key][form] = text
		}
	}
	return c, nil
}

// counted is the form of a counted text for a number.
func (c *catalogue) counted(n int, many string) (string, bool) {
	all, ok := c.counts[many]
	if !ok {
		return "", false
	}
	n = max(n, -n)
	if t, ok := all[plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0)]; ok {
		return t, true
	}
	t, ok := all[plural.Other]
	return t, ok
}
