package assets

import "embed"

// Languages holds a catalogue for each language but English, as
// languages/TAG.json: the program's texts by their English. GLOSSARY.md beside
// them says which word each language has for which thing.
//
//go:embed languages/*.json
var Languages embed.FS

// ToolkitKorean holds toolkit/ko.json, what the toolkit's dialogs say in
// Korean, in the toolkit's own form.
//
//go:embed toolkit/ko.json
var ToolkitKorean embed.FS
