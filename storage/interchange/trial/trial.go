// Package trial answers whether a conversion keeps what it promises: it makes
// maps that are hard to convert, and says how two maps differ. It is for
// tests.
package trial

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/plain"
)

// pieces are what the claims of a hard map are made of: whatever begins, ends
// or divides something in some format.
var pieces = []string{
	"+", "-", "−", "*", "•", "&", "<", ">", "[", "]", "[a]:", "[a](b)", "<b>:", "<b>", "<+", "->", "_>", "><", "(1)", "----", "--", "===", "#", "# x", "#tag", "#(a b)",
	"{", "}", "{a: 1}", "//", "/*", "*/", "<!--", "-->", "**", "**bold**", "_it_", "__", `\`, `\\`, `\n`, "@[x]", "@<y>", "1.", "1.1.", "1.1. Pro:", "-> See 1.1.", "Con:",
	"80%", "?", "… above", "rain", "rain", "It rains.", "\t", "\n", "  ", "", "\u00a0", "\u2028", "مطر", "雨が降る", "🌧", "=1+1", "@x", "+1", "'", `"`, ",", ";", "</script>", "]]>",
	"&amp;", "&lol;", "<!DOCTYPE x>", "<?xml?>", "%s", "\u200d", "👩\u200d👧", "e\u0301\u0323", "\x1b[2J", "\x00", "\u202e", "\uffff", "\x01", "null", "true", ":", "key: value",
}

