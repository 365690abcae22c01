//go:build nowindow

package app

import (
	"errors"

	"warrant/app/command"
)

func openWindow(command.Open) error {
	return errors.New("this program was built without a window\nhint: warrant --help lists what it can do; a build without the tag nowindow opens one")
}
