// Package assets answers what the program carries with it: the example maps,
// and the file format as a schema and in words. It holds bytes and never
// interprets them; the typeface is in package fonts.
package assets

import "embed"

// Examples holds the maps that ship with the program, as examples/NAME.json.
// turn-to-the-east.json maps a whole essay; the others are forms to fill in.
//
//go:embed examples/*.json
var Examples embed.FS

// Schema is the JSON Schema (draft 2020-12) of a map file of version 1.
//
//go:embed schema/warrant-map-1.schema.json
var Schema []byte

// Format is the specification of the map file, in Markdown.
//
//go:embed FORMAT.md
var Format string
