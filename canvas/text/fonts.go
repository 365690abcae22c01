package text

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"warrant/assets/fonts"
)

// Fonts is a set of faces: the bundled ones, and behind them, for what they
// lack, those of the system. It is safe for use by several goroutines.
type Fonts struct {
	bundled [Bold + 1]*Face
	system  *system // nil: bundled faces only

	language language.Language // of the user: picks letter forms where a font has several

	pieces *pieceCache

	// mu guards what go-text keeps scratch space in: the buffer and each
	// Face's own caches.
	mu  sync.Mutex
	buf *harfbuzz.Buffer
}

// Face is one font of a set. Painters use it as a key and hand it back.
type Face struct {
	face   *font.Face
	shaper *harfbuzz.Font
	em     float64 // font units an em
	// Bundled is the TrueType file of a bundled face, nil for a system face.
	Bundled []byte
	weight  Weight
}

// Weight is the weight the face was asked for.
func (f *Face) Weight() Weight { return f.weight }

// Vertical metrics of the bundled face, in ems: what a line box, an
// underline or a vertically centred label is reckoned from.
const (
	Ascent    = 1984.0 / 2048
	Descent   = 494.0 / 2048
	CapHeight = 1490.0 / 2048
)

// Slant is how far an italic leans: x moves by Slant for each unit above the
// baseline. The bundled faces are upright, so painters shear them.
const Slant = 0.19

var (
	defaultOnce, bundledOnce sync.Once
	defaultSet, bundledSet   *Fonts
)

// Default returns the bundled faces with the system's behind them. The
// system's fonts are looked for when the first glyph is missing, or by Warm.
func Default() *Fonts {
	defaultOnce.Do(func() {
		defaultSet = newFonts()
		defaultSet.system = &system{}
		defaultSet.language = language.DefaultLanguage()
	})
	return defaultSet
}

// Bundled returns the bundled faces only: the same measures on each machine.
// A character they lack has the width of the box that stands for it.
func Bundled() *Fonts {
	bundledOnce.Do(func() { bundledSet = newFonts() })
	return bundledSet
}

// Warm looks for the system's fonts ahead of the first missing glyph. The
// very first time on a machine it takes seconds, so call it off the main
// goroutine.
func (f *Fonts) Warm() {
	if f.system != nil {
		f.system.open()
	}
}

func newFonts() *Fonts {
	f := &Fonts{buf: harfbuzz.NewBuffer(), pieces: newPieces(), language: "en"}
	for w, data := range [...][]byte{fonts.Regular, fonts.Medium, fonts.SemiBold, fonts.Bold} {
		parsed, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			// The files are embedded and held by a test.
			panic(fmt.Sprintf("bundled font %d: %v", w, err))
		}
		f.bundled[w] = newFace(parsed, Weight(w))
		f.bundled[w].Bundled = data
	}
	return f
}

func newFace(face *font.Face, w Weight) *Face {
	em := float64(face.Upem())
	if em == 0 {
		em = 1000
	}
	return &Face{face: face, shaper: harfbuzz.NewFont(face), em: em, weight: w}
}

// base returns the bundled face of a weight.
func (f *Fonts) base(w Weight) *Face { return f.bundled[min(w, Bold)] }

// has reports whether the face draws r by itself.
func (f *Face) has(r rune) bool {
	_, ok := f.face.Font.NominalGlyph(r)
	return ok
}

// Bundled returns the TrueType file of the bundled face of a weight.
func (f *Fonts) Bundled(w Weight) []byte { return f.base(w).Bundled }
