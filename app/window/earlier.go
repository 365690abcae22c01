package window

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/app/window/panel"
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
)

// history is the dialog of earlier versions. What differs from now is read
// and compared in the background, version by version.
type history struct {
	w        *Window
	versions []session.Version
	said     []string // what changed since each; empty until it is known
	list     *widget.List
	d        *dialog.CustomDialog
	show     *control.Answer
	open     *control.Answer
	chosen   int
	over     chan struct{} // closed when the dialog is
}

func (w *Window) showEarlier() {
	versions, err := w.session.Earlier()
	if err != nil {
		w.explain(worded(err))
	}
	if len(versions) == 0 {
		w.ask(dialog.NewCustomWithoutButtons(language.Say("Earlier Versions"), prose(
			language.Say("There are none yet. Each time this map is saved, the version before is kept here.")), w.win), choice{language.Say("Close"), func() {}})
		return
	}
	h := &history{w: w, versions: versions, said: make([]string, len(versions)), chosen: -1, over: make(chan struct{})}
	h.list = widget.NewList(func() int { return len(h.versions) }, newHistoryRow, h.fill)
	h.list.OnSelected = h.choose
	h.d = dialog.NewCustomWithoutButtons(language.Say("Earlier Versions"), container.NewBorder(
		prose(language.Say("What saves replaced, and unsaved work that was put aside, newest first. Nothing here changes the open map or its file.")),
		nil, nil, nil, h.list), w.win)
	buttons := choices(h.d, choice{language.Say("Close"), func() {}}, choice{language.Say("Show What Differs"), h.differ}, choice{language.Say("Open as an Unsaved Map"), h.restore})
	h.show, h.open = buttons[1].(*control.Answer), buttons[2].(*control.Answer)
	h.show.Disable()
	h.open.Disable()
	h.d.SetButtons(buttons)
	h.d.SetOnClosed(func() { close(h.over) })
	h.d.Show()
	size := w.win.Canvas().Size()
	h.d.Resize(fyne.NewSize(min(size.Width*0.8, 620), min(size.Height*0.8, 520)))
	w.win.Canvas().Focus(h.list)
	go h.compare(w.session, w.session.Doc.Map().Still())
}

// compare says what each version differs in from the open map.
func (h *history) compare(s *session.Session, now argument.Still) {
	open := now.Map()
	for i, v := range h.versions {
		select {
		case <-h.over:
			return
		default:
		}
		said := ""
		if m, err := s.ReadVersion(v); err != nil {
			said = language.Say("cannot be read: %s", worded(err))
		} else if d := session.Differences(m, open); d == session.NoDifference {
			said = language.Say("the same as now")
		} else {
			said = language.Say("since then: %s", differing(d))
		}
		fyne.Do(func() {
			h.said[i] = said
			h.list.RefreshItem(i)
		})
	}
}

func newHistoryRow() fyne.CanvasObject {
	when := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	what := widget.NewLabel("")
	what.Truncation = fyne.TextTruncateEllipsis
	size := widget.NewLabel("")
	what.Importance, size.Importance = widget.LowImportance, widget.LowImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(-8), container.NewBorder(nil, nil, when, size), what)
}

func (h *history) fill(i widget.ListItemID, o fyne.CanvasObject) {
	rows := o.(*fyne.Container).Objects
	head := rows[0].(*fyne.Container).Objects
	v := h.versions[i]
	when := friendly(v.Time, time.Now())
	if v.Unsaved {
		when += " · " + language.Say("unsaved work")
	}
	if v.Path != "" && v.Path != h.w.session.Path() {
		when += " · " + language.Say("from %s", disk.Display(filepath.Base(v.Path)))
	}
	head[0].(*widget.Label).SetText(when)
	size := ""
	if v.Size > 0 {
		size = panel.BytesSaid(v.Size)
	}
	head[1].(*widget.Label).SetText(size)
	said := h.said[i]
	if said == "" {
		said = "…"
	}
	rows[1].(*widget.Label).SetText(said)
}

func (h *history) choose(i widget.ListItemID) {
	h.chosen = i
	h.show.Enable()
	h.open.Enable()
}

// differ marks on the canvas what is other now than in the chosen version.
func (h *history) differ() {
	w, v := h.w, h.versions[h.chosen]
	s := w.session
	var m *argument.Map
	var err error
	w.explain(language.Say("comparing…"))
	w.apart(func() { m, err = s.ReadVersion(v) }, func() {
		switch {
		case w.session != s:
		case err != nil:
			w.fail(err)
		default:
			w.sinceThen(m, func(found *merge.Comparison) {
				if w.showDifferences(comparison{title: language.Say("Since %s", friendly(v.Time, time.Now())), other: m, toOpen: found}) {
					w.explain("")
				} else {
					w.explain(language.Say("this version says the same as the open map"))
				}
			})
		}
	})
}

func (h *history) restore() {
	if h.chosen < 0 {
		return
	}
	w, v := h.w, h.versions[h.chosen]
	m, err := w.session.ReadVersion(v)
	if err != nil {
		w.fail(err)
		return
	}
	w.add(session.Restore(m, w.store, w.fonts))
	w.keepJournal()
	w.explain(language.Say("this is the version of %s, as an unsaved map; the file is as it was", friendly(v.Time, time.Now())))
}

// friendly says when something was, as people do.
func friendly(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC) }
	switch days := int(day(now).Sub(day(t)).Hours() / 24); {
	case days == 0:
		return language.Say("today at %s", t.Format("15:04:05"))
	case days == 1:
		return language.Say("yesterday at %s", t.Format("15:04"))
	case t.Year() == now.Year():
		return language.Say("%[1]s %[2]d %[3]s at %[4]s", language.Translate(weekdays[t.Weekday()]), t.Day(), language.Translate(months[t.Month()-1]), t.Format("15:04"))
	}
	return language.Say("%[1]d %[2]s %[3]d at %[4]s", t.Day(), language.Translate(months[t.Month()-1]), t.Year(), t.Format("15:04"))
}

// The words of a date.
//
//language:texts
var (
	weekdays = [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	months   = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
