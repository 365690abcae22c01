package window

import (
	"errors"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/address"
	"warrant/app/language"
	"warrant/app/window/control"
)

// openAddress is the one way by which an address leaves the program: it shows
// the person the whole of it and asks. What may not be opened is told why.
func (w *Window) openAddress(raw string) {
	a, err := address.Check(raw)
	if err != nil {
		d := dialog.NewCustomWithoutButtons(language.Say("This address is not opened"), prose(notOpened(err)), w.win)
		w.ask(d, choice{language.Say("OK"), func() {}})
		return
	}
	u, err := url.Parse(a.Whole)
	if err != nil {
		w.fail(err)
		return
	}
	title, yes := language.Say("Open this address?"), language.Say("Open in the Browser")
	where := language.Say("It leads to %s and opens in the browser.", a.Host)
	if a.Mail {
		title, yes = language.Say("Write to this address?"), language.Say("Write")
		where = language.Say("It opens in the mail program.")
	}
	if a.Written != "" {
		where += " " + language.Say("The map writes this host “%s”; letters like these can look like others, so make sure it is the one you mean.", a.Written)
	}
	if a.Plain {
		where += " " + language.Say("The connection is not encrypted.")
	}
	whole := widget.NewLabelWithStyle(a.Whole, fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
	whole.Wrapping = fyne.TextWrapBreak
	var shown fyne.CanvasObject = container.New(&fixedSize{520}, whole)
	if len(a.Whole) > 600 { // some two thirds of a screen
		scroll := container.NewVScroll(whole)
		scroll.SetMinSize(fyne.NewSize(520, 240))
		shown = scroll
	}
	copied := widget.NewButton(language.Say("Copy"), func() {
		w.app.Clipboard().SetContent(a.Whole)
		w.explain(language.Say("the address is on the clipboard"))
	})
	copied.Importance = widget.LowImportance
	d := dialog.NewCustomWithoutButtons(title, container.NewVBox(shown, prose(where)), w.win)
	answers := choices(d, choice{language.Say("Cancel"), func() {}}, choice{yes, func() {
		if err := w.app.OpenURL(u); err != nil {
			w.fail(err)
		}
	}})
	d.SetButtons(append([]fyne.CanvasObject{copied}, answers...))
	d.Show()
	w.win.Canvas().Focus(answers[0].(*control.Answer)) // a hasty Return opens nothing
}

// notOpened says why an address is not opened.
func notOpened(err error) string {
	var bad *address.Error
	if !errors.As(err, &bad) {
		return err.Error()
	}
	return language.Say("“%s” is not opened: %s.", bad.Shown(), language.Translate(bad.Problem))
}
