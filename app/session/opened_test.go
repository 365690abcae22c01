package session

import (
	"fmt"
	"reflect"
	"testing"

	"warrant/canvas/geom"
	"warrant/storage/disk"
)

func view(x, y, zoom float64) geom.View { return geom.View{Origin: geom.Pt(x, y), Zoom: zoom} }

func TestWhatWasOpenComesBack(t *testing.T) {
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if o := ReadOpened(store); len(o.Maps) > 0 || len(o.Views) > 0 {
		t.Errorf("before the first time: %+v", o)
	}
	o := Opened{Maps: []string{"/home/a map.json", "/home/\xff%41.json"}, At: 1}
	o.Look("/home/a map.json", view(1, 2, 0.5))
	o.Look("/elsewhere.json", view(-3, 1e7, 2))
	if err := o.Keep(store); err != nil {
		t.Fatal(err)
	}
	if back := ReadOpened(store); !reflect.DeepEqual(back, o) {
		t.Errorf("kept %+v, and have %+v", o, back)
	}
}

func TestWhatCannotBeUnderstoodIsPassedOver(t *testing.T) {
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kept string
		want Opened
	}{
		{``, Opened{}},
		{`{"maps":`, Opened{}},
		{`[]`, Opened{}},
		{`{"maps":["","%zz","/a"],"at":2}`, Opened{Maps: []string{"/a"}, At: 0}},
		{`{"maps":["/a"],"at":7}`, Opened{Maps: []string{"/a"}, At: -1}},
		{`{"maps":[],"views":[{"path":"/a","zoom":0},{"path":"/b","x":1,"zoom":1}]}`, Opened{At: -1, Views: []Viewed{{"/b", view(1, 0, 1)}}}},
	} {
		if err := store.PutNote(openedNote, []byte(c.kept)); err != nil {
			t.Fatal(err)
		}
		if got := ReadOpened(store); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s gives %+v, want %+v", c.kept, got, c.want)
		}
	}
}

func TestTheLastViewsAreKept(t *testing.T) {
	var o Opened
	for i := range viewsMost + 20 {
		o.Look(fmt.Sprint("/", i), view(float64(i), 0, 1))
	}
	o.Look("/50", view(7, 7, 1))
	if len(o.Views) != viewsMost {
		t.Errorf("%d views are kept", len(o.Views))
	}
	if _, known := o.View("/3"); known {
		t.Error("the first is kept still")
	}
	if v, known := o.View("/50"); !known || v != view(7, 7, 1) {
		t.Errorf("the newest is %+v, %v", v, known)
	}
}
