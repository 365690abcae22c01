package panel

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
)

func TestReadText(t *testing.T) {
	for _, test := range []struct{ name, file, want, err string }{
		{"as it is", "one\ntwo", "one\ntwo", ""},
		{"line ends of Windows", "one\r\ntwo\r\n", "one\ntwo\n", ""},
		{"line ends of old Macs", "one\rtwo", "one\ntwo", ""},
		{"a byte order mark", "\ufeffone", "one", ""},
		{"beyond the first plane", "𝔄b", "𝔄b", ""},
		{"not UTF-8", "caf\xe9", "", "no plain text in UTF-8"},
		{"a document", "PK\x03\x04\x00", "", "no plain text"},
		{"too large", strings.Repeat("x", maxText+1), "", "larger than 16 MB"},
	} {
		got, err := readText(strings.NewReader(test.file))
		if test.err != "" {
			if err == nil || !strings.Contains(err.Error(), test.err) {
				t.Errorf("%s: error %v, want one that says %q", test.name, err, test.err)
			}
			continue
		}
		if err != nil || got != test.want {
			t.Errorf("%s: read as %q, %v", test.name, got, err)
		}
	}
}

// soup is a text with passages in it, one of which has changed since.
const soup = "Preface\n\nIt is cold today. Soup, the 𝔣irst of foods, warms.\nIt spills as well.\n"

func soupBench(t *testing.T) *bench {
	b := newBench(t)
	at := func(words string, paragraph int) argument.Passage {
		i := strings.Index(soup, words)
		start := len([]rune(soup[:i]))
		return argument.Passage{Source: "s1", Paragraph: paragraph, Start: start, End: start + len([]rune(words)), Digest: argument.Digest(words)}
	}
	changed := at("It spills", 2)
	changed.Digest = argument.Digest("It spilt")
	beyond := argument.Passage{Source: "s1", Start: 5000, End: 5010, Digest: argument.Digest("x")}
	b.Do("anchor", func(e *argument.Edit) error {
		for claim, ps := range map[id][]argument.Passage{
			"c2": {at("It is cold today", 1)}, "c3": {at("the 𝔣irst of foods", 1), at("warms", 1)}, "c4": {changed}, "c5": {beyond},
		} {
			if err := e.UpdateClaim(claim, func(c *argument.Claim) { c.Passages = ps }); err != nil {
				return err
			}
		}
		return nil
	})
	return b
}

func TestAttachText(t *testing.T) {
	b := soupBench(t)
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	if got, want := s.counts.text, "2 paragraphs · 5 passages mapped"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if !s.boxes.Visible() || s.lines.Visible() || !s.open.Visible() {
		t.Error("without its text a source should show boxes and offer to open it")
	}
	s.attach(soup, "Attach text")
	s.redo.flush()
	if got := b.Session.Doc.Map().Source("s1").Text; got != soup {
		t.Errorf("the source has the text %q", got)
	}
	if got, want := fmt.Sprint(b.said), "[The text is part of the map now: 3 of 5 passages match; the others are not at their places in it.]"; got != want {
		t.Errorf("it was said %s, want %s", got, want)
	}
	if !strings.HasSuffix(s.counts.text, "3 of 5 match this text") {
		t.Errorf("it says %q", s.counts.text)
	}
	if s.boxes.Visible() || !s.lines.Visible() || s.open.Visible() {
		t.Error("with its text a source should show it")
	}
	b.Session.Doc.Undo()
	s.redo.flush()
	if b.Session.Doc.Map().Source("s1").Text != "" || !s.boxes.Visible() {
		t.Error("undo leaves the text attached")
	}
}

// A text goes into the map only once the person knows that it goes along
// with the map, and how much it is.
func TestAttachingATextIsAskedAbout(t *testing.T) {
	b := soupBench(t)
	var asked []string
	agree := false
	b.Confirm = func(title, text, yes string, then func()) {
		asked = append(asked, text)
		if agree {
			then()
		}
	}
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	s.offerText(soup)
	if b.Session.Doc.Map().Source("s1").Text != "" {
		t.Error("not agreed to, and attached")
	}
	if size := BytesSaid(int64(len(soup))); len(asked) != 1 || !strings.Contains(asked[0], size) || !strings.Contains(asked[0], "gets the text with it") || !strings.Contains(asked[0], "3 of 5 passages match") {
		t.Errorf("asked %q", asked)
	}
	agree = true
	s.offerText(soup)
	if b.Session.Doc.Map().Source("s1").Text != soup || len(asked) != 2 {
		t.Error("agreed to, and not attached, or asked twice")
	}
	b.wantSteps("anchor", "Attach text")
}

