package panel

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
)

// benchOfAddresses has evidence with an address each on l1, and a source with
// one.
func benchOfAddresses(t *testing.T, addresses ...string) (b *bench, opened *[]string) {
	t.Helper()
	p := argument.Parts{
		Sources: []argument.Source{{ID: "s1", Title: "On Soup", URL: "https://library.example/soup"}},
		Claims:  []argument.Claim{{ID: "c1", Text: "We should have soup"}, {ID: "c2", Text: "It is cold"}},
		Links:   []argument.Link{{ID: "l1", Kind: argument.Supports, From: []id{"c2"}, To: "c1"}},
	}
	for i, a := range addresses {
		p.Links[0].Evidence = append(p.Links[0].Evidence, argument.Evidence{ID: id(rune('a' + i)), Kind: argument.Other, Text: "Read it", URL: a})
	}
	b = benchWith(t, p)
	opened = new([]string)
	b.OpenAddress = func(raw string) { *opened = append(*opened, raw) }
	return b, opened
}

// What a card says of an address is who owns it, however it is dressed.
func TestWhereAnAddressLeads(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"https://example.org/a/b?c=d", "↗ example.org"},
		{"mailto:ann@example.org", "↗ ann@example.org"},
		{"http://bank@b.c/", "Not opened: http://bank@b.c/"},
		{"https://аррӏе.com/", "↗ xn--80ak6aa92e.com"},
		{"javascript:alert(1)", "Not opened: javascript:alert(1)"},
		{"file:///etc/passwd", "Not opened: file:///etc/passwd"},
		{"ftp://x/\u202egnp.exe", `Not opened: ftp://x/\u202egnp.exe`},
		{"--help", "Not opened: --help"},
		{"https://" + strings.Repeat("www.bank.example.", 10) + "evil.example/", "…"},
	} {
		b, opened := benchOfAddresses(t, c.raw)
		p := b.inspect("l1")
		x := p.link.evidence.cards[0].exit
		if c.want == "…" {
			if !strings.HasPrefix(x.text, "↗ …") || !strings.HasSuffix(x.text, ".evil.example") {
				t.Errorf("%.60s says %q", c.raw, x.text)
			}
		} else if x.text != c.want {
			t.Errorf("%.60s says %q, want %q", c.raw, x.text, c.want)
		}
		if x.Tapped(nil); !slices.Equal(*opened, []string{c.raw}) {
			t.Errorf("pressed, %.60s asks about %q", c.raw, *opened)
		}
	}
}

// A click on the address is not one on the card, and keys get there too.
func TestAnAddressIsReachedByClickAndKey(t *testing.T) {
	b, opened := benchOfAddresses(t, "https://example.org/")
	p := b.inspect("l1")
	card := p.link.evidence.cards[0]
	if !slices.Contains(rendered(card), fyne.CanvasObject(card.exit.press)) {
		t.Fatal("the card does not show it")
	}
	at := card.exit.Position().AddXY(2, 2)
	if size := card.Size(); at.X < 0 || at.Y < 0 || at.X > size.Width || at.Y+card.exit.Size().Height > size.Height {
		t.Errorf("it stands at %v in a card of %v", at, size)
	}
	b.Window.Canvas().Unfocus()
	for range 40 {
		b.Window.Canvas().FocusNext()
		if b.Window.Canvas().Focused() == fyne.Focusable(card.exit.press) {
			break
		}
	}
	b.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Equal(*opened, []string{"https://example.org/"}) || p.link.evidence.open != "" {
		t.Errorf("opened %q, the editor is open for %q", *opened, p.link.evidence.open)
	}
}

// Evidence without an address has its source's, and none without one.
func TestAddressOfTheSource(t *testing.T) {
	b, _ := benchOfAddresses(t, "", "")
	b.Do("Cite", func(e *argument.Edit) error {
		return updateEvidence(e, "l1", "a", func(x *argument.Evidence) { x.Source = "s1" })
	})
	p := b.inspect("l1")
	cited, bare := p.link.evidence.cards[0], p.link.evidence.cards[1]
	if cited.exit.text != "↗ library.example" || !cited.exit.Visible() || bare.exit.Visible() {
		t.Errorf("cited: %q; without a source: %v", cited.exit.text, bare.exit.Visible())
	}
	p.link.evidence.edit("b")
	ed := p.link.evidence.editor
	if ed.exit.Visible() {
		t.Error("the editor leads somewhere")
	}
	retype(ed.url, "https://example.org/x")
	p.settle()
	if !ed.exit.Visible() || ed.exit.text != "↗ example.org" {
		t.Errorf("typed, the editor says %q", ed.exit.text)
	}

	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	if !s.exit.Visible() || s.exit.text != "↗ library.example" {
		t.Errorf("the source's tab says %q", s.exit.text)
	}
}
