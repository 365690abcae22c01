package disk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Backup is a previous version of a file.
type Backup struct {
	Name string    // of the file that holds it, which is the plain bytes
	Path string    // where the version stood; "" if that is not known
	Time time.Time // when it was replaced
	Size int64     // in bytes
}

// Of each document at each path the last recentBackups are kept, and of those
// before them the last of each day, for dailyBackups days with a save.
const (
	recentBackups = 10
	dailyBackups  = 10
)

const (
	backupSuffix = ".bak"
	backupTime   = "20060102T150405.000000000Z" // sorts by name as by time
	digestLength = 16                           // hex digits of the content's SHA-256
	aboutFile    = "about.json"
)

// about says whose versions a folder holds. The path is percent-escaped: it
// need not be UTF-8.
type about struct {
	ID   string `json:"id"`
	Path string `json:"path"`
}

func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

func unescapePath(s string) (string, error) { return url.PathUnescape(s) }

// addBackup keeps data, durably, and gives the name it is kept under.
func (s *Store) addBackup(path, id string, data []byte) (string, error) {
	if s.state == "" {
		return "", ErrNoState
	}
	dir := filepath.Join(s.state, backupFolder, key(id, path))
	if err := s.makeFolder(dir); err != nil {
		return "", err
	}
	sweep(s.fs, dir, stagePrefix, s.now())
	have, err := s.versions(dir)
	if err != nil {
		return "", err
	}
	if len(have) == 0 {
		// The folder may be there since a save that failed to confirm it.
		if err := s.fs.syncDir(filepath.Dir(dir)); err != nil {
			return "", err
		}
	}
	when := s.now().UTC()
	if len(have) > 0 {
		last := have[len(have)-1]
		if kept, err := s.ReadBackup(last); err == nil && bytes.Equal(kept, data) {
			return last.Name, s.fs.syncDir(dir) // kept before, but perhaps not confirmed
		}
		if !when.After(last.Time) { // a clock that was set back
			when = last.Time.Add(1)
		}
	}
	name := when.Format(backupTime) + "-" + sum(data)[:digestLength] + backupSuffix
	if err := putFile(s.fs, dir, name, data); err != nil {
		return "", err
	}
	s.describe(dir, about{ID: id, Path: escapePath(path)})
	full := filepath.Join(dir, name)
	have = append(have, Backup{Name: full, Time: when})
	for _, b := range surplus(have) {
		_ = s.fs.remove(b.Name) // one too many does no harm
	}
	return full, nil
}

// describe writes the about file once. Without it a version is still found,
// only where it stood is then not known.
func (s *Store) describe(dir string, a about) {
	if _, err := s.fs.lstat(filepath.Join(dir, aboutFile)); err == nil {
		return
	}
	if text, err := json.Marshal(a); err == nil {
		_ = putFile(s.fs, dir, aboutFile, append(text, '\n'))
	}
}

// versions lists the folder of one document at one path, oldest first.
func (s *Store) versions(dir string) ([]Backup, error) {
	names, err := s.fs.list(dir)
	if err != nil {
		return nil, err
	}
	var all []Backup
	for _, name := range names {
		when, digest := splitBackup(name)
		if digest == "" {
			continue
		}
		full := filepath.Join(dir, name)
		if in, err := s.fs.lstat(full); err == nil && in.mode.IsRegular() {
			all = append(all, Backup{Name: full, Time: when, Size: in.size})
		}
	}
	slices.SortFunc(all, func(a, b Backup) int { return cmp.Compare(a.Name, b.Name) })
	return all, nil
}

// splitBackup takes a version's name apart; digest is "" if it is none.
func splitBackup(name string) (when time.Time, digest string) {
	stem, ok := strings.CutSuffix(filepath.Base(name), backupSuffix)
	stamp, digest, cut := strings.Cut(stem, "-")
	when, err := time.Parse(backupTime, stamp)
	if !ok || !cut || err != nil || len(digest) != digestLength {
		return time.Time{}, ""
	}
	return when, digest
}

// surplus gives those of all, oldest first, that need not be kept.
func surplus(all []Backup) []Backup {
	var out []Backup
	days := 0
	day := ""
	for i := len(all) - 1 - recentBackups; i >= 0; i-- {
		d := all[i].Time.Format(time.DateOnly)
		if d != day && days < dailyBackups {
			day = d
			days++
			continue
		}
		out = append(out, all[i])
	}
	return out
}

// Earlier lists the previous versions of the file at path, and of the
// document of that id wherever it stood, newest first. An empty id asks for
// the path alone, as when what stands there can no longer be read.
func (s *Store) Earlier(path, id string) ([]Backup, error) {
	if s.state == "" {
		return nil, nil
	}
	target, err := resolve(s.fs, path)
	if err != nil {
		target = path // its folder is gone; the id may still find something
	}
	top := filepath.Join(s.state, backupFolder)
	folders, err := s.fs.list(top)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, fault("list earlier versions in", top, err)
	}
	var out []Backup
	for _, folder := range folders {
		byID, byPath, ok := strings.Cut(folder, "-")
		if !ok || byPath != short(target) && (id == "" || byID != short(id)) {
			continue
		}
		dir := filepath.Join(top, folder)
		found, err := s.versions(dir)
		if err != nil {
			continue // one bad folder hides no other
		}
		from := s.placeOf(dir)
		for i := range found {
			found[i].Path = from
		}
		out = append(out, found...)
	}
	slices.SortFunc(out, func(a, b Backup) int {
		return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// placeOf reads where the versions in dir stood.
func (s *Store) placeOf(dir string) string {
	v, err := load(s.fs, filepath.Join(dir, aboutFile), forReading, 1<<16)
	var a about
	if err != nil || json.Unmarshal(v.data, &a) != nil {
		return ""
	}
	path, err := unescapePath(a.Path)
	if err != nil {
		return ""
	}
	return path
}

// ReadBackup gives the bytes of an earlier version, or ErrCorrupt if they are
// no longer those that were kept.
func (s *Store) ReadBackup(b Backup) ([]byte, error) {
	v, err := load(s.fs, b.Name, forReading, Limit)
	if err != nil {
		return nil, fault("read", b.Name, err)
	}
	if _, digest := splitBackup(b.Name); sum(v.data)[:digestLength] != digest {
		return nil, fault("read", b.Name, ErrCorrupt)
	}
	return v.data, nil
}
