package panel

import (
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/address"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/storage/disk"
)

// exit is a press that says where an address of the map leads. Pressed, the
// address is shown whole, and the person asked, before anything opens. Of an
// address that may not be opened it says so, and pressed, why.
type exit struct {
	*press
	raw   string
	host  string // where it leads, or the address where it is not opened
	opens bool
	most  float32
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
	x.raw = raw
	x.host, x.opens = destination(raw)
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
	if !x.opens {
		x.set(fitted(language.Say("Not opened: %s", x.host), x.most, scaled(x.size), fyne.TextStyle{Bold: true}), palette.Muted)
		return
	}
	x.set("↗ "+fittedEnd(x.host, x.most-20, scaled(x.size), fyne.TextStyle{Bold: true}), palette.Select)
}

// destination returns where an address leads: its host, in the letters that
// are looked up, or the one who gets the mail. Of an address that is not
// opened it returns the address, made visible.
func destination(raw string) (to string, opens bool) {
	a, err := address.Check(raw)
	switch {
	case err != nil:
		return disk.Display(raw), false
	case a.Mail:
		return strings.TrimPrefix(a.Whole, "mailto:"), true
	}
	return a.Host, true
}

// leadsTo is destination alone.
func leadsTo(raw string) string {
	to, _ := destination(raw)
	return to
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
