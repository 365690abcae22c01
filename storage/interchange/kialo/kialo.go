// Package kialo answers what argument the text of an exported Kialo discussion
// makes: numbered claims, each for or against the one whose number its own
// begins with. It writes none.
package kialo

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// MaxBytes is how long a text may be.
const MaxBytes = 16 << 20

// mostDeep is how many numbers a claim's number may have.
const mostDeep = 200

var (
	titled   = regexp.MustCompile(`^Discussion (?:Title|Name): *(.*)$`)
	numbered = regexp.MustCompile(`^(\d{1,6}(?:\.\d{1,6})*)\.\s+(?:(?i:(pro|con)): *)?(.*)$`)
	see      = regexp.MustCompile(`^-> See (\d{1,6}(?:\.\d{1,6})*)\.?\s*$`)
	linked   = regexp.MustCompile(`\[([^\[\]]*)\]\(([^()\s]*)\)`)
	escaped  = regexp.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+.!~|>"'<-])`)
)

// Recognize reports whether a text is an exported discussion.
func Recognize(data []byte) bool {
	head := string(data[:min(len(data), 1<<16)])
	stands := false
	for line := range strings.Lines(strings.TrimPrefix(head, "\ufeff")) {
		line = strings.TrimSpace(line)
		m := numbered.FindStringSubmatch(line)
		switch {
		case line == "":
		case titled.MatchString(line):
			stands = true
		case m != nil && (stands || m[1] != "1" && m[2] != ""):
			return true
		case !stands && m == nil:
			return false
		}
	}
	return false
}

// node is a numbered line with those that go on with it.
type node struct {
	line   int
	number string
	kind   argument.Kind // "" where neither pro nor con
	text   []string
	see    string
	claim  int // -1 till it is known
	open   bool
}

// Read makes a map of a text. The first claim is the contention. Addresses
// that a claim cites become evidence on its link.
func Read(data []byte) (argument.Parts, []Lost, error) {
	if len(data) > MaxBytes {
		return argument.Parts{}, nil, fmt.Errorf("the text is longer than %d MB", MaxBytes>>20)
	}
	if !utf8.Valid(data) {
		return argument.Parts{}, nil, fmt.Errorf("the text is not UTF-8")
	}
	r := reader{at: make(map[string]*node)}
	if err := r.split(string(data)); err != nil {
		return argument.Parts{}, nil, err
	}
	for _, n := range r.nodes {
		if n.see == "" {
			n.claim = len(r.parts.Claims)
			r.parts.Claims = append(r.parts.Claims, argument.Claim{ID: id("c", n.claim)})
		}
	}
	if len(r.parts.Claims) > argument.MaxClaims {
		return argument.Parts{}, nil, &loss.Fault{Problem: fmt.Sprintf("the text has %d claims, but a map holds at most %d", len(r.parts.Claims), argument.MaxClaims)}
	}
	for _, n := range r.nodes {
		r.link(n)
	}
	if len(r.parts.Claims) > 0 {
		r.parts.Info.Contention = r.parts.Claims[0].ID
	}
	return r.parts, r.lost.ByLine(), nil
}

type reader struct {
	parts argument.Parts
	nodes []*node
	at    map[string]*node
	lost  loss.Losses
}

func (r *reader) split(text string) error {
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		clean, hidden := loss.Clean(strings.TrimRight(line, "\r\n"))
		if hidden {
			r.lost.Add(number, "characters that cannot be seen")
		}
		clean = strings.TrimSpace(clean)
		m := numbered.FindStringSubmatch(clean)
		switch {
		case m != nil && strings.Count(m[1], ".") < mostDeep:
			n := &node{line: number, number: m[1], text: []string{m[3]}, claim: -1}
			switch strings.ToLower(m[2]) {
			case "pro":
				n.kind = argument.Supports
			case "con":
				n.kind = argument.Opposes
			}
			if s := see.FindStringSubmatch(m[3]); s != nil {
				n.see, n.text = s[1], nil
			}
			if r.at[n.number] != nil {
				return &loss.Fault{Line: number, Column: 1, Problem: fmt.Sprintf("the number %s. stands twice", n.number), Hint: "give each claim a number of its own"}
			}
			r.at[n.number] = n
			r.nodes = append(r.nodes, n)
		case clean == "":
		case len(r.nodes) > 0:
			last := r.nodes[len(r.nodes)-1]
			last.text = append(last.text, clean)
		default:
			if t := titled.FindStringSubmatch(clean); t != nil && r.parts.Info.Title == "" {
				r.parts.Info.Title = t[1]
			} else {
				r.lost.Add(number, "a line before the first claim")
			}
		}
	}
	if len(r.nodes) == 0 {
		return &loss.Fault{Line: 1, Column: 1, Problem: "no numbered claim is in it", Hint: `claims begin with their number: "1.1. Pro: …"`}
	}
	return nil
}

// claim is the place of the claim that a node says or points to, -1 where it
// points to none.
func (r *reader) claim(n *node) int {
	var way []*node
	for n.claim < 0 && !n.open {
		n.open = true
		way = append(way, n)
		to := r.at[n.see]
		if to == nil {
			break
		}
		n = to
	}
	for _, w := range way {
		w.claim, w.open = n.claim, false
	}
	return n.claim
}

// link gives a node's claim what it says, and the link to what it is below.
func (r *reader) link(n *node) {
	at := r.claim(n)
	if at < 0 {
		r.lost.Add(n.line, fmt.Sprintf("this claim: it is said to stand at %s., and there is none", n.see))
		return
	}
	c := &r.parts.Claims[at]
	var cited []argument.Evidence
	if n.see == "" {
		c.Text, cited = words(strings.Join(n.text, " "))
		if c.Text == "" {
			r.lost.Add(n.line, "the words of this claim: there are none")
		}
	}
	above := strings.LastIndexByte(n.number, '.')
	var parent *node
	if above > 0 {
		if parent = r.at[n.number[:above]]; parent == nil {
			r.lost.Add(n.line, fmt.Sprintf("what it bears on: there is no %s.", n.number[:above]))
		}
	}
	to := -1
	if parent != nil {
		to = r.claim(parent)
	}
	switch {
	case to < 0 || n.kind == "":
		if n.kind == "" && parent != nil {
			r.lost.Add(n.line, "what it bears on: it is neither Pro nor Con")
		}
		var notes []string
		for _, e := range cited {
			notes = append(notes, strings.TrimSpace(e.Text+" "+e.URL))
		}
		c.Note = strings.Join(notes, "\n")
		return
	case to == at:
		r.lost.Add(n.line, "that a claim bears on itself")
		return
	}
	r.parts.Links = append(r.parts.Links, argument.Link{ID: id("l", len(r.parts.Links)), Kind: n.kind, From: []argument.ID{c.ID}, To: r.parts.Claims[to].ID, Evidence: cited})
}

// words reads what a claim says: Markdown's links become evidence.
func words(text string) (string, []argument.Evidence) {
	var cited []argument.Evidence
	for _, m := range linked.FindAllStringSubmatch(text, -1) {
		cited = append(cited, argument.Evidence{ID: id("e", len(cited)), Kind: argument.Other, Text: escaped.ReplaceAllString(m[1], "$1"), URL: m[2]})
	}
	text = linked.ReplaceAllString(text, "$1")
	return strings.Join(strings.Fields(escaped.ReplaceAllString(text, "$1")), " "), cited
}

func id(prefix string, n int) argument.ID { return argument.ID(prefix + strconv.Itoa(n+1)) }
