package clip

import (
	"errors"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/argdown"
	"warrant/storage/interchange/kialo"
	"warrant/storage/interchange/plain"
	"warrant/storage/mapfile"
)

// Kind says what a clipping is made of.
type Kind uint8

// The kinds.
const (
	Map  Kind = iota // a part of a map, or a whole map, also in another language
	Text             // an indented text
)

// Clipping is what can be put into a map. The zero Clipping is empty.
type Clipping struct {
	Kind    Kind
	parts   argument.Parts
	tops    []plain.Top // what bears on the target, if there is one
	reading *plain.Reading
	lost    []plain.Lost // on the way from another language
}

// ErrEmpty is what pasting a text gives in which there is no claim.
var ErrEmpty = errors.New("there is no claim to paste")

// Paste reads what stood on a clipboard: a map, a text that is clearly in the
// language of another mapper, or else an indented text. The
// error is ErrEmpty, or a *mapfile.Error for a map that is not sound or JSON
// that is none.
func Paste(text string) (Clipping, error) {
	if strings.HasPrefix(strings.TrimLeft(text, "\ufeff \t\r\n"), "{") {
		m, err := mapfile.Decode([]byte(text))
		var bad *mapfile.Error
		switch {
		case err == nil:
			return clipping(Clipping{Kind: Map, parts: m.Parts()})
		case !errors.As(err, &bad) || bad.Reason != mapfile.Corrupt || meant(text):
			return Clipping{}, err
		}
	}
	if p, lost, ok := foreign(text); ok {
		return clipping(Clipping{Kind: Map, parts: p, lost: lost})
	}
	r := plain.Parse(text)
	return clipping(Clipping{Kind: Text, parts: r.Parts, tops: r.Tops, reading: &r})
}

// foreign reads a text that is clearly Argdown, or an exported discussion. One
// that turns out not to be sound is a text as any other.
func foreign(text string) (p argument.Parts, lost []plain.Lost, ok bool) {
	var err error
	switch {
	case kialo.Recognize([]byte(text)):
		p, lost, err = kialo.Read([]byte(text))
	case argdown.Recognize(text):
		p, lost, err = argdown.Read([]byte(text))
	default:
		return p, nil, false
	}
	if err != nil {
		return p, nil, false
	}
	_, err = argument.Build(p)
	return p, lost, err == nil && len(p.Claims) > 0
}

// meant reports whether a text that is no JSON was to be a map.
func meant(text string) bool {
	return strings.Contains(text[:min(len(text), 1000)], `"`+mapfile.Format+`"`)
}

func clipping(c Clipping) (Clipping, error) {
	if len(c.parts.Claims) == 0 {
		return Clipping{}, ErrEmpty
	}
	return c, nil
}

// NumClaims returns how many claims there are in it.
func (c Clipping) NumClaims() int { return len(c.parts.Claims) }

// Lost tells what of it Insert leaves out with that target.
func (c Clipping) Lost(under argument.ID) []plain.Lost {
	switch {
	case c.lost != nil:
		return c.lost
	case c.reading == nil && len(c.parts.Steps) > 0:
		return []plain.Lost{{What: "steps of the presentation"}}
	case c.reading == nil:
		return nil
	case under != "":
		return c.reading.Lost
	}
	_, lost := c.reading.Alone()
	return lost
}

// AsReasons returns the clipping so that Insert makes what stands at its top,
// claims that bear on nothing in it, support the target. A text is so already,
// with its signs.
func (c Clipping) AsReasons() Clipping {
	if c.Kind == Text {
		return c
	}
	premise := make(map[argument.ID]bool)
	for _, l := range c.parts.Links {
		for _, f := range l.From {
			premise[f] = true
		}
	}
	c.tops = nil
	for i := range c.parts.Claims {
		id := c.parts.Claims[i].ID
		if !premise[id] || id == c.parts.Info.Contention {
			c.tops = append(c.tops, plain.Top{Link: argument.Link{Kind: argument.Supports, From: []argument.ID{id}}})
		}
	}
	return c
}

// Board remembers what was copied last. So the clipboard can hold a text that
// all programs understand, and pasting it here still brings back evidence,
// notes and places.
type Board struct {
	text  string
	parts argument.Parts
}

// Copy returns the chosen part as indented text, for the clipboard.
func (b *Board) Copy(m *argument.Map, ids []argument.ID) string {
	b.text, b.parts = CopyText(m, ids), Part(m, ids)
	return b.text
}

// Paste reads what stands on the clipboard, the whole part where it is the
// text that Copy gave last.
func (b *Board) Paste(text string) (Clipping, error) {
	same := func(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
	if b.text != "" && same(text) == same(b.text) {
		return clipping(Clipping{Kind: Map, parts: b.parts})
	}
	return Paste(text)
}
