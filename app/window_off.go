//go:build nowindow

package app

import "errors"

func openWindow(string) error {
	return errors.New("this program was built without a window\nhint: warrant --help lists what it can do; a build without the tag nowindow opens one")
}
