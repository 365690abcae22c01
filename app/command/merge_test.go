package command_test

import (
	"os/exec"
	"testing"
)

func TestGitIsThere(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatalf("testdata/merge_git.txtar merges two branches with git, which has to be installed: %v", err)
	}
}
