package session

import (
	"os"
	"testing"

	"warrant/argument"
	"warrant/canvas/text"
	"warrant/storage/disk"
)

// crash leaves work on the desk's file in the journal and ends the session.
func (d *desk) crash(said string) *disk.Store {
	d.Helper()
	d.say(top, said)
	if err := d.Journal(); err != nil {
		d.Fatal(err)
	}
	store := d.store
	d.Close(false)
	return store
}

func TestRecover(t *testing.T) {
	theirs := three("Ice")
	theirs.Claims[0].Text = "Ports freeze"
	for _, c := range []struct {
		name  string
		after func(*desk) // what happens to the file after the crash
		found int
		file  bool
		moved bool
	}{
		{"the file is as it was", func(*desk) {}, 1, true, false},
		{"the file was changed", func(d *desk) { d.write(theirs) }, 1, true, true},
		{"the file is gone", func(d *desk) { _ = os.Remove(d.file) }, 1, false, true},
		{"the file is no map any more", func(d *desk) { d.writeBytes([]byte("{")) }, 1, false, false},
		{"the file holds the work", func(d *desk) {
			p := three("Ice")
			p.Claims[0].Text = "mine"
			d.write(p)
		}, 0, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			store := d.crash("mine")
			c.after(d)
			found, trouble := Recover(store, d.file)
			if len(found) != c.found || len(trouble) != 0 {
				t.Fatalf("found %v, %v", found, trouble)
			}
			if c.found == 0 {
				if left, _, _ := store.Journals(); len(left) != 0 {
					t.Error("the file holds the work, and it stays")
				}
				return
			}
			l := found[0]
			if l.Map.Claim(top).Text != "mine" || (l.File != nil) != c.file || l.Moved != c.moved {
				t.Errorf("%+v", l)
			}
		})
	}
}

func TestRecoverSeveral(t *testing.T) {
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for range 2 {
		d := newDesk(t)
		s, _, err := Open(d.file, store, text.Bundled())
		if err != nil {
			t.Fatal(err)
		}
		(&desk{T: t, Session: s, file: d.file}).crash("mine")
		files = append(files, d.file)
	}
	unnamed := Restore(argument.Empty("other", "Never saved"), store, text.Bundled())
	if err := unnamed.Journal(); err != nil {
		t.Fatal(err)
	}
	unnamed.Close(false)
	found, trouble := Recover(store, files[0])
	if len(found) != 3 || len(trouble) != 0 || found[0].Path != files[0] || found[1].Path != "" || found[2].Path != files[1] {
		t.Fatalf("found %+v, %v", found, trouble)
	}
	// One is put aside, one is damaged: the other is still offered.
	if err := store.Decline(found[0].Recovery); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(found[2].Name, []byte("warrant-journal 1 0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again, trouble := Recover(store, files[0])
	if len(again) != 1 || again[0].Name != found[1].Name || len(trouble) != 1 {
		t.Errorf("found %+v, %v", again, trouble)
	}
	s, _, err := Open(files[0], store, text.Bundled())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(true)
	if all, _ := s.Earlier(); len(all) != 1 || !all[0].Unsaved {
		t.Errorf("what was put aside is not among the earlier versions: %+v", all)
	}
}
