package session

import (
	"encoding/json"
	"math"
	"net/url"
	"slices"

	"warrant/canvas/geom"
	"warrant/storage/disk"
)

// Opened is which maps were open, and where one was looking in them: what the
// next start brings back. Maps that are in no file are not in it; if they
// were unsaved, the journal has them.
type Opened struct {
	// Maps are the files that are open, in the order of their tabs.
	Maps []string
	// At is the one of them that was shown; it may be none of them.
	At int
	// Views are where one was looking in a file, the last looked at first.
	Views []Viewed
}

// Viewed is where one was looking in a file.
type Viewed struct {
	Path string
	View geom.View
}

// viewsMost is of how many files it is remembered where one was looking.
const viewsMost = 100

// Look notes where one is looking in a file.
func (o *Opened) Look(path string, v geom.View) {
	o.Views = slices.DeleteFunc(o.Views, func(known Viewed) bool { return known.Path == path })
	o.Views = slices.Insert(o.Views, 0, Viewed{path, v})
	o.Views = o.Views[:min(len(o.Views), viewsMost)]
}

// View returns where one was looking in a file.
func (o *Opened) View(path string) (v geom.View, known bool) {
	for _, k := range o.Views {
		if k.Path == path {
			return k.View, true
		}
	}
	return geom.View{}, false
}

// openedNote is the name under which it is kept.
const openedNote = "open"

// kept is how it is kept. Paths are percent-escaped: they need not be UTF-8.
type kept struct {
	Maps  []string   `json:"maps"`
	At    int        `json:"at"`
	Views []keptView `json:"views"`
}

type keptView struct {
	Path string  `json:"path"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	Zoom float64 `json:"zoom"`
}

// ReadOpened returns what Keep kept. What cannot be understood of it is as if
// it had not been kept.
func ReadOpened(store *disk.Store) (o Opened) {
	data, err := store.Note(openedNote)
	var k kept
	if err != nil || json.Unmarshal(data, &k) != nil {
		return o
	}
	o.At = -1
	for i, escaped := range k.Maps {
		path, err := url.PathUnescape(escaped)
		if err != nil || path == "" {
			continue
		}
		if i == k.At {
			o.At = len(o.Maps)
		}
		o.Maps = append(o.Maps, path)
	}
	for _, v := range k.Views {
		path, err := url.PathUnescape(v.Path)
		if err == nil && v.Zoom > 0 && finite(v.X) && finite(v.Y) && len(o.Views) < viewsMost {
			o.Views = append(o.Views, Viewed{path, geom.View{Origin: geom.Pt(v.X, v.Y), Zoom: v.Zoom}})
		}
	}
	return o
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// Keep keeps it for the next start, safe from a crash.
func (o Opened) Keep(store *disk.Store) error {
	k := kept{At: o.At, Maps: []string{}, Views: []keptView{}}
	for _, path := range o.Maps {
		k.Maps = append(k.Maps, url.PathEscape(path))
	}
	for _, v := range o.Views {
		k.Views = append(k.Views, keptView{url.PathEscape(v.Path), v.View.Origin.X, v.View.Origin.Y, v.View.Zoom})
	}
	data, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return err
	}
	return store.PutNote(openedNote, append(data, '\n'))
}
