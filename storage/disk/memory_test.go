package disk

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// memory is a file system in memory that writes down every change in the
// order it was made, for the crash model, and refuses new entries in the
// folders named in barred. Its locks are those of its open files.
type memory struct {
	mu     sync.Mutex
	nodes  map[int]*node
	dirs   map[string]map[string]int // folder -> entry -> node; a folder is node 0
	next   int
	clock  int64
	barred map[string]bool
	open_  int // files open now
	log    []change
}

type node struct {
	data     []byte
	mode     fs.FileMode
	modified int64
	holder   *handle
}

// change is one step towards the disk.
type change struct {
	kind  string // entry, size, bytes, sync, syncdir
	dir   string // entry, syncdir
	name  string
	node  int // entry: what it leads to, 0 a folder, -1 nothing
	group int // entries of one group are kept or dropped together
	at    int64
	bytes []byte
}

func newMemory() *memory {
	return &memory{
		nodes:  map[int]*node{},
		dirs:   map[string]map[string]int{"/": {}},
		barred: map[string]bool{},
	}
}

// tree makes the folders and files given, durable and not in the log.
func (m *memory) tree(files map[string]string, dirs ...string) *memory {
	for _, d := range dirs {
		for at := d; at != "/"; at = filepath.Dir(at) {
			if m.dirs[at] == nil {
				m.dirs[at] = map[string]int{}
			}
			if m.dirs[filepath.Dir(at)] == nil {
				m.dirs[filepath.Dir(at)] = map[string]int{}
			}
			m.dirs[filepath.Dir(at)][filepath.Base(at)] = 0
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		m.next++
		m.clock++
		m.nodes[m.next] = &node{data: []byte(files[name]), mode: 0o644, modified: m.clock}
		m.dirs[filepath.Dir(name)][filepath.Base(name)] = m.next
	}
	return m
}

// copy is a second file system with the same content and no history.
func (m *memory) copy() *memory {
	c := newMemory()
	c.next, c.clock, c.barred = m.next, m.clock, maps.Clone(m.barred)
	for d, entries := range m.dirs {
		c.dirs[d] = maps.Clone(entries)
	}
	for id, n := range m.nodes {
		c.nodes[id] = &node{data: slices.Clone(n.data), mode: n.mode, modified: n.modified}
	}
	return c
}

func (m *memory) content(name string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, ok := m.dirs[filepath.Dir(name)][filepath.Base(name)]
	if !ok || id == 0 {
		return "", false
	}
	return string(m.nodes[id].data), true
}

// all lists every file below dir.
func (m *memory) all(dir string) []string {
	var out []string
	for d, entries := range m.dirs {
		if d != dir && !strings.HasPrefix(d, dir+"/") {
			continue
		}
		for name, id := range entries {
			if id != 0 {
				out = append(out, filepath.Join(d, name))
			}
		}
	}
	slices.Sort(out)
	return out
}

func refuse(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

func (m *memory) find(name string) (int, error) {
	if m.dirs[name] != nil {
		return 0, nil
	}
	id, ok := m.dirs[filepath.Dir(name)][filepath.Base(name)]
	if !ok {
		return 0, refuse("find", name, syscall.ENOENT)
	}
	return id, nil
}

func (m *memory) describe(id int) info {
	if id == 0 {
		return info{mode: fs.ModeDir | 0o755, uid: -1, gid: -1}
	}
	n := m.nodes[id]
	return info{size: int64(len(n.data)), mode: n.mode, modified: n.modified, id: fmt.Sprint(id), uid: -1, gid: -1}
}

func (m *memory) lstat(name string) (info, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, err := m.find(name)
	if err != nil {
		return info{}, err
	}
	return m.describe(id), nil
}

func (m *memory) readlink(name string) (string, error) {
	return "", refuse("readlink", name, syscall.EINVAL)
}

func (m *memory) realpath(name string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, err := m.find(name)
	return name, err
}

func (m *memory) enter(dir, name string, id, group int) {
	if id < 0 {
		delete(m.dirs[dir], name)
	} else {
		m.dirs[dir][name] = id
	}
	m.log = append(m.log, change{kind: "entry", dir: dir, name: name, node: id, group: group})
}

func (m *memory) may(name string) error {
	dir := filepath.Dir(name)
	if m.dirs[dir] == nil {
		return syscall.ENOENT
	}
	if m.barred[dir] {
		return syscall.EACCES
	}
	return nil
}

func (m *memory) open(name string, flag int, perm fs.FileMode) (file, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, err := m.find(name)
	switch {
	case err == nil && flag&os.O_EXCL != 0:
		return nil, refuse("open", name, syscall.EEXIST)
	case err != nil && flag&os.O_CREATE != 0:
		if err := m.may(name); err != nil {
			return nil, refuse("open", name, err)
		}
		m.next++
		m.clock++
		id = m.next
		m.nodes[id] = &node{mode: perm, modified: m.clock}
		m.enter(filepath.Dir(name), filepath.Base(name), id, len(m.log))
	case err != nil:
		return nil, err
	case id == 0:
		return nil, refuse("open", name, syscall.EISDIR)
	}
	m.open_++
	return &handle{m: m, id: id}, nil
}

func (m *memory) rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, err := m.find(from)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.ENOENT}
	}
	if err := m.may(to); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	group := len(m.log)
	m.enter(filepath.Dir(to), filepath.Base(to), id, group)
	m.enter(filepath.Dir(from), filepath.Base(from), -1, group)
	return nil
}

