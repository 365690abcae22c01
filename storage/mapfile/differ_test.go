package mapfile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"warrant/argument"
	"warrant/storage/mapfile"
)

// Both JSON decoders agree on what JSON is, but for three things: names that
// stand twice, invalid UTF-8, and halves of surrogate pairs, which the
// standard library lets pass.
func TestAgreesWithTheStandardLibrary(t *testing.T) {
	for _, value := range strings.Split(`0|-0|1|-1|0.5|1e5|1E+5|1e-5|1e400|123456789012345678901234567890|-|+1|.5|1.|01|0x1|1e|1e+|Infinity|NaN|--1|1_0|
"a"|""|"\""|"\\"|"\/"|"\b\f\n\r\t"|"\u0000"|"\uD83D\uDE00"|"é"|"😀"|"|"\"|"\a"|"\u12"|"\uGGGG"|"	"|'a'|"a|`+"\"\x00\"|\"\x7f\"|\"\u2028\""+`|
true|false|null|True|nul|truefalse|undefined|
[]|[ ]|[1]|[1,2]|[,]|[1,]|[,1]|[1 2]|[|]|[[]|[1]]|[1}|[[[[[[]]]]]]|[1,[2,{"a":3}]]|
{}|{ }|{"a":1}|{"a":1,"b":2}|{,}|{"a":1,}|{"a"}|{"a":}|{a:1}|{1:2}|{"a":1 "b":2}|{"a":1]|{"a":{"a":{}}}|{null:1}|{"a"::1}|
/**/1|1//x|#1|1;|`+"\u00a01|\ufeff1|1\x00|\x00", "|") {
		file := []byte(head + `"x":` + strings.TrimPrefix(value, "\n") + `}`)
		want := json.Valid(file)
		_, err := mapfile.Decode(file)
		if (err == nil) != want {
			t.Errorf("%s: the standard library says %v, Decode %v", file, want, err)
		}
		if fault := (*mapfile.Error)(nil); errors.As(err, &fault) && fault.Reason != mapfile.Corrupt {
			t.Errorf("%s: %v is told as %v", file, err, fault.Reason)
		}
	}
	for _, value := range []string{`{"a":1,"a":1}`, `"\ud800"`, `"\ude00\ud83d"`, "\"\xff\"", "\"\xed\xa0\x80\"", "\"\xc0\x80\""} {
		file := []byte(head + `"x":` + value + `}`)
		if _, err := mapfile.Decode(file); err == nil || !json.Valid(file) {
			t.Errorf("%s: the standard library says %v, Decode %v", file, json.Valid(file), err)
		}
	}
}

// Whatever map there is, it comes back as it was, and written again to the
// same bytes; the standard library finds in them what is in the map.
func TestRandomMapsComeBack(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	for range 300 {
		p := randomParts(r)
		m, err := argument.Build(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		data := encode(t, m)
		again := decode(t, data)
		if !reflect.DeepEqual(again.Parts(), m.Parts()) {
			t.Fatalf("seed %d: read as\n%+v\nwant\n%+v", seed, again.Parts(), m.Parts())
		}
		if second := encode(t, again); !bytes.Equal(second, data) {
			t.Fatalf("seed %d: written as\n%s\nand then as\n%s", seed, data, second)
		}
		if err := mapfile.Verify(m)(data); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func randomParts(r *rand.Rand) (p argument.Parts) {
	maybe := func() bool { return r.IntN(3) > 0 }
	text := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			c := rune(r.IntN([]int{0x20, 0x80, 0x3000, utf8.MaxRune + 1}[r.IntN(4)]))
			if utf8.ValidRune(c) {
				b.WriteRune(c)
			}
		}
		return b.String()
	}
	number := func() float64 {
		for {
			if f := math.Float64frombits(r.Uint64()); math.Abs(f) < 1e9 {
				return f + 0
			}
		}
	}
	degree := func() argument.Degree {
		if maybe() {
			return argument.Stated(float64(r.IntN(101)) / 100)
		}
		if maybe() {
			return argument.Stated(r.Float64())
		}
		return argument.Unset
	}
	texts := func() (s []string) {
		for range r.IntN(3) {
			s = append(s, text())
		}
		return s
	}
	extra := func() string {
		if maybe() {
			return ""
		}
		return fmt.Sprintf(`{"x%d":%v,"y":[{"z":"<&>"},null]}`, r.IntN(9), r.NormFloat64())
	}
	pick := func(ids []argument.ID) argument.ID { return ids[r.IntN(len(ids))] }
	var sources, claims, all []argument.ID
	passages := func() (ps []argument.Passage) {
		for range r.IntN(3) {
			start := r.IntN(1000)
			ps = append(ps, argument.Passage{Source: pick(sources), Paragraph: r.IntN(3), Start: start, End: start + r.IntN(99), Digest: text(), Extra: extra()})
		}
		return ps
	}
	for i := range 1 + r.IntN(3) {
		id := argument.ID(fmt.Sprint("s", i, text()))
		p.Sources = append(p.Sources, argument.Source{ID: id, Title: text(), Authors: texts(), Issued: text(), URL: text(), Text: text(), Extra: extra()})
		sources = append(sources, id)
	}
	for i := range 1 + r.IntN(6) {
		id := argument.ID(fmt.Sprint("c", i, text()))
		c := argument.Claim{ID: id, Text: text(), Prior: degree(), Note: text(), Tags: texts(), Color: []argument.Color{"", argument.Red, argument.Color(text())}[r.IntN(3)], Pinned: maybe(), Collapsed: maybe(), Passages: passages(), Extra: extra()}
		if maybe() {
			c.At, c.Placed = argument.Point{X: number(), Y: number()}, true
		}
		if maybe() {
			c.Width = 60 + 1900*r.Float64()
		}
		p.Claims = append(p.Claims, c)
		claims = append(claims, id)
	}
	all = append(all, claims...)
	for i := range r.IntN(8) {
		id := argument.ID(fmt.Sprint("l", i, text()))
		l := argument.Link{ID: id, Kind: argument.Supports, From: []argument.ID{pick(claims)}, To: pick(all), Confidence: degree(), Scheme: text(), Note: text(), Extra: extra()}
		if maybe() {
			l.Kind = argument.Opposes
		}
		if f := pick(claims); f != l.From[0] {
			l.From = append(l.From, f)
		}
		for range r.IntN(3) {
			l.Via = append(l.Via, argument.Point{X: number(), Y: number()})
		}
		for j := range r.IntN(3) {
			e := argument.Evidence{
				ID: argument.ID(fmt.Sprint("e", j)), Kind: argument.EvidenceKinds[r.IntN(len(argument.EvidenceKinds))], Text: text(), Locator: text(), URL: text(),
				Reliability: degree(), Stance: []argument.Stance{"", argument.For, argument.Against}[r.IntN(3)], Passages: passages(), Note: text(), Extra: extra(),
			}
			if maybe() {
				e.Source = pick(sources)
			}
			l.Evidence = append(l.Evidence, e)
		}
		p.Links = append(p.Links, l)
		all = append(all, id)
	}
	for i := range r.IntN(3) {
		p.Steps = append(p.Steps, argument.Step{ID: argument.ID(fmt.Sprint("p", i)), Title: text(), Focus: []argument.ID{pick(all)}, Reveal: []argument.ID{pick(all), pick(all)}, Say: text(), Extra: extra()})
	}
	p.Info = argument.Info{ID: text(), Title: text(), Extra: extra(), Evaluation: argument.Evaluation{Premises: argument.Product, Extra: extra()}}
	if maybe() {
		p.Info.Contention = pick(claims)
	}
	return p
}
