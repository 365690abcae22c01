package text

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// system finds faces of the machine for what the bundled ones lack. It is
// used under the lock of its Fonts.
type system struct {
	once  sync.Once
	fonts *fontscan.FontMap
	faces map[*font.Font]*Face
	asked map[systemKey]*Face // nil: no font has it
}

type systemKey struct {
	r      rune
	weight Weight
	taste  taste
}

// mostAsked bounds what is remembered of single runes; past it the answers
// are found again.
const mostAsked = 20_000

// mostFaces bounds the system faces held in memory: a page that runs through
// all of Unicode would otherwise load every font of the machine.
const mostFaces = 64

type quiet struct{}

func (quiet) Printf(string, ...any) {}

// open looks for the machine's fonts, once. It needs no lock of the Fonts, so
// that others may measure meanwhile.
func (s *system) open() { s.once.Do(s.scan) }

func (s *system) scan() {
	s.faces = map[*font.Font]*Face{}
	s.asked = map[systemKey]*Face{}
	cache := ""
	if dir, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(dir, "warrant", "fonts")
		if os.MkdirAll(cache, 0o755) != nil {
			cache = ""
		}
	}
	if cache == "" {
		cache = os.TempDir()
	}
	// A font file of the machine may be broken in a way its parser does not
	// foresee; then there are boxes, and the program goes on.
	defer func() { _ = recover() }()
	m := fontscan.NewFontMap(quiet{})
	if err := m.UseSystemFonts(cache); err != nil {
		return // a machine without fonts
	}
	s.fonts = m
}

var aspects = [...]font.Weight{font.WeightNormal, font.WeightMedium, font.WeightSemibold, font.WeightBold}

// face returns the system's face for r, or nil if there is none.
func (s *system) face(r rune, script language.Script, w Weight, like taste) *Face {
	s.open()
	if s.fonts == nil {
		return nil
	}
	key := systemKey{r, w, like}
	if f, ok := s.asked[key]; ok {
		return f
	}
	if len(s.asked) >= mostAsked {
		clear(s.asked)
	}
	f := s.find(r, script, w, like)
	s.asked[key] = f
	return f
}

func (s *system) find(r rune, script language.Script, w Weight, like taste) (face *Face) {
	defer func() {
		if recover() != nil { // a broken font file, as in scan
			face = nil
		}
	}()
	s.fonts.SetQuery(fontscan.Query{
		Families: families[like],
		Aspect:   font.Aspect{Style: font.StyleNormal, Weight: aspects[w], Stretch: font.StretchNormal},
	})
	s.fonts.SetScript(script)
	found := s.fonts.ResolveFace(r)
	if found == nil {
		return nil
	}
	// ResolveFace gives some face even when none has the rune.
	if _, ok := found.NominalGlyph(r); !ok {
		return nil
	}
	if f := s.faces[found.Font]; f != nil {
		return f
	}
	if len(s.faces) >= mostFaces {
		return nil
	}
	f := newFace(found, w)
	s.faces[found.Font] = f
	return f
}
