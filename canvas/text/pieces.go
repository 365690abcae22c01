package text

import (
	"sync"
	"unsafe"
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

// pieceCache keeps shaped pieces in two generations. When the young one is
// full it becomes the old one, and what is used again moves back, so that
// eviction costs nothing per use.
type pieceCache struct {
	mu         sync.RWMutex
	young, old map[pieceKey]*piece
	bytes      int
}

func (c *pieceCache) get(k pieceKey) *piece {
	c.mu.RLock()
	p := c.young[k]
	stale := false
	if p == nil {
		p = c.old[k]
		stale = p != nil
	}
	c.mu.RUnlock()
	if stale {
		c.put(k, p)
	}
	return p
}

func (c *pieceCache) put(k pieceKey, p *piece) {
	const overhead = 120 // of the map's bucket, the key and the headers
	size := overhead + len(k.text) + len(p.glyphs)*int(unsafe.Sizeof(pieceGlyph{}))
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || c.bytes+size > pieceBudget {
		c.old, c.young, c.bytes = c.young, make(map[pieceKey]*piece), 0
	}
	if c.young[k] == nil {
		c.bytes += size
	}
	c.young[k] = p
}