func (m *memory) remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	id, err := m.find(name)
	if err != nil {
		return err
	}
	if err := m.may(name); err != nil {
		return refuse("remove", name, err)
	}
	if id == 0 {
		if len(m.dirs[name]) > 0 {
			return refuse("remove", name, syscall.ENOTEMPTY)
		}
		delete(m.dirs, name)
	}
	m.enter(filepath.Dir(name), filepath.Base(name), -1, len(m.log))
	return nil
}

func (m *memory) mkdir(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dirs[name] != nil {
		return refuse("mkdir", name, syscall.EEXIST)
	}
	if err := m.may(name); err != nil {
		return refuse("mkdir", name, err)
	}
	m.dirs[name] = map[string]int{}
	m.enter(filepath.Dir(name), filepath.Base(name), 0, len(m.log))
	return nil
}

func (m *memory) list(dir string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dirs[dir] == nil {
		return nil, refuse("list", dir, syscall.ENOENT)
	}
	return slices.Sorted(maps.Keys(m.dirs[dir])), nil
}

func (m *memory) syncDir(dir string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dirs[dir] == nil {
		return refuse("sync", dir, syscall.ENOENT)
	}
	m.log = append(m.log, change{kind: "syncdir", dir: dir})
	return nil
}

// handle is one open file of a memory.
type handle struct {
	m    *memory
	id   int
	at   int64
	shut bool
}

func (h *handle) info() (info, error) {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	return h.m.describe(h.id), nil
}

func (h *handle) Read(p []byte) (int, error) {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	data := h.m.nodes[h.id].data
	if h.at >= int64(len(data)) {
		return 0, io.EOF
	}
	n := copy(p, data[h.at:])
	h.at += int64(n)
	return n, nil
}

// resize is not locked.
func (h *handle) resize(size int64) {
	n := h.m.nodes[h.id]
	n.data = slices.Grow(n.data[:min(size, int64(len(n.data)))], int(size))
	for int64(len(n.data)) < size {
		n.data = append(n.data, 0)
	}
	h.m.clock++
	n.modified = h.m.clock
	h.m.log = append(h.m.log, change{kind: "size", node: h.id, at: size})
}

func (h *handle) Write(p []byte) (int, error) {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if end := h.at + int64(len(p)); end > int64(len(h.m.nodes[h.id].data)) {
		h.resize(end)
	}
	copy(h.m.nodes[h.id].data[h.at:], p)
	h.m.clock++
	h.m.nodes[h.id].modified = h.m.clock
	// Six blocks, which reach the disk on their own.
	block := max(1, (len(p)+5)/6)
	for off := 0; off < len(p); off += block {
		part := p[off:min(off+block, len(p))]
		h.m.log = append(h.m.log, change{kind: "bytes", node: h.id, at: h.at + int64(off), bytes: slices.Clone(part)})
	}
	h.at += int64(len(p))
	return len(p), nil
}

func (h *handle) truncate(size int64) error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if size != int64(len(h.m.nodes[h.id].data)) {
		h.resize(size)
	}
	return nil
}

func (h *handle) sync() error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	h.m.log = append(h.m.log, change{kind: "sync", node: h.id})
	return nil
}

func (h *handle) Close() error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if h.shut {
		return fs.ErrClosed
	}
	h.shut = true
	h.m.open_--
	if n := h.m.nodes[h.id]; n.holder == h {
		n.holder = nil
	}
	return nil
}

func (h *handle) tryLock() error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	n := h.m.nodes[h.id]
	if n.holder != nil && n.holder != h {
		return errHeld
	}
	n.holder = h
	return nil
}

func (h *handle) setMode(mode fs.FileMode) error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	h.m.nodes[h.id].mode = mode
	return nil
}

func (h *handle) setOwner(info) error { return nil }
