package window

import (
	"slices"

	"warrant/app/window/keys"
	"warrant/canvas/tool"
)

// prefKeys holds the keys that the person has changed, as the map of keys
// stores them.
const prefKeys = "keys"

// The modifier keys, as the table of commands names them.
const (
	ctrl  = keys.Ctrl
	shift = keys.Shift
)

// canvasKey has the command done that a stroke on the canvas stands for, and
// reports whether the tool is not to be given it: it knows the table's own
// keys itself.
func (w *Window) canvasKey(k tool.Key, m tool.Mods) bool {
	if w.tool.Busy() {
		return false
	}
	if k == "Escape" && w.tool.Mode() == tool.Selecting && w.endFocus() {
		return true
	}
	return w.keyed(keys.OfCanvas(k, m))
}

// keyed has the command done that a stroke stands for.
func (w *Window) keyed(s keys.Stroke) bool {
	if c, ok := w.menu.named[w.menu.keys.Does(s)]; ok {
		if c.tools(s) {
			return false
		}
		w.command(&c)
		return true
	}
	// A key that was the tool's and is no command's any more does nothing.
	for _, c := range w.menu.named {
		if c.tools(s) {
			return true
		}
	}
	return false
}

// tools reports whether canvas/tool does a command on a stroke itself.
func (c *command) tools(s keys.Stroke) bool {
	return c.canvas && (c.stroke() == s || slices.Contains(c.also, s))
}

// setKey changes the key of a command, everywhere and for good.
func (w *Window) setKey(change func(*keys.Map)) {
	change(w.menu.keys)
	w.app.Preferences().SetStringList(prefKeys, w.menu.keys.Stored())
	w.menu.showKeys()
}
