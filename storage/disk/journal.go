package disk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Journal is the safe place for one open document's unsaved work. The window
// that has the document open writes it within seconds of an edit, removes it
// when the document is saved, and closes it with the document.
type Journal struct {
	store    *Store
	id, path string
	name     string // of the file; "" for a journal that does nothing
	lock     *Lock

	mu     sync.Mutex
	closed bool
}

// Meta is what the next start needs to know about unsaved work.
type Meta struct {
	Title string `json:"title"`
	// Since is what stood at the path when the edits began.
	Since Stamp `json:"since"`
}

// A journal file is a line that names the format, its version and the
// SHA-256 of the rest; a line of JSON; and the document's bytes.
const (
	journalFormat  = "warrant-journal"
	journalVersion = 1
	journalSuffix  = ".journal"
	// journalRoom is how much longer than the document a journal may be.
	journalRoom = 1 << 20
	// journalSlots is how many journals of one document there can be, counting
	// those left by crashes and not yet decided about.
	journalSlots = 100
)

type journalHead struct {
	ID   string    `json:"id"`
	Path string    `json:"path"` // percent-escaped
	Time time.Time `json:"time"`
	Meta
}

// Journal opens a journal for the document of that id at path, "" for one
// that was never saved. It never takes over a journal that a crash left or
// another window has: those stay for Journals to list. Nothing is written
// before the first Write. Where there is no state folder it does nothing.
func (s *Store) Journal(id, path string) (*Journal, error) {
	j := &Journal{store: s, id: id, path: path}
	if s.state == "" {
		return j, nil
	}
	if path != "" {
		if target, err := resolve(s.fs, path); err == nil {
			j.path = target
		}
	}
	stem := filepath.Join(s.state, journalFolder, key(id, j.path))
	for slot := range journalSlots {
		name := stem + "-" + strconv.Itoa(slot) + journalSuffix
		lock, _, err := s.hold(name+lockSuffix, j.path)
		if err == errHeld {
			continue
		}
		if err != nil {
			return j, fault("open the journal of", path, errors.Join(ErrNoState, bare(err)))
		}
		if _, err := s.fs.lstat(name); errors.Is(err, fs.ErrNotExist) {
			j.name, j.lock = name, lock
			return j, nil
		}
		lock.Release() // it waits for a decision
	}
	return j, fault("open the journal of", path, fmt.Errorf("%w: %d journals of it wait for a decision", ErrNoState, journalSlots))
}

// Write makes data, with meta, what the next start recovers. The journal
// before it stays whole until this one is durable. An error is ErrNoState:
// worth one warning, no reason to stop work.
func (j *Journal) Write(data []byte, meta Meta) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.name == "" || j.closed {
		return nil
	}
	err := error(ErrTooLarge)
	if len(data) <= Limit {
		err = j.store.putJournal(j.name, journalHead{ID: j.id, Path: escapePath(j.path), Time: j.store.now().UTC(), Meta: meta}, data)
	}
	if err != nil {
		return fault("write the journal of", j.path, errors.Join(ErrNoState, bare(err)))
	}
	return nil
}

func (s *Store) putJournal(name string, head journalHead, data []byte) error {
	text, err := encodeJournal(head, data)
	if err != nil {
		return err
	}
	return putFile(s.fs, filepath.Dir(name), filepath.Base(name), text)
}

// Remove takes the journal away: the document is saved, or thrown away.
func (j *Journal) Remove() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.name == "" || j.closed {
		return nil
	}
	if err := j.store.discard(j.name); err != nil {
		return fault("remove the journal of", j.path, err)
	}
	return nil
}

// Close ends the use of the journal. One that was not removed stays and is
// found by Journals.
func (j *Journal) Close() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.closed = true
	j.lock.Release()
}

func (s *Store) discard(name string) error {
	if err := s.fs.remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return s.fs.syncDir(filepath.Dir(name))
}

func journalLine(version int, rest []byte) string {
	return fmt.Sprintf("%s %d %s\n", journalFormat, version, sum(rest))
}

func encodeJournal(head journalHead, data []byte) ([]byte, error) {
	text, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	line := len(journalLine(journalVersion, nil)) // as long as any
	all := make([]byte, line, line+len(text)+1+len(data))
	all = append(append(append(all, text...), '\n'), data...)
	copy(all, journalLine(journalVersion, all[line:]))
	return all, nil
}

// decodeJournal gives ErrNewer for a journal of a later version, ErrCorrupt
// for all that encodeJournal cannot have made.
func decodeJournal(text []byte) (journalHead, []byte, error) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	words := strings.Split(string(line), " ")
	if len(words) < 2 || words[0] != journalFormat {
		return journalHead{}, nil, ErrCorrupt
	}
	version, err := strconv.Atoi(words[1])
	if err == nil && version > journalVersion {
		return journalHead{}, nil, ErrNewer
	}
	if err != nil || string(line)+"\n" != journalLine(journalVersion, rest) {
		return journalHead{}, nil, ErrCorrupt
	}
	var head journalHead
	top, data, ok := bytes.Cut(rest, []byte("\n"))
	if !ok || json.Unmarshal(top, &head) != nil {
		return journalHead{}, nil, ErrCorrupt
	}
	if head.Path, err = unescapePath(head.Path); err != nil {
		return journalHead{}, nil, ErrCorrupt
	}
	return head, data, nil
}
