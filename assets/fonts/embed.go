// Package fonts holds the typeface that every drawing is measured and painted
// with: Inter 4, TrueType outlines, Latin, Cyrillic and Greek, under the SIL
// Open Font License (OFL.txt beside this file). It only holds bytes.
package fonts

import _ "embed" // the fonts are part of the program

// The four weights of Inter, whole and unchanged as released.
var (
	//go:embed Inter-Regular.ttf
	Regular []byte
	//go:embed Inter-Medium.ttf
	Medium []byte
	//go:embed Inter-SemiBold.ttf
	SemiBold []byte
	//go:embed Inter-Bold.ttf
	Bold []byte
)

// License is the licence of the fonts, for whoever passes the program on.
//
//go:embed OFL.txt
var License string
