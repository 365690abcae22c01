package recent_test

import (
	"sync"
	"testing"

	"warrant/canvas/recent"
)

func fresh(budget int) *recent.Cache[int, string] {
	return &recent.Cache[int, string]{Budget: budget, Size: func(_ int, s string) int { return len(s) }}
}

func TestWhatIsUsedStaysAndWhatIsNotGoes(t *testing.T) {
	c := fresh(10)
	c.Put(0, "used")
	c.Put(1, "not")
	for i := 2; i < 40; i++ {
		if s, ok := c.Get(0); !ok || s != "used" {
			t.Fatalf("after %d others what is used each time is gone", i-2)
		}
		c.Put(i, "xxx")
		if c.Bytes() > 10 {
			t.Fatalf("a generation of %d bytes, want at most 10", c.Bytes())
		}
	}
	if _, ok := c.Get(1); ok {
		t.Error("what was used once is kept for good")
	}
	if s, ok := c.Get(39); !ok || s != "xxx" {
		t.Error("the last is not kept")
	}
}

func TestTheSameKeyCountsOnce(t *testing.T) {
	c := fresh(10)
	for range 5 {
		c.Put(7, "abc")
	}
	if c.Bytes() != 3 {
		t.Errorf("one value of 3 bytes counts for %d", c.Bytes())
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	c := fresh(50)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 500 {
				if s, ok := c.Get(i % 30); ok && s != "value" {
					t.Errorf("goroutine %d reads %q", g, s)
				}
				c.Put(i%30, "value")
			}
		})
	}
	wg.Wait()
}
