package disk

import "os"

// Same reports whether two paths lead to one file: spelled another way,
// through symlinks, or as two names of it. Where there is no file, it is
// whether they lead to one place for it.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	if x, err := os.Stat(a); err == nil {
		y, err := os.Stat(b)
		return err == nil && os.SameFile(x, y)
	}
	x, err := resolve(osFS{}, a)
	if err != nil {
		return false
	}
	y, err := resolve(osFS{}, b)
	return err == nil && x == y
}
