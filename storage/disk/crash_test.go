package disk

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var crashSeed = flag.Uint64("crashseed", 0, "seed of the sampled crash states; 0 takes one from the clock")
var crashStatesMost = flag.Int("crashstates", 1024, "most states to look at for each point of a crash")

// The crash model, after "All File Systems Are Not Created Equal" (OSDI
// 2014): what was synced is on the disk; of what was not, each piece of
// content and each folder entry may have come there or not, independently of
// the order in which they were made. Syncing a file brings its content and
// size; its name comes only with its folder. Of a write, each sixth may come
// alone, and its length without its bytes, which are zero then.

// crashStates calls visit with what the disk may hold after the first n
// changes of a log made on top of base: with every such state if those are at
// most most, otherwise with a sample. It gives the number of states and
// whether these are all. With halves, a rename is not one step: of its two
// entries, one may come without the other.
func crashStates(base *memory, log []change, n, most int, halves bool, rng *rand.Rand, visit func(*memory)) (int, bool) {
	// unit numbers the pieces that are kept or dropped together.
	unit := make([]int, n)
	groups := map[int]int{}
	units := 0
	for i, c := range log[:n] {
		unit[i] = -1
		if c.kind == "sync" || c.kind == "syncdir" || isSynced(log[:n], i) {
			continue
		}
		if c.kind == "entry" && !halves {
			if u, ok := groups[c.group]; ok {
				unit[i] = u
				continue
			}
			groups[c.group] = units
		}
		unit[i] = units
		units++
	}
	build := func(keep func(u int) bool) {
		m := base.copy()
		for i, c := range log[:n] {
			if unit[i] < 0 || keep(unit[i]) {
				m.apply(c)
			}
		}
		visit(m.restart())
	}
	if units < 30 && 1<<units <= most {
		for set := range 1 << units {
			build(func(u int) bool { return set>>u&1 == 1 })
		}
		return 1 << units, true
	}
	// The corners first, then a sample with few dropped, few kept, or half.
	build(func(int) bool { return false })
	if most == 1 {
		return 1, false
	}
	build(func(int) bool { return true })
	for i := 2; i < most; i++ {
		odds := []float64{.1, .5, .9}[i%3]
		kept := make([]bool, units)
		for u := range kept {
			kept[u] = rng.Float64() < odds
		}
		build(func(u int) bool { return kept[u] })
	}
	return most, false
}

func isSynced(log []change, i int) bool {
	c := log[i]
	for _, later := range log[i+1:] {
		if c.kind == "entry" && later.kind == "syncdir" && later.dir == c.dir {
			return true
		}
		if c.kind != "entry" && later.kind == "sync" && later.node == c.node {
			return true
		}
	}
	return false
}

// apply makes a change of a log on the disk.
func (m *memory) apply(c change) {
	if c.node > 0 && m.nodes[c.node] == nil {
		m.nodes[c.node] = &node{mode: 0o644}
	}
	switch c.kind {
	case "entry":
		full := filepath.Join(c.dir, c.name)
		if m.dirs[c.dir] == nil {
			m.dirs[c.dir] = map[string]int{} // reached only if its own entry comes too
		}
		switch {
		case c.node < 0:
			delete(m.dirs[c.dir], c.name)
		default:
			m.dirs[c.dir][c.name] = c.node
			if c.node == 0 && m.dirs[full] == nil {
				m.dirs[full] = map[string]int{}
			}
		}
	case "size":
		n := m.nodes[c.node]
		n.data = append(slices.Clone(n.data[:min(int(c.at), len(n.data))]), make([]byte, max(0, int(c.at)-len(n.data)))...)
	case "bytes":
		n := m.nodes[c.node]
		if end := int(c.at) + len(c.bytes); end > len(n.data) {
			n.data = append(slices.Clone(n.data), make([]byte, end-len(n.data))...)
		}
		n.data = slices.Clone(n.data)
		copy(n.data[c.at:], c.bytes)
	}
}

