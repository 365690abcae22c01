//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"warrant/argument"
	"warrant/storage/mapfile"
)

// small writes a map of three claims to a file: a contention, a reason for
// it with a piece of evidence on the link, and a claim that bears on nothing.
func small(t *testing.T) string {
	t.Helper()
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{ID: "small", Title: "Small", Contention: "c1"},
		Claims: []argument.Claim{
			{ID: "c1", Text: "The bridge should be mended", At: argument.Point{X: 0, Y: 0}, Placed: true},
			{ID: "c2", Text: "Its rail is loose", At: argument.Point{X: -160, Y: 230}, Placed: true},
			{ID: "c3", Text: "The ferry is slow", At: argument.Point{X: 170, Y: 260}, Placed: true},
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1", Confidence: argument.Stated(0.6),
				Evidence: []argument.Evidence{{ID: "e1", Kind: argument.Observation, Text: "It moved under a hand", Reliability: argument.Stated(0.9)}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return save(t, m, "small.json")
}

// save writes a map to a new file.
func save(t *testing.T, m *argument.Map, name string) string {
	t.Helper()
	data, err := mapfile.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// damaged writes a file that is cut off in the middle of a claim.
func damaged(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "damaged.json")
	text := "{\n  \"format\": \"warrant-map\",\n  \"version\": 1,\n  \"claims\": [\n    {\"id\": \"c1\", \"text\": oops}\n  ]\n}\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
