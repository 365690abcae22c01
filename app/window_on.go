//go:build !nowindow

package app

import (
	"warrant/app/command"
	"warrant/app/window"
)

func openWindow(o command.Open) error {
	return window.Run(window.Begin{File: o.File, Example: o.Example, Present: o.Present})
}
