package mapfile_test

import (
	"bytes"
	"errors"
	"testing"

	"warrant/argument"
	"warrant/storage/mapfile"
)

// sound fails unless data are refused with a proper Error or read as a map
// that comes back the same once it is written.
func sound(t testing.TB, data []byte) {
	t.Helper()
	m, err := mapfile.Decode(data)
	problems := mapfile.Problems(data)
	if err != nil {
		var fault *mapfile.Error
		if !errors.As(err, &fault) || m != nil || fault.Reason < mapfile.NotAMap || fault.Reason > mapfile.Invalid || fault.Problem == "" {
			t.Fatalf("%q: Decode = %v, %#v", data, m, err)
		}
		if len(fault.Error()) > 4000 {
			t.Fatalf("a message of %d bytes", len(fault.Error()))
		}
		if len(problems) == 0 || problems[0].Error() != fault.Error() {
			t.Fatalf("%q: the error is %v, the problems %v", data, err, problems)
		}
		return
	}
	if len(problems) != 0 {
		t.Fatalf("%q is read, but has the problems %v", data, problems)
	}
	if _, err := argument.Build(m.Parts()); err != nil {
		t.Fatalf("%q breaks a rule: %v", data, err)
	}
	first := encode(t, m)
	again := decode(t, first)
	if second := encode(t, again); !bytes.Equal(first, second) {
		t.Fatalf("%q is written as\n%s\nand then as\n%s", data, first, second)
	}
	if err := mapfile.Verify(m)(first); err != nil {
		t.Fatalf("%q: %v", data, err)
	}
}

func TestTruncatedAtEveryByte(t *testing.T) {
	data := sample(t, "full.json")
	for n := range len(data) - 2 { // without its last bracket it is no map
		if _, err := mapfile.Decode(data[:n]); err == nil {
			t.Fatalf("the first %d bytes are a map", n)
		}
		sound(t, data[:n])
	}
}

func TestEveryByteChanged(t *testing.T) {
	data := sample(t, "full.json")
	for i := range data {
		for _, flip := range []byte{0x01, 0x20, 0x80, 0xff} {
			damaged := bytes.Clone(data)
			damaged[i] ^= flip
			sound(t, damaged)
		}
	}
}

func TestEveryByteLost(t *testing.T) {
	data := sample(t, "full.json")
	for i := range data {
		sound(t, append(bytes.Clone(data[:i]), data[i+1:]...))
	}
}

func FuzzDecode(f *testing.F) {
	for _, name := range []string{"full.json", "small.json", "least.json"} {
		f.Add(sample(f, name))
	}
	for _, seed := range []string{
		"", "null", "[]", "{}", `{"format":"warrant-map","version":2}`,
		head + `"t\u0069tle":"a","x":{"a":[1,{"b":-0}]},"y":1e400}`,
		head + `"claims":[{"id":"a","text":"\ud83d\ude00","at":[-0,1e9],"prior":-0.0,"width":0,"tags":[],"Ω":null}]}`,
		head + `"claims":[{"id":"a","text":""}],"links":[{"id":"b","kind":"opposes","from":["a"],"to":"a","evidence":[{"id":"e","kind":"law","text":"","passages":[]}]}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, data) })
}
