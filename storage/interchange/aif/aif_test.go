package aif_test

import (
	"fmt"
	"strings"
	"testing"

	"warrant/storage/interchange/aif"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/trial"
)

var format = trial.Format{Read: aif.Read, Write: aif.Write, Order: trial.Order,
	Kept: loss.Priors | loss.Confidences | loss.Schemes | loss.ClaimNotes | loss.LinkNotes | loss.LineBreaks | loss.Hidden}

const small = `{"nodes":[
	{"nodeID":"1","text":"It rains","type":"I","timestamp":"2016-01-01"},
	{"nodeID":2,"text":"The sky is dark","type":"I"},
	{"nodeID":"3","text":"Dark skies bring rain","type":"I"},
	{"nodeID":"4","text":"Argument From Sign","type":"RA"},
	{"nodeID":"5","text":"It is night","type":"I"},
	{"nodeID":"6","text":"Default Conflict","type":"CA"},
	{"nodeID":"7","text":"He says so","type":"L"},
	{"nodeID":"8","text":"Asserting","type":"YA"},
	{"nodeID":"9","text":"Rain is falling","type":"I"},
	{"nodeID":"10","text":"Default Rephrase","type":"MA"},
	{"nodeID":"11","text":"","type":"RA"}],
"edges":[
	{"edgeID":"1","fromID":"2","toID":"4"},{"edgeID":2,"fromID":"3","toID":"4"},{"edgeID":"3","fromID":"4","toID":"1","formEdgeID":null},
	{"edgeID":"4","fromID":"5","toID":"6"},{"edgeID":"5","fromID":"6","toID":"4"},{"edgeID":"6","fromID":"7","toID":"8"},{"edgeID":"7","fromID":"8","toID":"1"},
	{"edgeID":"8","fromID":"9","toID":"10"},{"edgeID":"9","fromID":"10","toID":"1"},{"edgeID":"10","fromID":"9","toID":"1"}],
"locutions":[{"nodeID":"7"}]}`

// What is written is read as the same map, whatever its claims say.
func TestReadIsTheInverseOfWrite(t *testing.T) {
	if err := format.Maps(500); err != nil {
		t.Error(err)
	}
}

func TestRead(t *testing.T) {
	const want = `It rains
  + ?  The sky is dark
  & Dark skies bring rain
    ⊘ ?  It is night
  + ?  Rain is falling
scheme: Argument From Sign
lost: locutions: who said what (1)
lost: an edge from claim to claim at node "9": it says neither support nor conflict
lost: that node "10" is a rephrasing: it is read as support
lost: node "11": it comes from no claim, or leads to none
lost: nodes of the type L (1)
lost: nodes of the type YA (1)
`
	for _, file := range []string{small, `{"AIF":` + small + `,"text":{"txt":"x"}}`} {
		if got := read(t, file); got != want {
			t.Errorf("read as\n%s\nwant\n%s", got, want)
		}
	}
}

// read tells what a file is read as, and what was lost.
func read(t *testing.T, file string) string {
	t.Helper()
	told, err := format.Told(file)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

func TestFaults(t *testing.T) {
	for file, want := range map[string]string{
		"":                      "1:1: unexpected end of JSON input",
		"{}":                    `1:1: there are no nodes in it; a graph has "nodes" and "edges"`,
		"{\"nodes\":[\n 3]}":    "2:2: \"nodes\" cannot be a number",
		"{\"nodes\":[],\n\n  ]": "3:3: invalid character ']'",
		`{"nodes":[{"nodeID":"1","type":"I"},{"nodeID":1,"type":"I"}]}`:           `the nodeID "1" of node 2 is another's already, or empty; give each node an ID of its own`,
		`{"nodes":[{"nodeID":[],"type":"I"}]}`:                                    "an ID is a text or a number, not []",
		`{"nodes":[{"nodeID":"1"}],"edges":[{"edgeID":1,"fromID":1,"toID":"x"}]}`: `the edge "1" leads to or from a node "x" that is not there; an edge joins two of the nodes`,
		`{"nodes":[` + strings.Repeat("{},", 2_000_001) + `{}]}`:                  "the file has more than 2000000 objects",
	} {
		if got := read(t, file); !strings.HasPrefix(got, want) {
			t.Errorf("%.100q: %s, want %s", file, got, want)
		}
	}
}

// Steps that bear on each other in a circle, and never on a claim, are none.
func TestCircle(t *testing.T) {
	got := read(t, `{"nodes":[{"nodeID":"a","text":"a","type":"I"},{"nodeID":"1","type":"CA"},{"nodeID":"2","type":"CA"},{"nodeID":"3","type":"CA"}],
	"edges":[{"fromID":"a","toID":"1"},{"fromID":"a","toID":"2"},{"fromID":"a","toID":"3"},{"fromID":"1","toID":"2"},{"fromID":"2","toID":"1"},{"fromID":"3","toID":"2"}]}`)
	if strings.Count(got, "never comes to a claim") != 3 {
		t.Error(got)
	}
}

// A node with many premises that leads to many claims is no way to make a map
// that is far larger than the file.
func TestProduct(t *testing.T) {
	var nodes, edges []string
	nodes = append(nodes, `{"nodeID":"r","type":"RA"}`)
	for i := range 2000 {
		nodes = append(nodes, fmt.Sprintf(`{"nodeID":%d,"type":"I","text":"x"}`, i))
		edges = append(edges, fmt.Sprintf(`{"fromID":%d,"toID":"r"},{"fromID":"r","toID":%d}`, i, i))
	}
	got := read(t, `{"nodes":[`+strings.Join(nodes, ",")+`],"edges":[`+strings.Join(edges, ",")+`]}`)
	if got != "the links of the graph have more than 1000000 premises together" {
		t.Errorf("%.200s", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := format.Again(data); err != nil {
			t.Fatal(err)
		}
	})
}
