package panel

import (
	"fyne.io/fyne/v2"

	"warrant/app/address"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// exit is a press that says where an address of the map leads. Pressed, the
// address is shown whole, and the person asked, before anything opens. Of an
// address that may not be opened it says so, and pressed, why.
type exit struct {
	*press
	raw  string
	host string // where it leads; empty where it may not be opened
	most float32
}

func newExit(d *Desk) *exit {
	x := &exit{press: newPress(d, "", bare, palette.Select, nil), most: 240}
	x.size = 11
	x.tapped = func() { d.OpenAddress(x.raw) }
	x.Hide()
	return x
}

// lead has it lead to an address, or hides it where there is none.
func (x *exit) lead(raw string) {
	show(x, raw != "")
	if raw == "" {
		x.raw = ""
		return
	}
	if raw == x.raw && x.look == x.desk.look() {
		return
	}
	x.raw, x.host = raw, ""
	if a, err := address.Check(raw); err == nil {
		x.host = a.Host
		if a.Mail {
			x.host = a.Whole[len("mailto:"):]
		}
	}
	x.say()
}

// within says how wide it may be.
func (x *exit) within(width float32) {
	if x.most != width {
		x.most = width
		x.say()
	}
}

func (x *exit) say() {
	if x.host == "" {
		x.set("↗ "+fitted(language.Say("An address that is not opened"), x.most-20, scaled(x.size), fyne.TextStyle{Bold: true}), palette.Muted)
		return
	}
	x.set("↗ "+fittedEnd(x.host, x.most-20, scaled(x.size), fyne.TextStyle{Bold: true}), palette.Select)
}

// fittedEnd is fitted for hosts: of a long one the end is shown, for that is
// who owns it.
func fittedEnd(host string, width, size float32, style fyne.TextStyle) string {
	if widthOf(host, size, style) <= width {
		return host
	}
	for i := range host {
		if cut := "…" + host[i:]; i > 0 && widthOf(cut, size, style) <= width {
			return cut
		}
	}
	return "…"
}

// addressOf is the address of an item of evidence, or else of its source.
func addressOf(m *argument.Map, item argument.Evidence) string {
	if item.URL != "" {
		return item.URL
	}
	if s := m.Source(item.Source); s != nil {
		return s.URL
	}
	return ""
}
