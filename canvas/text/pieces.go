package text

import (
	"unsafe"

	"warrant/canvas/recent"
)

// A piece is a part of a line that is shaped by itself: one face, one script,
// one direction, and no space inside, so that the words of a map are shaped
// once however often they recur. Its measures are ems.
type piece struct {
	glyphs  []pieceGlyph // from left to right
	advance float32
	plain   bool // as Word has it
}

type pieceGlyph struct {
	face    *Face
	id      uint32
	x, y    float32 // from the piece's start; y grows downwards
	advance float32
	at      uint32 // byte offset in the piece of the cluster's first character
}

type pieceKey struct {
	text   string
	weight Weight
	rtl    bool
}

// pieceBudget bounds the cache: two generations of so many bytes each.
const pieceBudget = 6 << 20

type pieceCache = recent.Cache[pieceKey, *piece]

func newPieces() *pieceCache {
	return &pieceCache{Budget: pieceBudget, Size: func(k pieceKey, p *piece) int {
		const overhead = 120 // of the map's bucket, the key and the headers
		return overhead + len(k.text) + len(p.glyphs)*int(unsafe.Sizeof(pieceGlyph{}))
	}}
}
