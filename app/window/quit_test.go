package window

import "testing"

// What the toolkit does when it has stopped is done before its loop ends, as
// afterwards it may never be, and the program would wait for it.
func TestNothingIsLeftForTheEndOfTheLoop(t *testing.T) {
	h := newHand(t)
	l, ok := h.app.Lifecycle().(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(func())
	})
	if !ok {
		t.Fatal("the toolkit is another: see whether its loop still drops what comes at its end")
	}
	written := 0
	l.SetOnStoppedHookExecuted(func() { written++ })
	h.stopped()
	if written != 1 || l.OnStopped() != nil {
		t.Errorf("the preferences were written %d times, and something waits for the end: %v", written, l.OnStopped() != nil)
	}
}
