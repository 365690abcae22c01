package window

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/app/window/look"
	"warrant/argument"
	"warrant/argument/credence"
)

// preferences is the dialog in which all that can be chosen stands. A choice
// counts at once and for good; there is nothing to confirm.
type preferences struct {
	w     *Window
	d     *dialog.CustomDialog
	heads []*control.Button
	pages []fyne.CanvasObject
}

// keysPage is the place of the page of the keys.
const keysPage = 3

func (w *Window) showPreferences() *preferences {
	p := &preferences{w: w}
	heads, stack := container.NewVBox(), container.NewStack()
	for _, one := range []struct {
		name string
		page fyne.CanvasObject
	}{
		{language.Say("Look"), p.lookPage()},
		{language.Say("Numbers"), p.numbersPage()},
		{language.Say("Files"), p.filesPage()},
		{language.Say("Keys"), newKeyPage(w).object},
	} {
		at := len(p.heads)
		b := control.NewButton(one.name, "", func() { p.choose(at) })
		b.Leading = true
		p.heads, p.pages = append(p.heads, b), append(p.pages, one.page)
		heads.Add(b)
		stack.Add(one.page)
	}
	p.d = dialog.NewCustomWithoutButtons(language.Say("Preferences"), container.New(beside{}, heads, stack), w.win)
	p.choose(0)
	w.ask(p.d, choice{language.Say("Close"), w.focusCanvas})
	size := w.win.Canvas().Size()
	p.d.Resize(fyne.NewSize(min(size.Width*0.92, 780), min(size.Height*0.9, 600)))
	w.win.Canvas().Focus(p.heads[0])
	return p
}

func (p *preferences) choose(at int) {
	for i := range p.heads {
		p.heads[i].Choose(i == at)
		show(p.pages[i], i == at)
	}
}

// setting is a line of the dialog: what it is about, the control, and below
// it what that means, where the words above do not say.
func setting(name string, control fyne.CanvasObject, about string) fyne.CanvasObject {
	label := widget.NewLabel(name)
	label.Wrapping = fyne.TextWrapWord
	line := container.New(&settingLayout{}, label, control)
	if about == "" {
		return line
	}
	told := widget.NewLabel(about)
	told.Wrapping, told.Importance, told.SizeName = fyne.TextWrapWord, widget.LowImportance, theme.SizeNameCaptionText
	return container.NewVBox(line, container.New(&settingLayout{}, layout.NewSpacer(), told))
}

// settingLayout gives what is named two fifths of the width.
type settingLayout struct{}

func (*settingLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (*settingLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := size.Width * 0.4
	for i, x := range []float32{0, left} {
		w := left
		if i == 1 {
			w = size.Width - left
		}
		o[i].Resize(fyne.NewSize(w, o[i].Size().Height))
		h := min(o[i].MinSize().Height, size.Height)
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (size.Height-h)/2))
	}
}

// beside sets what comes first in the order of the keys at the left, and what
// comes next in the room that is left. The toolkit's border puts the middle
// first.
type beside struct{}

const besideGap = 18

func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, 110)+besideGap+b.Width, max(a.Height, b.Height))
}

func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := max(o[0].MinSize().Width, 110)
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[1].Move(fyne.NewPos(left+besideGap, 0))
	o[1].Resize(fyne.NewSize(size.Width-left-besideGap, size.Height))
}

func page(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.NewPadded(container.NewVBox(rows...)))
}

// pick is a control that chooses one of some values, each with its name.
func pick[T comparable](values []T, name func(T) string, now T, chosen func(T)) *control.Pick {
	var names []string
	for _, v := range values {
		names = append(names, name(v))
	}
	c := control.NewPick(names, nil)
	if i := slices.Index(values, now); i >= 0 {
		c.Selected = names[i]
	}
	c.OnChanged = func(string) {
		if i := c.SelectedIndex(); i >= 0 {
			chosen(values[i])
		}
	}
	return c
}

func (p *preferences) lookPage() fyne.CanvasObject {
	w := p.w
	themes := map[string]string{"": language.Say("as the system"), "light": language.Say("light"), "dark": language.Say("dark")}
	scale := float64(max(w.look.Scale, 0.8))
	if w.look.Scale == 0 {
		scale = 1
	}
	nearest := slices.MinFunc(look.Scales, func(a, b float64) int {
		return int(math.Round(1000 * (math.Abs(a-scale) - math.Abs(b-scale))))
	})
	tags := []string{""}
	names := map[string]string{"": language.Say("as the system")}
	for _, l := range language.Languages() {
		tags = append(tags, l.Tag)
		names[l.Tag] = l.Name
	}
	return page(
		setting(language.Say("Light or dark"), pick([]string{"", "light", "dark"}, func(s string) string { return themes[s] }, w.look.Forced,
			func(s string) { w.setLook(func(l *look.Theme) { l.Forced = s }) }), ""),
		setting(language.Say("Contrast"), control.NewCheck(language.Say("high"), w.look.Contrast,
			func(on bool) { w.setLook(func(l *look.Theme) { l.Contrast = on }) }), ""),
		setting(language.Say("Size of texts"), pick(look.Scales, func(k float64) string { return language.Percent(k, 0) }, nearest,
			func(k float64) { w.setLook(func(l *look.Theme) { l.Scale = float32(k) }) }), language.Say("of the panels and menus; the map has its zoom")),
		setting(language.Say("Motion"), control.NewCheck(language.Say("as little as can be"), w.look.Still,
			func(on bool) { w.setLook(func(l *look.Theme) { l.Still = on }) }), language.Say("cards and views then change places at once")),
		setting(language.Say("Language"), pick(tags, func(tag string) string { return names[tag] }, w.app.Preferences().String(prefLanguage),
			w.setLanguage), language.Say("from the next start on")),
	)
}

