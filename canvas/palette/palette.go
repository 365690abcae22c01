// Package palette answers which colour a part of the diagram has. Shapes name
// a Role; a Palette gives its colour, so that a change of theme rebuilds no
// shape. It never knows where anything is drawn.
package palette

import "image/color"

// Role is what a colour is for.
type Role uint8

// The roles. None draws nothing.
const (
	None       Role = iota
	Canvas          // behind the cards
	GridDot         // the dot grid
	Surface         // a card, a label, a panel
	Panel           // the window's side panels and bars
	CardBorder      // a card's outline
	Rule            // lines between panels
	Track           // the empty part of a bar or slider
	Text            // what is read
	Muted           // what is read second
	Contention      // the claim the map is about
	Supports
	Opposes
	Undercuts
	Neutral     // a claim with no link to the contention
	Select      // what is selected, and the button to press
	OnSelect    // text on that button
	SupportTint // behind a passage or a chip
	OpposeTint
	ContentionTint
	Added // marks of what differs between two versions
	Changed
	Gone
	Found   // around what a search found
	OnMark  // text on a mark
	RedTint // behind the text of a card that a person coloured
	OrangeTint
	YellowTint
	GreenTint
	BlueTint
	VioletTint
	GreyTint
	Red // a chip of the colour, and the border of the card
	Orange
	Yellow
	Green
	Blue
	Violet
	Grey
	Shadow
	Roles // how many there are
)

// Palette gives each role its colour.
type Palette struct {
	Name string // "light", "dark", "contrast-light", "contrast-dark"
	Dark bool
	of   [Roles]color.NRGBA
}

// Of returns the colour of a role; None is fully transparent.
func (p *Palette) Of(r Role) color.NRGBA { return p.of[r] }

