// Package recent answers what was computed lately: a cache bounded in bytes
// whose eviction costs nothing per use. It never computes anything itself.
package recent

import "sync"

// Cache keeps values in two generations. When the young one is full it becomes
// the old one, and what is used again moves back; so it holds at most twice its
// budget. It is safe for use by several goroutines.
type Cache[K comparable, V any] struct {
	// Budget is how many bytes a generation holds; set it before use.
	Budget int
	// Size returns how many bytes a value takes; set it before use.
	Size func(K, V) int

	mu         sync.RWMutex
	young, old map[K]V
	bytes      int
}

// Get returns a value that is kept, and marks it as used.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.RLock()
	v, ok := c.young[k]
	stale := false
	if !ok {
		v, ok = c.old[k]
		stale = ok
	}
	c.mu.RUnlock()
	if stale {
		c.Put(k, v)
	}
	return v, ok
}

// Put keeps a value.
func (c *Cache[K, V]) Put(k K, v V) {
	size := c.Size(k, v)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || c.bytes+size > c.Budget {
		c.old, c.young, c.bytes = c.young, make(map[K]V), 0
	}
	if _, known := c.young[k]; !known {
		c.bytes += size
	}
	c.young[k] = v
}

// Bytes returns what the young generation takes.
func (c *Cache[K, V]) Bytes() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.bytes
}
