//go:build !nowindow

package app

import "warrant/app/window"

func openWindow(path string) error { return window.Run(path) }