// restart forgets what no folder leads to, and every lock.
func (m *memory) restart() *memory {
	reached := map[string]bool{"/": true}
	for {
		before := len(reached)
		for dir := range maps.Clone(reached) {
			for name, id := range m.dirs[dir] {
				if id == 0 {
					reached[filepath.Join(dir, name)] = true
				}
			}
		}
		if len(reached) == before {
			break
		}
	}
	maps.DeleteFunc(m.dirs, func(dir string, _ map[string]int) bool { return !reached[dir] })
	for id, n := range m.nodes {
		n.modified = int64(id)
		n.holder = nil
	}
	m.next += 1000
	m.clock += 1000
	return m
}

func crashRandom(t *testing.T) *rand.Rand {
	seed := *crashSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-crashseed=%d", seed)
	return rand.New(rand.NewPCG(seed, 1))
}

// statesPerPoint bounds the states looked at for each point of a crash.
func statesPerPoint() int {
	if testing.Short() {
		return 128
	}
	return *crashStatesMost
}

// The power fails after each step of a save, and the disk holds each thing it
// may hold then.
func TestSaveAndCrash(t *testing.T) {
	rng := crashRandom(t)
	for _, place := range situations {
		for _, halves := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/rename in halves %v", place.name, halves), func(t *testing.T) {
				states, points, all := 0, 0, 0
				crashSave(t, place, func(base *memory, log []change, n int, done bool) {
					points++
					count, every := crashStates(base, log, n, statesPerPoint(), halves, rng, func(m *memory) {
						if t.Failed() {
							return
						}
						judgeCrash(t, place, m, done)
						if t.Failed() {
							t.Logf("after %d of %d changes: %v", n, len(log), m.dirs)
						}
					})
					states += count
					if every {
						all++
					}
				})
				t.Logf("%d changes to crash after, %d states, %d of the points exhaustively", points, states, all)
			})
		}
	}
}

// crashSave runs one save and calls at for each prefix of the changes it
// made; done says that Save had returned by then.
func crashSave(t *testing.T, place situation, at func(base *memory, log []change, n int, done bool)) {
	t.Helper()
	base := place.build()
	m := base.copy()
	s := newStore(m)
	if _, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText), Since: place.since()}); err != nil {
		t.Fatal(err)
	}
	for n := range len(m.log) + 1 {
		at(base, m.log, n, n == len(m.log))
	}
}

func judgeCrash(t *testing.T, place situation, m *memory, done bool) {
	t.Helper()
	got, there := m.content(mapPath)
	whole := there && (got == newText || place.old && got == oldText) || !there && !place.old
	if done && got != newText {
		t.Errorf("Save had returned, and there is %q", got)
	}
	if !whole {
		if !place.barred {
			t.Errorf("neither the old nor the new bytes: %q", got)
			return
		}
		// Written in place: a copy must be found by the path alone, since what
		// stands there tells no id any more.
		earlier, err := newStore(m.copy()).Earlier(mapPath, "")
		if err != nil || len(earlier) == 0 {
			t.Errorf("torn, and no earlier version (%v)", err)
			return
		}
		if b, err := newStore(m.copy()).ReadBackup(earlier[0]); err != nil || string(b) != oldText {
			t.Errorf("torn, and the earlier version is %q, %v", b, err)
			return
		}
	}
	if done && place.old {
		s := newStore(m.copy())
		earlier, _ := s.Earlier(mapPath, mapID)
		if len(earlier) == 0 {
			t.Errorf("Save had returned, and there is no earlier version")
		} else if b, err := s.ReadBackup(earlier[0]); err != nil || string(b) != oldText {
			t.Errorf("Save had returned, and the earlier version is %q, %v", b, err)
		}
	}
	mend(t, m)
}