func TestClickInTextGoesToTheClaim(t *testing.T) {
	b := soupBench(t)
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	s.attach(soup, "Attach text")
	s.redo.flush()
	for words, want := range map[string]id{"cold": "c2", "𝔣irst": "c3", "warms": "c3", "Preface": "", "spills": ""} {
		b.went = nil
		at := len([]rune(soup[:strings.Index(soup, words)]))
		for i, line := range s.set {
			if at < line.start || at >= line.end {
				continue
			}
			r := newSourceRow(b.Desk, false)
			s.fillLine(i, r)
			x := widthOf(string([]rune(line.text)[:at-line.start]), scaled(12), fyne.TextStyle{}) + 2
			r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(sourceLeft+x, 5)})
		}
		if got := fmt.Sprint(b.went); want == "" && len(b.went) > 0 || want != "" && got != "["+string(want)+"]" {
			t.Errorf("a click on %q goes to %s, want %q", words, got, want)
		}
	}
}

func TestParagraphsAreNumberedByTheirPassages(t *testing.T) {
	b := soupBench(t)
	anchors := anchorsIn(b.Session.Doc.Map(), "s1")
	var got []string
	for _, line := range setText(soup, 1000, func(rune) float32 { return 1 }, anchors) {
		got = append(got, fmt.Sprintf("%d:%.9s", line.paragraph, line.text))
	}
	if want := "[0:Preface 0: 1:It is col 2:It spills 0:]"; fmt.Sprint(got) != want {
		t.Errorf("the lines are %v, want %v", got, want)
	}
}

// Lines hold the whole text in order, and none is wider than asked for
// unless a single character is.
func TestSetTextKeepsTheText(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 2))
	letters := []rune("ab c d é𝔄  \n")
	for range 500 {
		text := make([]rune, r.IntN(80))
		for i := range text {
			text[i] = letters[r.IntN(len(letters))]
		}
		width := float32(1 + r.IntN(12))
		at := 0
		for _, line := range setText(string(text), width, func(rune) float32 { return 1 }, nil) {
			if line.start != at || string(text[line.start:line.end]) != line.text {
				t.Fatalf("%q at width %v: line %+v, but the text is at %d", string(text), width, line, at)
			}
			if n := len([]rune(strings.TrimRight(line.text, " "))); float32(n) > width {
				t.Fatalf("%q: line %q is wider than %v", string(text), line.text, width)
			}
			if at = line.end; at < len(text) && text[at] == '\n' {
				at++
			}
		}
		if at != len(text) {
			t.Fatalf("%q at width %v: the lines end at %d", string(text), width, at)
		}
	}
}

// Prose that is wrapped loses no word unless it is cut, and then says so.
func TestWrapped(t *testing.T) {
	newBench(t)
	const said = "A word Donaudampfschifffahrtsgesellschaft is wider\nthan most panels"
	style := fyne.TextStyle{}
	for width := float32(40); width < 400; width += 17 {
		lines := wrapped(said, width, 12, style, 0)
		for _, line := range lines {
			if widthOf(line, 12, style) > width {
				t.Errorf("at %v the line %q is %v wide", width, line, widthOf(line, 12, style))
			}
		}
		strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := strip(strings.Join(lines, "")); got != strip(said) {
			t.Errorf("at %v the lines are %q", width, lines)
		}
		cut := wrapped(said, width, 12, style, 1)
		if len(cut) != 1 || len(lines) > 1 && !strings.HasSuffix(cut[0], "…") {
			t.Errorf("at %v one line is %q", width, cut)
		}
	}
}

// quoting opens the soup's text in the source tab, with something selected.
func quoting(t *testing.T, selected ...id) (*bench, *Source) {
	t.Helper()
	b := soupBench(t)
	s := NewSource(b.Desk)
	b.put(s, 280, 600)
	s.attach(soup, "Attach text")
	s.redo.flush()
	b.Session.Doc.Select(selected...)
	s.repeat.flush()
	return b, s
}

