// Package text answers how wide a text is, where its lines break and which
// glyphs it is drawn with. It never draws.
package text