// The model must be able to find what it is there for: a file system whose
// sync does nothing loses maps in it, and one that does not sync folders
// loses the save that had returned.
func TestCrashModelFindsMissingSyncs(t *testing.T) {
	rng := crashRandom(t)
	for _, kind := range []string{"sync", "syncdir"} {
		lost := 0
		place := situations[0]
		crashSave(t, place, func(base *memory, log []change, n int, done bool) {
			without := slices.DeleteFunc(slices.Clone(log[:n]), func(c change) bool { return c.kind == kind })
			crashStates(base, without, len(without), 256, false, rng, func(m *memory) {
				got, _ := m.content(mapPath)
				if got != newText && (done || got != oldText) {
					lost++
				}
			})
		})
		if lost == 0 {
			t.Errorf("a save without %s passes", kind)
		}
		t.Logf("without %s: %d states with a lost map", kind, lost)
	}
}

// A start that could not confirm the state folder leaves nothing that the
// next start would take for confirmed.
func TestStateFolderAndCrash(t *testing.T) {
	for at := 1; ; at++ {
		base := newMemory().tree(map[string]string{mapPath: oldText}, "/home/maps")
		m := base.copy()
		bad := &faulty{fileSystem: m, hit: func(op string) bool { return op == "syncdir" }, err: syscall.EIO, at: at}
		err := open(bad, "/home/ann/state", clock()).prepare()
		if errors.Is(err, ErrNoState) != (bad.failed > 0) {
			t.Fatal(err)
		}
		s := open(m, "/home/ann/state", clock())
		if err := s.prepare(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Save(Saving{Path: mapPath, ID: mapID, Data: []byte(newText), Since: Stamp{Sum: sum([]byte(oldText))}}); err != nil {
			t.Fatal(err)
		}
		crashStates(base, m.log, len(m.log), 1, false, nil, func(after *memory) {
			all, err := open(after, "/home/ann/state", clock()).Earlier(mapPath, mapID)
			if err != nil || len(all) != 1 {
				t.Errorf("after a fault at folder sync %d: %d earlier versions, %v", at, len(all), err)
			}
		})
		if bad.failed == 0 {
			break
		}
	}
}

// A journal is written twice and removed, and the power fails: once Write has
// returned, that work or later work is recovered; never a torn one; and once
// Remove has returned, none.
func TestJournalAndCrash(t *testing.T) {
	rng := crashRandom(t)
	base := newMemory().tree(nil, "/home/maps", statePath)
	m := base.copy()
	s := newStore(m)
	j, err := s.Journal(mapID, mapPath)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{oldText, newText}
	var wrote []int // length of the log when each Write returned
	for _, text := range texts {
		if err := j.Write([]byte(text), Meta{}); err != nil {
			t.Fatal(err)
		}
		wrote = append(wrote, len(m.log))
	}
	if err := j.Remove(); err != nil {
		t.Fatal(err)
	}
	removed := len(m.log)
	states := 0
	for n := range len(m.log) + 1 {
		count, _ := crashStates(base, m.log, n, statesPerPoint(), false, rng, func(after *memory) {
			if t.Failed() {
				return
			}
			s := newStore(after)
			found, skipped, err := s.Journals()
			if err != nil || len(skipped) != 0 || len(found) > 1 {
				t.Errorf("found %v, skipped %v, %v", found, skipped, err)
				return
			}
			got := -1
			for _, r := range found {
				data, err := s.ReadJournal(r)
				if got = slices.Index(texts, string(data)); err != nil || got < 0 {
					t.Errorf("recovered %q, %v", data, err)
				}
			}
			if n == removed && len(found) > 0 {
				t.Error("the work was saved and comes back")
			}
			for i, at := range wrote {
				if got < i && n >= at && n <= wrote[len(wrote)-1] {
					t.Errorf("work %d was journalled and is lost", i)
				}
			}
			for _, name := range after.all(statePath) {
				if strings.Contains(name, stagePrefix) || strings.HasSuffix(name, lockSuffix) {
					t.Errorf("litter: %s", name)
				}
			}
		})
		states += count
	}
	t.Logf("%d changes, %d states", len(m.log), states)
}