// Without returns the palette with a role that draws nothing.
func (p *Palette) Without(r Role) *Palette {
	q := *p
	q.of[r] = color.NRGBA{}
	return &q
}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// Light and Dark are the two everyday palettes; the contrast ones keep text
// at 7:1 or better against what lies behind it.
var (
	Light = &Palette{Name: "light", of: [Roles]color.NRGBA{
		Canvas: hex(0xF4F5F7), GridDot: hex(0xDDE0E6), Surface: hex(0xFFFFFF), Panel: hex(0xFFFFFF),
		CardBorder: hex(0xD5DAE1), Rule: hex(0xE3E6EB), Track: hex(0xEEF1F5),
		Text: hex(0x1B2430), Muted: hex(0x5A6478),
		Contention: hex(0x3538CD), Supports: hex(0x007162), Opposes: hex(0xB73500),
		Undercuts: hex(0x7A3FA0), Neutral: hex(0x5A6478),
		Select: hex(0x1B55E8), OnSelect: hex(0xFFFFFF),
		SupportTint: hex(0xD6F3EC), OpposeTint: hex(0xFBE0D3), ContentionTint: hex(0xE1E3FB),
		Added: hex(0x166B3A), Changed: hex(0x7A4D00), Gone: hex(0xB42318), Found: hex(0xC11574), OnMark: hex(0xFFFFFF),
		RedTint: hex(0xFDE9E7), OrangeTint: hex(0xFDEEDF), YellowTint: hex(0xFBF4D2), GreenTint: hex(0xE4F5E7),
		BlueTint: hex(0xE4F0FD), VioletTint: hex(0xF1EAFC), GreyTint: hex(0xECEEF2),
		Red: hex(0xD92D20), Orange: hex(0xC85A00), Yellow: hex(0xA17800), Green: hex(0x2E8540),
		Blue: hex(0x1570EF), Violet: hex(0x6941C6), Grey: hex(0x667085),
		Shadow: {0x10, 0x18, 0x28, 0x1A},
	}}
	Dark = &Palette{Name: "dark", Dark: true, of: [Roles]color.NRGBA{
		Canvas: hex(0x14181F), GridDot: hex(0x232934), Surface: hex(0x222A36), Panel: hex(0x1B212B),
		CardBorder: hex(0x36404F), Rule: hex(0x2C3440), Track: hex(0x2A3341),
		Text: hex(0xE8ECF2), Muted: hex(0x97A4B8),
		Contention: hex(0x959AFF), Supports: hex(0x39C6B0), Opposes: hex(0xFF8A50),
		Undercuts: hex(0xC68CEB), Neutral: hex(0x97A4B8),
		Select: hex(0x6FA2FF), OnSelect: hex(0x0B1220),
		SupportTint: hex(0x123F39), OpposeTint: hex(0x4A2615), ContentionTint: hex(0x2A2C5E),
		Added: hex(0x62D28C), Changed: hex(0xF2B84B), Gone: hex(0xFF8A80), Found: hex(0xF670C7), OnMark: hex(0x10151C),
		RedTint: hex(0x43242A), OrangeTint: hex(0x402B1C), YellowTint: hex(0x39331A), GreenTint: hex(0x1B382A),
		BlueTint: hex(0x1B3350), VioletTint: hex(0x33284F), GreyTint: hex(0x2F3744),
		Red: hex(0xF97066), Orange: hex(0xFDA254), Yellow: hex(0xF2CC4D), Green: hex(0x5FCF8A),
		Blue: hex(0x6DA8FF), Violet: hex(0xB692F6), Grey: hex(0x93A0B4),
		Shadow: {0, 0, 0, 0x52},
	}}
	ContrastLight = contrast(Light, "contrast-light", map[Role]uint32{
		Canvas: 0xFFFFFF, GridDot: 0xC4CAD4, CardBorder: 0x39424F, Rule: 0x667085, Track: 0xD5DAE1,
		Text: 0x000000, Muted: 0x39424F, Contention: 0x23259B, Supports: 0x04554A, Opposes: 0x872901,
		Undercuts: 0x5C2A7D, Neutral: 0x39424F, Select: 0x033CC0,
		Added: 0x0B4A26, Changed: 0x5A3800, Gone: 0x8C1A11, Found: 0x9B0F5C,
	})
	ContrastDark = contrast(Dark, "contrast-dark", map[Role]uint32{
		Canvas: 0x000000, GridDot: 0x39424F, Surface: 0x0B0E13, Panel: 0x000000, CardBorder: 0xC4CAD4,
		Rule: 0x93A0B4, Track: 0x39424F, Text: 0xFFFFFF, Muted: 0xD5DAE1, Contention: 0xC1C3FF,
		Supports: 0x6FE6D3, Opposes: 0xFFB38C, Undercuts: 0xDDB8F5, Neutral: 0xD5DAE1,
		Select: 0x90B2FF, Added: 0x86E8AC, Changed: 0xFFD280, Gone: 0xFFB3AB, Found: 0xFFE45C,
	})
)

// The projector's palettes stand off more than the everyday ones, since a
// wall takes contrast away, and glare less than the contrast ones.
var (
	ProjectorLight = contrast(Light, "projector-light", map[Role]uint32{
		Canvas: 0xFFFFFF, CardBorder: 0xB3BAC6, Rule: 0xD5DAE1, Text: 0x000000, Muted: 0x39424F,
		Contention: 0x23259B, Supports: 0x04554A, Opposes: 0x872901, Undercuts: 0x5C2A7D, Neutral: 0x39424F, Select: 0x033CC0,
	})
	ProjectorDark = contrast(Dark, "projector-dark", map[Role]uint32{
		Canvas: 0x0B0E13, Surface: 0x161C26, Panel: 0x161C26, CardBorder: 0x4A5668, Text: 0xFFFFFF, Muted: 0xC4CAD4,
		Contention: 0xC1C3FF, Supports: 0x6FE6D3, Opposes: 0xFFB38C, Undercuts: 0xDDB8F5, Neutral: 0xD5DAE1, Select: 0x90B2FF,
	})
)

func contrast(base *Palette, name string, changed map[Role]uint32) *Palette {
	p := *base
	p.Name = name
	for r, v := range changed {
		p.of[r] = hex(v)
	}
	return &p
}