func (p *preferences) numbersPage() fyne.CanvasObject {
	w, prefs := p.w, p.w.app.Preferences()
	var ways []argument.Semantics
	titles := map[argument.Semantics]string{}
	for _, s := range semantics {
		ways = append(ways, s.id)
		titles[s.id] = language.Translate(s.title) + " — " + language.Translate(s.short)
	}
	now := w.evaluation()
	if now.Semantics == "" {
		now.Semantics = argument.DFQuAD
	}
	if now.Premises == "" {
		now.Premises = argument.Weakest
	}
	rules := map[argument.PremiseRule]string{argument.Weakest: language.Say("the weakest counts"), argument.Product: language.Say("their product counts")}

	words := &pageField{}
	words.ExtendBaseWidget(words)
	words.MultiLine, words.Wrapping = true, fyne.TextWrapWord
	words.SetMinRowsVisible(3)
	words.SetText(w.desk.Scale.String())
	wrong := widget.NewLabel("")
	wrong.Wrapping, wrong.Importance = fyne.TextWrapWord, widget.DangerImportance
	wrong.Hide()
	words.OnChanged = func(text string) {
		err := w.setVerbalScale(text)
		if show(wrong, err != nil); err != nil {
			wrong.SetText(err.Error())
		}
	}
	usual := widget.NewButton(language.Say("The Usual Words"), func() { words.SetText(usualScale().String()) })
	return page(
		setting(language.Say("New maps compute by"), pick(ways, func(s argument.Semantics) string { return titles[s] }, now.Semantics,
			func(s argument.Semantics) { prefs.SetString(prefSemantics, string(s)) }), ""),
		setting(language.Say("Of linked premises"), pick([]argument.PremiseRule{argument.Weakest, argument.Product},
			func(r argument.PremiseRule) string { return rules[r] }, now.Premises,
			func(r argument.PremiseRule) { prefs.SetString(prefPremises, string(r)) }), language.Say("in new maps; each map keeps its own, in the inspector")),
		setting(language.Say("Words for numbers"), words, language.Say("words, and between each two the percent at which the second begins")),
		container.New(&settingLayout{}, layout.NewSpacer(), container.NewVBox(wrong, container.NewHBox(usual))),
	)
}

// setVerbalScale changes the words that stand beside percents; none are the
// usual ones.
func (w *Window) setVerbalScale(text string) error {
	scale, said := usualScale(), strings.TrimSpace(text)
	if said != "" {
		var err error
		if scale, err = credence.ParseScale(said); err != nil {
			return err
		}
	}
	if scale.String() == usualScale().String() {
		said = ""
	}
	w.app.Preferences().SetString(prefScaleOf, said)
	w.desk.Scale = scale
	w.recolor()
	return nil
}

func (p *preferences) filesPage() fyne.CanvasObject {
	prefs := p.w.app.Preferences()
	span := func(seconds int) string {
		if seconds < 60 {
			return language.Count(seconds, "every %d second", "every %d seconds")
		}
		return language.Count(seconds/60, "every %d minute", "every %d minutes")
	}
	every := pick(autosaveSeconds, span, within(prefs, prefSaveEvery, usualAutosave, autosaveSeconds),
		func(n int) { prefs.SetInt(prefSaveEvery, n) })
	able := func() {
		if prefs.Bool(prefAutosave) {
			every.Enable()
		} else {
			every.Disable()
		}
	}
	able()
	return page(
		setting(language.Say("Unsaved work"), pick(journalSeconds, func(n int) string { return span(n) },
			within(prefs, prefJournal, usualJournal, journalSeconds), func(n int) { prefs.SetInt(prefJournal, n) }),
			language.Say("is kept for recovery, apart from the map's file")),
		setting(language.Say("Saving"), control.NewCheck(language.Say("maps in files are saved unasked"), prefs.Bool(prefAutosave), func(on bool) {
			prefs.SetBool(prefAutosave, on)
			able()
		}), language.Say("unless another program has changed the file; earlier versions are kept")),
		setting("", every, ""),
		setting(language.Say("At the start"), control.NewCheck(language.Say("open what was open last"), prefs.BoolWithFallback(prefRestore, true),
			func(on bool) { prefs.SetBool(prefRestore, on) }), ""),
	)
}
