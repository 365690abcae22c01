package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Store saves files and keeps, in its state folder, what a save or a crash
// must not lose:
//
//	backups/    previous versions, a folder for each document id and path
//	journals/   unsaved work of each open document
//	locks/      who has which file open
//
// A Store may be used by several goroutines.
type Store struct {
	fs    fileSystem
	state string // "" when the state folder cannot be used
	now   func() time.Time
}

const (
	backupFolder  = "backups"
	journalFolder = "journals"
	lockFolder    = "locks"
)

// StateFolder is where the state of this user's programs belongs: on Unix
// $XDG_STATE_HOME/warrant or ~/.local/state/warrant, on macOS
// ~/Library/Application Support/Warrant, on Windows %LocalAppData%\Warrant.
func StateFolder() (string, error) {
	return stateFolder(runtime.GOOS, os.Getenv, os.UserHomeDir)
}

func stateFolder(system string, env func(string) string, home func() (string, error)) (string, error) {
	switch system {
	case "windows":
		if dir := env("LocalAppData"); dir != "" {
			return filepath.Join(dir, "Warrant"), nil
		}
		return "", errors.New("%LocalAppData% is not set")
	case "darwin", "ios":
		dir, err := home()
		return filepath.Join(dir, "Library", "Application Support", "Warrant"), err
	}
	if dir := env("XDG_STATE_HOME"); filepath.IsAbs(dir) { // a relative one is to be ignored
		return filepath.Join(dir, "warrant"), nil
	}
	dir, err := home()
	return filepath.Join(dir, ".local", "state", "warrant"), err
}

// Open gives a Store with its state in the folder of that name, which is
// made if need be; "" stands for StateFolder. The Store can always be used:
// an error says that the state folder cannot, is ErrNoState, and is the one
// warning about it. Save then keeps no earlier version, journals and locks
// do nothing.
func Open(state string) (*Store, error) {
	if state == "" {
		dir, err := StateFolder()
		if err != nil {
			return open(osFS{}, "", time.Now), fmt.Errorf("%w: %w", ErrNoState, err)
		}
		state = dir
	}
	s := open(osFS{}, state, time.Now)
	return s, s.prepare()
}

func open(fsys fileSystem, state string, now func() time.Time) *Store {
	return &Store{fs: fsys, state: state, now: now}
}

// prepare makes the state folder and proves that it can be written.
func (s *Store) prepare() error {
	err := func() error {
		dir, err := filepath.Abs(s.state)
		if err != nil {
			return err
		}
		s.state = dir
		for _, sub := range []string{backupFolder, journalFolder, lockFolder} {
			if err := s.makeFolder(filepath.Join(dir, sub)); err != nil {
				return err
			}
		}
		sweep(s.fs, dir, stagePrefix, s.now())
		probe := filepath.Join(dir, stageName("probe"))
		f, err := s.fs.open(probe, forNew, 0o600)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		return s.fs.remove(probe)
	}()
	if err != nil {
		where := s.state
		s.state = ""
		return fmt.Errorf("%w: %w", ErrNoState, fault("write in", where, err))
	}
	return nil
}

// makeFolder makes dir and what is missing above it, each durable in its
// parent: a backup is worth nothing if its folder is gone after a crash.
func (s *Store) makeFolder(dir string) error {
	in, err := s.fs.lstat(dir)
	if err == nil && in.mode&fs.ModeSymlink != 0 {
		var real string
		if real, err = s.fs.realpath(dir); err == nil {
			in, err = s.fs.lstat(real)
		}
	}
	if err == nil {
		if !in.mode.IsDir() {
			return fault("make folder", dir, errors.New("there is a file of that name"))
		}
		return nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	parent := filepath.Dir(dir)
	if parent == dir {
		return err
	}
	if err := s.makeFolder(parent); err != nil {
		return err
	}
	if err := s.fs.mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := s.fs.syncDir(parent); err != nil {
		_ = s.fs.remove(dir) // found there the next time, it would pass for durable
		return err
	}
	return nil
}

// short is a name for s that can stand in a file name.
func short(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:8])
}

// key names what belongs to a document of that id at that path. Two maps of
// one name have different paths, and a map that was moved keeps its id.
func key(id, path string) string { return short(id) + "-" + short(path) }
