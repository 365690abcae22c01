package disk

import (
	"os"
	"path/filepath"
	"testing"
)

// The folder holds map.json, twice by name, and one symlink each to the file,
// to the folder and to a file that is not there.
func TestWhichPathsLeadToOneFile(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	in := func(parts ...string) string { return filepath.Join(append([]string{dir}, parts...)...) }
	for _, err := range []error{
		os.WriteFile(in("map.json"), nil, 0o600), os.WriteFile(in("other.json"), nil, 0o600), os.Mkdir(in("deep"), 0o700),
		os.Link(in("map.json"), in("second.json")), os.Symlink("map.json", in("link.json")),
		os.Symlink(dir, in("deep", "up")), os.Symlink("gone.json", in("lost.json")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{in("map.json"), in("map.json"), true},
		{in("map.json"), "map.json", true},
		{in("map.json"), dir + "/deep/../map.json", true},
		{in("map.json"), in("link.json"), true},
		{in("map.json"), in("second.json"), true},
		{in("map.json"), in("deep", "up", "map.json"), true},
		{in("map.json"), in("other.json"), false},
		{in("map.json"), in("new.json"), false},
		{in("new.json"), in("map.json"), false},
		{in("new.json"), in("deep", "up", "new.json"), true},
		{in("new.json"), "./new.json", true},
		{in("gone.json"), in("lost.json"), true},
		{in("nowhere", "a.json"), in("nowhere", "b.json"), false},
		{in("nowhere", "a.json"), in("nowhere", "a.json"), true},
	} {
		if got := Same(c.a, c.b); got != c.want {
			t.Errorf("%s and %s lead to one file: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
