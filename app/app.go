// Package app is the program: it hands the command line to the commands, and
// opens the window where one is asked for.
package app

import (
	"os"

	"warrant/app/command"
)

// Main runs the program and returns its exit code.
func Main(args []string) int {
	return command.Run(args, command.Streams{Out: os.Stdout, Err: os.Stderr}, openWindow)
}
