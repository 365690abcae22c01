package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
)

// forward gives a shortcut of the menu to the text field that has the focus,
// if one has: the menu hears it first. It reports whether it did.
func (w *Window) forward(s fyne.Shortcut) bool {
	focused := w.win.Canvas().Focused()
	if focused == nil || !isField(focused) {
		return false
	}
	field, ok := focused.(fyne.Shortcutable)
	if !ok {
		return false
	}
	field.TypedShortcut(s)
	return true
}

func (w *Window) undo() {
	if w.forward(&fyne.ShortcutUndo{}) {
		return
	}
	w.tool.Cancel()
	doc := w.session.Doc
	doc.Mark() // cards on their way are at their aim
	if label, ok := doc.CanUndo(); ok {
		w.step(language.Say("Undo"), doc.Back(), w.session.TakeBack, doc.Undo, func() {
			w.explain(language.Say("undone: %s", language.Translate(label)))
		})
	}
}

// step goes a step back or forth in what was done, and what changes much is
// worked out beside the window before it is taken.
func (w *Window) step(title string, change argument.Difference, take func(*session.Rework) bool, atOnce func() bool, then func()) {
	if !session.Large(change) {
		atOnce()
		w.revealSelection()
		then()
		return
	}
	var r *session.Rework
	var err error
	n := w.session.Snapshot()
	w.do(title, func(k *work) {
		r, err = n.Reworked(func(d *argument.Document) error { d.Take("", change); return nil }, k.stop, nil)
	}, func() {
		switch {
		case err != nil:
			w.fail(err)
		case take(r):
			w.redrawn(r)
			w.revealSelection()
			then()
		}
	}, nil)
}

func (w *Window) selectAll() {
	if !w.forward(&fyne.ShortcutSelectAll{}) {
		w.tool.SelectAll()
	}
}

// revealSelection brings what undo selected into view, so that one sees what
// it did.
func (w *Window) revealSelection() {
	if s := w.session.Doc.Selection(); len(s) > 0 {
		w.tool.Reveal(s[0])
	}
}

func (w *Window) redo() {
	if w.forward(&fyne.ShortcutRedo{}) {
		return
	}
	w.tool.Cancel()
	doc := w.session.Doc
	doc.Mark() // cards on their way are at their aim
	if label, ok := doc.CanRedo(); ok {
		w.step(language.Say("Redo"), doc.Forth(), w.session.TakeForth, doc.Redo, func() {
			w.explain(language.Say("done again: %s", language.Translate(label)))
		})
	}
}

// selectedLink returns the one link that is selected.
func (w *Window) selectedLink() (argument.ID, bool) {
	s := w.session.Doc.Selection()
	if len(s) != 1 || w.session.Doc.Map().Link(s[0]) == nil {
		return "", false
	}
	return s[0], true
}

func (w *Window) addPremise() {
	if id, ok := w.selectedLink(); ok {
		w.tool.AddLinkedPremise(id)
		return
	}
	w.explain(language.Say("select the link that is to get another premise"))
}

func (w *Window) addEvidence() {
	if id, ok := w.selectedLink(); ok {
		w.inspector.AddEvidence(id)
		return
	}
	w.explain(language.Say("select the link that the evidence is about"))
}

// leaveOut turns the what-if of the selected link on or off.
func (w *Window) leaveOut() {
	if id, ok := w.selectedLink(); ok {
		w.session.LeaveOut(id, !w.session.LeftOut(id))
		return
	}
	w.explain(language.Say("select the link that is to be left out"))
}

func (w *Window) editText() {
	s := w.session.Doc.Selection()
	if len(s) == 1 && w.session.Doc.Map().Claim(s[0]) != nil {
		host{w}.EditText(s[0], false)
		return
	}
	w.explain(language.Say("select one claim to edit its text"))
}

func (w *Window) editTitle() {
	field := widget.NewEntry()
	field.SetText(w.session.Doc.Map().Info().Title)
	d := dialog.NewForm(language.Say("Title of the map"), language.Say("Set"), language.Say("Cancel"), []*widget.FormItem{widget.NewFormItem(language.Say("Title"), field)}, func(ok bool) {
		if ok {
			w.desk.Do("Change title", func(e *argument.Edit) error {
				e.SetInfo(func(i *argument.Info) { i.Title = field.Text })
				return nil
			})
		}
	}, w.win)
	d.Resize(fyne.NewSize(460, 160))
	d.Show()
	w.win.Canvas().Focus(field)
}

// numbersMenu chooses the semantics and the rule for linked premises.
func (w *Window) numbersMenu() *fyne.Menu {
	evaluate := func(title, label string, change func(*argument.Evaluation)) *fyne.MenuItem {
		return w.menu.under("Numbers", title, func() {
			w.desk.Do(label, func(e *argument.Edit) error {
				e.SetInfo(func(i *argument.Info) { change(&i.Evaluation) })
				return nil
			})
			w.explain(language.Translate(label))
		})
	}
	menu := fyne.NewMenu("")
	for _, s := range semantics {
		menu.Items = append(menu.Items, evaluate(language.Translate(s.title)+" — "+language.Translate(s.short), "Change evaluation", func(v *argument.Evaluation) { v.Semantics = s.id }))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
		evaluate(language.Say("Linked premises: the weakest counts"), "Change rule for linked premises", func(v *argument.Evaluation) { v.Premises = argument.Weakest }),
		evaluate(language.Say("Linked premises: their product counts"), "Change rule for linked premises", func(v *argument.Evaluation) { v.Premises = argument.Product }))
	return menu
}

// semantics are the four ways to compute, each in a sentence.
//
//language:texts
var semantics = []struct {
	id                 argument.Semantics
	title, short, long string
}{
	{argument.DFQuAD, "DF-QuAD", "several reasons add up with less and less effect", "Support and opposition are each gathered with diminishing returns; their difference moves the claim from its prior towards certain or towards ruled out."},
	{argument.QuadraticEnergy, "Quadratic energy", "gentle at first, then steep", "All support less all opposition makes an energy; its square, bounded, moves the claim. Little reasons hardly move it."},
	{argument.EulerBased, "Euler-based", "cautious against opposition", "The energy works through an exponential; a claim never falls below a share of its prior."},
	{argument.LogOdds, "Log-odds", "as evidence adds in statistics", "The energy is added to the log-odds of the prior, as independent evidence is."},
}

func (w *Window) showNumbers() {
	text := language.Say("Each claim begins at its prior (%s unless stated). Each link delivers its confidence times the credence of its weakest premise; links that undercut or underpin it change its strength first. The semantics says how what arrives is combined:", language.Percent(.5, 0)) + "\n\n"
	for _, s := range semantics {
		text += language.Translate(s.title) + ". " + language.Translate(s.long) + "\n\n"
	}
	d := dialog.NewCustomWithoutButtons(language.Say("How the Numbers Come About"), prose(text), w.win)
	w.ask(d, choice{language.Say("Close"), func() {}})
}
