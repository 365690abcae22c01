package mapfile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// Each migration has a sample from before and after it.
func TestMigrations(t *testing.T) {
	if len(migrations) != Version-1 {
		t.Fatalf("%d migrations lead to version %d", len(migrations), Version)
	}
	for i, migrate := range migrations {
		name := fmt.Sprintf("testdata/migrations/%d", i+1)
		before, err := os.ReadFile(name + "-before.json")
		if err != nil {
			t.Fatal(err)
		}
		after, err := os.ReadFile(name + "-after.json")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := migrate(before); err != nil || !bytes.Equal(got, after) {
			t.Errorf("version %d becomes %s, %v", i+1, got, err)
		}
	}
}

// replace makes a migration of a replacement in the text, as a stand-in for
// those to come.
func replace(old, with string) migration {
	return func(text []byte) ([]byte, error) {
		return bytes.ReplaceAll(text, []byte(old), []byte(with)), nil
	}
}

// The chain is walked from a file's version to the newest, in order, once.
func TestChain(t *testing.T) {
	third := reader{3, []migration{replace(`"statement"`, `"wording"`), replace(`"wording"`, `"text"`)}}
	file := func(version int, key string) []byte {
		return fmt.Appendf(nil, `{"format":"warrant-map","version":%d,"claims":[{"id":"c1","%s":"so"}],"kept":[1]}`, version, key)
	}
	for version, key := range map[int]string{1: "statement", 2: "wording", 3: "text"} {
		m, problems := third.read(file(version, key), 1)
		if len(problems) > 0 {
			t.Errorf("version %d: %v", version, problems[0])
			continue
		}
		if m.Claim("c1").Text != "so" || m.Info().Extra != `{"kept":[1]}` {
			t.Errorf("version %d is read as %+v, %s", version, m.Claim("c1"), m.Info().Extra)
		}
	}

	// The unmigrated name is not known in version 3, and so the text missing.
	_, problems := third.read(file(3, "statement"), 1)
	if len(problems) != 1 || problems[0].Error() != `1:47: /claims/0: "text" is missing` {
		t.Errorf("version 3 with the name of version 1: %v", problems)
	}
	_, problems = third.read(file(4, "text"), 1)
	if len(problems) != 1 || problems[0].Reason != TooNew || !strings.Contains(problems[0].Problem, "version 4") || !strings.Contains(problems[0].Problem, "up to version 3") {
		t.Errorf("version 4: %v", problems)
	}
}

// What is wrong with an old file is told without a line, since the migrated
// text is not what the person has.
func TestFaultsOfMigratedFiles(t *testing.T) {
	for _, test := range []struct {
		migrate migration
		reason  Reason
		want    string
	}{
		{func([]byte) ([]byte, error) { return nil, errors.New("no such key") }, Invalid,
			"the map is of version 1 and cannot be read as version 2: no such key"},
		{replace(`"c1"`, `""`), Invalid,
			"/claims/0/id: an ID must not be empty (in a map of version 1, read as version 2)"},
		{replace(`"text":"so"`, `"text":0`), Invalid,
			"/claims/0/text: a text in quotes must stand here, not a number (in a map of version 1, read as version 2)"},
		{replace(`"text":"so"`, `"text":so`), Corrupt,
			"/claims/0/text: invalid character 's' at start of value (in a map of version 1, read as version 2)"},
	} {
		second := reader{2, []migration{test.migrate}}
		m, problems := second.read([]byte(`{"format":"warrant-map","version":1,"claims":[{"id":"c1","text":"so"}]}`), 1)
		if m != nil || len(problems) != 1 || problems[0].Reason != test.reason || problems[0].Error() != test.want {
			t.Errorf("read %v, %v, want %s", m, problems, test.want)
		}
	}
}
