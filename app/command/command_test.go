package command_test

import (
	"errors"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"warrant/app/command"
)

// TestMain lets the scripts run this test binary as the program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"warrant": func() {
			os.Exit(command.Run(os.Args[1:], command.Streams{Out: os.Stdout, Err: os.Stderr}, func(o command.Open) error {
				if o.Present {
					return errors.New("a window would open to present " + o.File + map[bool]string{true: "with the example "}[o.Example != ""] + o.Example)
				}
				if o.Example != "" {
					return errors.New("a window would open with the example " + o.Example)
				}
				return errors.New("a window would open with " + o.File)
			}))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_STATE_HOME", e.WorkDir+"/state")
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE") != "",
	})
}