func TestWordsBecomeAPassage(t *testing.T) {
	b, s := quoting(t, "c4")
	s.quote.set(len([]rune("Preface\n\n"))-1, len([]rune("Preface\n\nIt is cold today. ")))
	if got, want := s.quote.said(), "It is cold today."; got != want {
		t.Errorf("chosen is %q, want %q: less the blanks", got, want)
	}
	if !s.quote.Visible() || !s.quote.anchor.Visible() || s.quote.remove.Visible() || s.quote.attach.Visible() {
		t.Error("with a claim selected, anchoring it is to be offered")
	}
	before := len(b.claim("c4").Passages)
	s.quote.anchor.tapped()
	ps := b.claim("c4").Passages
	want := argument.Passage{Source: "s1", Paragraph: 1, Start: 9, End: 26, Digest: argument.Digest("It is cold today.")}
	if len(ps) != before+1 || ps[before] != want {
		t.Errorf("the claim has the passages %+v, want %+v last", ps, want)
	}
	if s.quote.anchor.Visible() || !s.quote.remove.Visible() {
		t.Error("a passage that is there is to be removed, not added again")
	}
	s.quote.remove.tapped()
	if got := len(b.claim("c4").Passages); got != before {
		t.Errorf("removed, the claim has %d passages, want %d", got, before)
	}
	b.Session.Doc.Undo()
	b.Session.Doc.Undo()
	if got := len(b.claim("c4").Passages); got != before {
		t.Errorf("undone, the claim has %d passages, want %d", got, before)
	}
}

func TestWordsBecomeEvidenceOrAClaim(t *testing.T) {
	b, s := quoting(t, "l2")
	from := len([]rune(soup[:strings.Index(soup, "It spills")]))
	s.quote.set(from, from+len("It spills as well."))
	if !s.quote.attach.Visible() || s.quote.anchor.Visible() {
		t.Error("with a link selected, attaching evidence is to be offered")
	}
	s.quote.attach.tapped()
	vs := b.link("l2").Evidence
	if len(vs) != 1 || vs[0].Text != "It spills as well." || vs[0].Source != "s1" || len(vs[0].Passages) != 1 || vs[0].Passages[0].Paragraph != 2 {
		t.Errorf("the link has the evidence %+v", vs)
	}
	if s.quote.Visible() {
		t.Error("what was attached is still chosen")
	}
	n := b.Session.Doc.Map().NumClaims()
	s.quote.set(from, from+len("It spills"))
	s.quote.claim.tapped()
	m := b.Session.Doc.Map()
	if m.NumClaims() != n+1 {
		t.Fatalf("there are %d claims, want another than %d", m.NumClaims(), n)
	}
	if c := m.Claim(b.Session.Doc.Selection()[0]); c.Text != "It spills" || len(c.Passages) != 1 {
		t.Errorf("the new claim is %+v", c)
	}
}

// A hand takes whole words, over line ends; the keys take sentences.
func TestWordsAreChosen(t *testing.T) {
	b, s := quoting(t)
	x := func(words string) float32 { return sourceLeft + widthOf(words, scaled(12), fyne.TextStyle{}) + 1 }
	line := -1
	for i, l := range s.set {
		if strings.HasPrefix(l.text, "It is cold") {
			line = i
		}
	}
	const high = 20
	for _, c := range []struct {
		name     string
		from, to fyne.Position
		want     string
	}{
		{"from within a word to within another", fyne.NewPos(x("It i"), 5), fyne.NewPos(x("It is co"), 9), "is cold"},
		{"backwards", fyne.NewPos(x("It is co"), 5), fyne.NewPos(x("I"), 9), "It is cold"},
		{"up to the line above", fyne.NewPos(x("It is"), 5), fyne.NewPos(0, -high*2+1), "Preface It is"},
		{"beyond the text", fyne.NewPos(x("It is"), 5), fyne.NewPos(x("It is"), -high*50), "Preface It is"},
		{"nothing", fyne.NewPos(x("It is "), 5), fyne.NewPos(x("It is "), 5), ""},
	} {
		s.quote.sweep(line, high, c.from, c.to)
		if got := s.quote.said(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	s.quote.set(0, 0)
	s.lines.at = line
	for _, want := range []string{"It is cold today.", "It is cold today. Soup, the 𝔣irst of foods, warms.", "It is cold today. Soup, the 𝔣irst of foods, warms. It spills as well."} {
		s.lines.TypedRune('q')
		if got := s.quote.said(); got != want {
			t.Errorf("Q chose %q, want %q", got, want)
		}
	}
	s.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !s.quote.none() {
		t.Error("Escape leaves it chosen")
	}
	_ = b
}
