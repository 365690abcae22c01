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

// Numbers have one way of writing: the shortest, and no minus zero.
func TestNumbers(t *testing.T) {
	for _, test := range []struct{ x, want string }{
		{"-0", "0"}, {"-0.0", "0"}, {"1e0", "1"}, {"100e-2", "1"}, {"0.10", "0.1"}, {"1e-400", "0"}, {"1E9", "1000000000"},
		{"0.30000000000000004", "0.30000000000000004"}, {"123456.789e-3", "123.456789"}, {"1e-7", "1e-7"},
	} {
		m := decode(t, []byte(head+`"claims":[{"id":"c1","text":"","at":[`+test.x+`,0]}]}`))
		if got := encode(t, m); !bytes.Contains(got, []byte(`"at": [`+test.want+`, 0]`)) {
			t.Errorf("%s is written in %s", test.x, got)
		}
	}
}