// Text makes a text that is hard to convert.
func Text(r *rand.Rand) string {
	var b strings.Builder
	for range r.Intn(5) {
		b.WriteString(pieces[r.Intn(len(pieces))])
		if r.Intn(3) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Map makes a small map that is hard to convert: with shared premises,
// circles, links on links, and all that records may say.
func Map(seed int64) *argument.Map {
	r := rand.New(rand.NewSource(seed))
	p := argument.Parts{Info: argument.Info{ID: "m", Contention: "c0"}}
	if r.Intn(2) == 0 {
		p.Info.Title = Text(r)
	}
	if r.Intn(3) == 0 {
		p.Info.Evaluation = argument.Evaluation{Semantics: argument.QuadraticEnergy, Premises: argument.Product}
	}
	claim := func(i int) argument.ID { return argument.ID(fmt.Sprint("c", i)) }
	degree := func() argument.Degree {
		if r.Intn(2) == 0 {
			return argument.Unset
		}
		return argument.Stated(float64(r.Intn(1001)) / 1000)
	}
	for i := range r.Intn(3) {
		p.Sources = append(p.Sources, argument.Source{ID: argument.ID(fmt.Sprint("s", i)), Title: Text(r), Authors: []string{Text(r)}, Issued: "2016", URL: Text(r)})
	}
	n := 1 + r.Intn(12)
	for i := range n {
		c := argument.Claim{ID: claim(i), Text: Text(r), Prior: degree()}
		if r.Intn(4) == 0 {
			c.Note, c.Tags, c.Color = Text(r), []string{"a" + Text(r), "plain"}, argument.Red
		}
		p.Claims = append(p.Claims, c)
	}
	for i := range r.Intn(14) {
		l := argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, To: claim(r.Intn(n)), Confidence: degree()}
		for _, f := range r.Perm(n)[:1+r.Intn(min(n, 3))] {
			l.From = append(l.From, claim(f))
		}
		if r.Intn(2) == 0 {
			l.Kind = argument.Opposes
		}
		if r.Intn(3) == 0 && i > 0 {
			l.To = argument.ID(fmt.Sprint("l", r.Intn(i)))
		}
		if r.Intn(4) == 0 {
			l.Scheme, l.Note = []string{"Expert opinion", Text(r)}[r.Intn(2)], Text(r)
		}
		for k := range r.Intn(3) {
			e := argument.Evidence{ID: argument.ID(fmt.Sprint("e", k+1)), Kind: argument.EvidenceKinds[r.Intn(len(argument.EvidenceKinds))], Text: Text(r), Locator: Text(r), URL: Text(r), Reliability: degree(), Note: Text(r)}
			if r.Intn(2) == 0 {
				e.Stance = argument.Against
			}
			if len(p.Sources) > 0 && r.Intn(2) == 0 {
				e.Source = p.Sources[0].ID
			}
			l.Evidence = append(l.Evidence, e)
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		panic(fmt.Sprintf("seed %d: %v", seed, err)) // it breaks no rule
	}
	return m
}

// Chain is a map as deep as it has claims.
func Chain(n int) argument.Parts {
	p := argument.Parts{Info: argument.Info{Contention: "c0"}}
	for i := range n {
		c := argument.ID(fmt.Sprint("c", i))
		p.Claims = append(p.Claims, argument.Claim{ID: c, Text: fmt.Sprint(i)})
		if i > 0 {
			p.Links = append(p.Links, argument.Link{ID: "l" + c, Kind: argument.Opposes, From: []argument.ID{c}, To: p.Claims[i-1].ID})
		}
	}
	return p
}

// Differ says in what b, a conversion of a, is not as a is, in as far as the
// formats keep it. The claims of b are those of a in the order given; its
// links may be in any.
func Differ(a, b *argument.Map, order []argument.ID, kept loss.Kept) error {
	if a.NumClaims() != b.NumClaims() || a.NumLinks() != b.NumLinks() {
		return fmt.Errorf("%d claims and %d links, want %d and %d", b.NumClaims(), b.NumLinks(), a.NumClaims(), a.NumLinks())
	}
	var is []argument.ID
	for c := range b.Claims() {
		is = append(is, c.ID)
	}
	if w, g := said(a.Info().Title, kept), said(b.Info().Title, kept); w != g {
		return fmt.Errorf("the title is %q, want %q", g, w)
	}
	for i, id := range order {
		if w, g := claimed(a, id, kept), claimed(b, is[i], kept); w != g {
			return fmt.Errorf("claim %d is %s, want %s", i, g, w)
		}
	}
	want, got := linked(a, order, kept), linked(b, is, kept)
	for i := range want {
		if want[i] != got[i] {
			return fmt.Errorf("links are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	return nil
}

// Outlined is the order of claims in a map's outline.
func Outlined(m *argument.Map) (ids []argument.ID) {
	for _, r := range m.Outline() {
		if !r.Again {
			ids = append(ids, r.Claim)
		}
	}
	return ids
}

// Order is a map's own order of claims.
func Order(m *argument.Map) (ids []argument.ID) {
	for c := range m.Claims() {
		ids = append(ids, c.ID)
	}
	return ids
}

func said(s string, kept loss.Kept) string {
	if kept&loss.LineBreaks == 0 {
		s = loss.OneLine(s)
	}
	if kept&loss.Hidden == 0 {
		s = loss.Said(s)
	}
	return s
}

// seen is a text without what cannot be seen, where that is not kept.
func seen(s string, kept loss.Kept) string {
	if kept&loss.Hidden == 0 {
		s, _ = loss.Clean(s)
	}
	return s
}

func claimed(m *argument.Map, id argument.ID, kept loss.Kept) string {
	c := m.Claim(id)
	s := fmt.Sprintf("%q", said(c.Text, kept))
	if kept&loss.Priors != 0 {
		s += fmt.Sprint(" prior ", c.Prior)
	}
	if kept&loss.ClaimNotes != 0 {
		s += fmt.Sprintf(" note %q", seen(c.Note, kept))
	}
	if kept&loss.Tags != 0 {
		tags := slices.Sorted(slices.Values(c.Tags))
		s += fmt.Sprintf(" tags %q", slices.Compact(tags))
	}
	if kept&loss.Colors != 0 {
		s += " color " + string(c.Color)
	}
	if id == m.Info().Contention {
		s += " contention"
	}
	return s
}

func linked(m *argument.Map, order []argument.ID, kept loss.Kept) (all []string) {
	place := make(map[argument.ID]int, len(order))
	for i, id := range order {
		place[id] = i
	}
	var told func(l *argument.Link) string
	told = func(l *argument.Link) string {
		s := string(l.Kind)
		for _, f := range l.From {
			s += fmt.Sprint(" ", place[f])
		}
		if kept&loss.Confidences != 0 {
			v, set := l.Confidence.Value()
			s += fmt.Sprint(" confidence ", v, set)
		}
		if kept&loss.Schemes != 0 {
			s += fmt.Sprintf(" scheme %q", seen(l.Scheme, kept))
		}
		if kept&loss.LinkNotes != 0 {
			s += fmt.Sprintf(" note %q", seen(l.Note, kept))
		}
		if kept&loss.Evidence != 0 {
			for _, e := range l.Evidence {
				s += fmt.Sprintf(" evidence %q %q %q %q %q %v %q", e.Kind, e.Text, e.Locator, e.URL, e.Note, e.Reliability, e.Speaks())
				if src := m.Source(e.Source); src != nil && kept&loss.Sources != 0 {
					s += fmt.Sprintf(" of %q %q %q %q", src.Title, src.Authors, src.Issued, src.URL)
				}
			}
		}
		if on := m.Link(l.To); on != nil {
			return s + " -> (" + told(on) + ")"
		}
		return s + fmt.Sprint(" -> ", place[l.To])
	}
	for l := range m.Links() {
		all = append(all, told(l))
	}
	slices.Sort(all)
	return all
}

// Format is a format under trial.
type Format struct {
	Read  func([]byte) (argument.Parts, []loss.Lost, error)
	Write func(*argument.Map) ([]byte, []loss.Lost)
	Kept  loss.Kept
	Order func(*argument.Map) []argument.ID // of the claims in what is read back
	Loses func(loss.Lost) bool              // what reading may tell of what was written
}

// BackAndForth writes a map and reads it back. It says in what that is another
// map, or what was lost on the way.
func (f Format) BackAndForth(m *argument.Map) error {
	data, _ := f.Write(m)
	parts, lost, err := f.Read(data)
	if err != nil {
		return fmt.Errorf("%w in\n%s", err, data)
	}
	for _, l := range lost {
		if f.Loses == nil || !f.Loses(l) {
			return fmt.Errorf("lost %v of\n%s", l, data)
		}
	}
	back, err := argument.Build(parts)
	if err != nil {
		return fmt.Errorf("%w in\n%s", err, data)
	}
	if err := Differ(m, back, f.Order(m), f.Kept); err != nil {
		return fmt.Errorf("%w in\n%s", err, data)
	}
	return nil
}

// Maps goes back and forth with hard maps, and with made ones.
func (f Format) Maps(n int64) error {
	for seed := range n {
		if err := f.BackAndForth(Map(seed)); err != nil {
			return fmt.Errorf("seed %d: %w", seed, err)
		}
	}
	for _, size := range []int{1, 30, 1000} {
		m, err := sample.Make(sample.Options{Claims: size, Seed: int64(size), Cross: 0.1})
		if err == nil {
			err = f.BackAndForth(m)
		}
		if err != nil {
			return fmt.Errorf("a made map of %d claims: %w", size, err)
		}
	}
	return nil
}

// Again is for fuzz targets: where data can be read, what they are read as is
// a map, and goes back and forth.
func (f Format) Again(data []byte) error {
	parts, _, err := f.Read(data)
	if err != nil {
		return nil
	}
	m, err := argument.Build(parts)
	if err != nil {
		return err
	}
	return f.BackAndForth(m)
}

// Told is what a file is read as: an indented text, with notes and schemes,
// and what was lost. A file with a fault gives that; half of it must not have
// been read.
func (f Format) Told(file string) (string, error) {
	parts, lost, err := f.Read([]byte(file))
	if err != nil {
		if len(parts.Claims) > 0 {
			return "", fmt.Errorf("%q is half read", file)
		}
		return err.Error(), nil
	}
	m, err := argument.Build(parts)
	if err != nil {
		return "", err
	}
	told, _ := plain.Write(m)
	for c := range m.Claims() {
		if c.Note != "" {
			told += "note: " + c.Note + "\n"
		}
	}
	for l := range m.Links() {
		if l.Scheme != "" {
			told += "scheme: " + l.Scheme + "\n"
		}
	}
	for _, l := range lost {
		told += "lost: " + l.String() + "\n"
	}
	return told, nil
}
