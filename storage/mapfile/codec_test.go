package mapfile_test

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"testing"

	"warrant/argument"
	"warrant/storage/mapfile"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func decode(t testing.TB, data []byte) *argument.Map {
	t.Helper()
	m, err := mapfile.Decode(data)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	return m
}

func encode(t testing.TB, m *argument.Map) []byte {
	t.Helper()
	data, err := mapfile.Encode(m)
	if err != nil {
		t.Fatalf("encode: %v", err)
	}
	return data
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// full.json has every member that there is, and unknown ones at every level.
func TestCanonicalFileComesBackByteForByte(t *testing.T) {
	for _, name := range []string{"full.json", "small.json", "least.json"} {
		data := sample(t, name)
		m := decode(t, data)
		got := encode(t, m)
		if *update {
			if err := os.WriteFile("testdata/"+name, got, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !bytes.Equal(got, data) {
			t.Errorf("%s is written as\n%s", name, got)
		}
		if again := decode(t, got); !reflect.DeepEqual(again.Parts(), m.Parts()) {
			t.Errorf("%s: the parts differ after writing and reading", name)
		}
		if err := mapfile.Verify(m)(got); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
