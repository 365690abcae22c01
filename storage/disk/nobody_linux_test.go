package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// asNobody runs do with the file rights of a user who owns nothing. A
// superuser lowers those of one thread for it (setfsuid(2)).
func asNobody(t *testing.T, do func()) {
	if os.Geteuid() != 0 {
		do()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const nobody = 65534
	set := func(id uintptr) {
		syscall.RawSyscall(syscall.SYS_SETFSGID, id, 0, 0)
		syscall.RawSyscall(syscall.SYS_SETFSUID, id, 0, 0)
	}
	set(nobody)
	defer set(0)
	do()
}

// openTo makes a folder that everyone can reach.
func openTo(t *testing.T, mode os.FileMode) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "warrant-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o700)
		_ = os.RemoveAll(dir)
	})
	if err := os.Chmod(dir, mode); err != nil {
		t.Fatal(err)
	}
	return dir
}

// On the real file system: a file that can be written in a folder that
// cannot is written in place, with its old bytes kept first.
func TestSaveInPlace(t *testing.T) {
	state := openTo(t, 0o777)
	dir := openTo(t, 0o755)
	name := put(t, filepath.Join(dir, "a.json"), "old and longer than the new one")
	if err := os.Chmod(name, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	before, _ := osFS{}.lstat(name)
	asNobody(t, func() {
		s, err := Open(filepath.Join(state, "state"))
		if err != nil {
			t.Fatal(err)
		}
		_, since, err := Read(name, Limit)
		if err != nil {
			t.Fatal(err)
		}
		out, err := s.Save(Saving{Path: name, ID: mapID, Data: []byte("new"), Since: since})
		if err != nil || !out.InPlace {
			t.Fatal(err, out)
		}
		if b, err := s.ReadBackup(Backup{Name: out.Backup}); err != nil || string(b) != "old and longer than the new one" {
			t.Errorf("kept %q, %v", b, err)
		}
		// Without a place for the copy it does not begin.
		none, err := Open("/proc/none")
		if !errors.Is(err, ErrNoState) {
			t.Fatal(err)
		}
		if _, err := none.Save(Saving{Path: name, ID: mapID, Data: []byte("newer"), Since: out.Stamp}); err == nil {
			t.Error("written in place without a copy")
		} else {
			t.Log(err)
		}
		// Nor can a new file be made there.
		if _, err := s.Save(Saving{Path: filepath.Join(dir, "b.json"), Data: []byte("x")}); !errors.Is(err, os.ErrPermission) {
			t.Error(err)
		}
	})
	after, _ := osFS{}.lstat(name)
	if get(t, name) != "new" || after.id != before.id || names(t, dir) != "a.json" {
		t.Errorf("%q, %s then %s, %s", get(t, name), before.id, after.id, names(t, dir))
	}
}

// A file one may not write is not replaced, though its folder would let one.
func TestSaveOverAnothersFile(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("needs a file of somebody else")
	}
	dir := openTo(t, 0o777)
	name := put(t, filepath.Join(dir, "a.json"), "theirs")
	state := openTo(t, 0o777)
	asNobody(t, func() {
		s, err := Open(filepath.Join(state, "state"))
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Save(Saving{Path: name, Data: []byte("mine"), Since: Stamp{Sum: sum([]byte("theirs"))}})
		if !errors.Is(err, ErrReadOnly) || !errors.Is(err, os.ErrPermission) {
			t.Error(err)
		}
		secret := filepath.Join(dir, "secret")
		if err := os.WriteFile(secret, nil, 0); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Read(secret, Limit); !errors.Is(err, os.ErrPermission) {
			t.Error("unreadable file:", err)
		}
	})
	if get(t, name) != "theirs" {
		t.Error("replaced")
	}
}
