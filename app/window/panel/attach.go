package panel

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"warrant/app/language"
	"warrant/argument"
	"warrant/storage/disk"
)

func (s *Source) addSource() {
	askForSource(s.desk, func(src argument.Source) {
		s.desk.Do("Add source", func(e *argument.Edit) error {
			_, err := e.AddSource(src)
			return err
		})
	}, func() {})
}

// askText asks for the file with the text of the source.
func (s *Source) askText() {
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			if err != nil {
				s.desk.Fail(err)
			}
			return
		}
		defer func() { _ = r.Close() }() // it was only read
		text, err := readText(r)
		if err != nil {
			s.desk.Fail(fmt.Errorf("%s: %w", disk.Display(r.URI().Name()), err))
			return
		}
		s.offerText(text)
	}, s.desk.Window)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{".txt", ".text", ".md"}))
	ask.Show()
	ask.Resize(fyne.NewSize(820, 560)) // not before: the toolkit has nothing to resize yet
}

// offerText asks whether a text is to become part of the map, since it then
// goes wherever the map goes.
func (s *Source) offerText(text string) {
	m, id := s.desk.Session.Doc.Map(), s.id
	if m.Source(id) == nil {
		return
	}
	fits := language.Say("No passage of the map is anchored in it yet.")
	if anchors := anchorsIn(m, id); len(anchors) > 0 {
		_, n := matching(text, anchors)
		fits = language.Say("%d of %d passages match it.", n, len(anchors))
	}
	said := language.Count(utf8.RuneCountInString(text),
		"The text has %d character (%s). It becomes part of the map: whoever gets the map's file gets the text with it, so attach only what may be passed on.",
		"The text has %d characters (%s). It becomes part of the map: whoever gets the map's file gets the text with it, so attach only what may be passed on.",
		BytesSaid(int64(len(text))))
	s.desk.Confirm(language.Say("Attach the text to the map?"), said+"\n\n"+fits, language.Say("Attach"), func() {
		if s.id == id {
			s.attach(text, "Attach text")
		}
	})
}

// BytesSaid says how large a file is.
func BytesSaid(n int64) string {
	switch {
	case n < 1000:
		return language.Count(int(n), "%d byte", "%d bytes")
	case n < 1e6:
		return language.Say("%.0f kB", float64(n)/1e3)
	}
	return language.Say("%.1f MB", float64(n)/1e6)
}

// attach makes text the source's, and says how many passages it fits.
func (s *Source) attach(text, label string) {
	m := s.desk.Session.Doc.Map()
	if m.Source(s.id) == nil {
		return
	}
	id := s.id
	s.desk.Do(label, func(e *argument.Edit) error {
		return e.UpdateSource(id, func(src *argument.Source) { src.Text = text })
	})
	if text == "" {
		return
	}
	anchors := anchorsIn(m, id)
	_, n := matching(text, anchors)
	switch {
	case len(anchors) == 0:
		s.desk.Explain(language.Count(utf8.RuneCountInString(text), "The text is part of the map now: %d character, and nothing is anchored in it yet.", "The text is part of the map now: %d characters, and nothing is anchored in it yet."))
	case n == len(anchors):
		s.desk.Explain(language.Count(n, "The text is part of the map now: its %d passage matches.", "The text is part of the map now: all %d passages match."))
	default:
		s.desk.Explain(language.Say("The text is part of the map now: %d of %d passages match; the others are not at their places in it.", n, len(anchors)))
	}
}
