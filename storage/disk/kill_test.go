package disk

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childEnv makes this test binary the process that is to be killed: it names
// what to do, the file and the state folder.
const childEnv = "WARRANT_DISK_CHILD"

func TestMain(m *testing.M) {
	if what := os.Getenv(childEnv); what != "" {
		part := strings.Split(what, "|")
		child(part[0], part[1], part[2])
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func start(t *testing.T, what, path, state string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), childEnv+"="+strings.Join([]string{what, path, state}, "|"))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the child says %q, %v", line, err)
	}
	return cmd
}

// whole is content that shows by itself whether it is complete.
func whole(n int) []byte {
	body := bytes.Repeat([]byte(strconv.Itoa(n)+" "), 40_000)
	return append(body, sum(body)...)
}

func isWhole(data []byte) bool {
	return len(data) > 64 && sum(data[:len(data)-64]) == string(data[len(data)-64:])
}

// child saves, journals and holds the lock until it is killed.
func child(what, path, state string) {
	s, err := Open(state)
	fail := func(err error) {
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	fail(err)
	_, err = s.Lock(path)
	fail(err)
	fmt.Println("ready")
	if what == "lock" {
		time.Sleep(time.Minute)
		return
	}
	_, since, err := Read(path, Limit)
	fail(err)
	j, err := s.Journal(mapID, path)
	fail(err)
	for n := 0; ; n++ {
		data := whole(os.Getpid()*1000 + n)
		fail(j.Write(data, Meta{Since: since}))
		out, err := s.Save(Saving{Path: path, ID: mapID, Data: data, Since: since})
		fail(err)
		since = out.Stamp
		fail(j.Remove())
	}
}

// A process that saves without pause is killed at a random moment, many
// times: the map is complete each time, so is every earlier version and
// journal, its lock is free, and the next good save leaves no litter.
// WARRANT_KILLS sets how often.
func TestKilledWhileSaving(t *testing.T) {
	kills := 50
	if v, err := strconv.Atoi(os.Getenv("WARRANT_KILLS")); err == nil {
		kills = v
	} else if testing.Short() {
		kills = 10
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 2))
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.json"), string(whole(0)))
	state := filepath.Join(t.TempDir(), "state")
	saved, litter, journals := 0, 0, 0
	for k := range kills {
		was := get(t, path)
		cmd := start(t, "save", path, state)
		time.Sleep(time.Duration(rng.Int64N(int64(25 * time.Millisecond))))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		if left := len(strings.Fields(names(t, dir))); left > 1 {
			litter++
		}
		data, since, err := Read(path, Limit)
		if err != nil || !isWhole(data) {
			t.Fatalf("kill %d: %d bytes at the path are not whole: %v", k, len(data), err)
		}
		if string(data) != was {
			saved++
		}
		s, err := Open(state)
		if err != nil {
			t.Fatal(err)
		}
		s.now = func() time.Time { return time.Now().Add(time.Minute) } // a person needs that long
		lock, err := s.Lock(path)
		if err != nil {
			t.Fatalf("kill %d: %v", k, err)
		}
		found, skipped, err := s.Journals()
		if err != nil || len(skipped) > 0 {
			t.Fatalf("kill %d: %v, %v", k, skipped, err)
		}
		for _, r := range found {
			journals++
			if data, err := s.ReadJournal(r); err != nil || !isWhole(data) || !r.Matches(mapID, "") {
				t.Fatalf("kill %d: journal of %d bytes: %v", k, len(data), err)
			}
			if err := s.Discard(r); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Save(Saving{Path: path, ID: mapID, Data: whole(k + 1), Since: since}); err != nil {
			t.Fatalf("kill %d: the next save: %v", k, err)
		}
		earlier, err := s.Earlier(path, mapID)
		if err != nil || len(earlier) == 0 {
			t.Fatalf("kill %d: %d earlier versions, %v", k, len(earlier), err)
		}
		for _, b := range earlier {
			if data, err := s.ReadBackup(b); err != nil || !isWhole(data) {
				t.Fatalf("kill %d: %v", k, err)
			}
		}
		lock.Release()
		if got := names(t, dir); got != "a.json" {
			t.Fatalf("kill %d: left %s", k, got)
		}
		err = filepath.WalkDir(state, func(name string, d os.DirEntry, err error) error {
			if strings.Contains(name, stagePrefix) || strings.HasSuffix(name, lockSuffix) {
				t.Errorf("kill %d: left %s", k, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills; after them %d times a new version stood there, %d times a half-written file beside it, %d journals", kills, saved, litter, journals)
}
