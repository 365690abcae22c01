package command_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestGitIsThere(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatalf("testdata/merge_git.txtar merges two branches with git, which has to be installed: %v", err)
	}
}

// The README tells people just the lines that the script tries with git.
func TestGitIsSetUpAsTheReadmeSays(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("testdata/merge_git.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"git config merge.warrant.driver 'warrant merge %O %A %B -o %A'",
		"git config difftool.warrant.cmd 'warrant diff \"$LOCAL\" \"$REMOTE\"'",
		"*.json merge=warrant",
	} {
		if !strings.Contains(string(readme), line) {
			t.Errorf("the README has no %s", line)
		}
		if !strings.Contains(string(script), line) {
			t.Errorf("the script has no %s", line)
		}
	}
}
