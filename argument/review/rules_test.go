package review_test

import (
	"testing"

	"warrant/argument"
	"warrant/argument/review"
)

// Each rule, with what it must mark and what it must leave alone.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		kind        review.Kind
		name, lines string
		want        string
	}{
		{review.Empty, "no word", "c1 …\nc2 Rain falls", "c1"},

		{review.Duplicate, "case and signs aside", "c1 Rain falls here.\nc2 Snow falls here\nc3 rain falls, here\nl1 c2 > c1", "c1 c3"},
		{review.Duplicate, "the one with most links is kept", "c1 X is so\nc2 Rain falls\nc3 Rain falls\nl1 c3 > c1", "c3 c2"},
		{review.Duplicate, "other words", "c1 Rain falls here\nc2 Rain fell here", ""},

		{review.NearDuplicate, "a word more in many", "c1 X is so\nc2 Large concrete dams displace poor farmers and fishers upstream\nc3 Large concrete dams still displace poor farmers and fishers upstream today", "c2 c3"},
		{review.NearDuplicate, "a word more in few", "c1 X is so\nc2 The bans on smoking save lives\nc3 The bans on smoking in bars save lives", ""},
		{review.NearDuplicate, "surer", "c1 X is so\nc2 Large dams may displace poor farmers\nc3 Large dams will displace poor farmers", ""},
		{review.NearDuplicate, "endings and small words", "c1 X is so\nc2 A large dam displaces the poor farmer\nc3 Large dams displace poor farmers", "c2 c3"},
		{review.NearDuplicate, "a negation", "c1 X is so\nc2 Large dams displace poor farmers upstream\nc3 Large dams do not displace poor farmers upstream", ""},
		{review.NearDuplicate, "another number", "c1 X is so\nc2 Large dams displaced 300 poor farmers\nc3 Large dams displaced 400 poor farmers", ""},
		{review.NearDuplicate, "a term in place of another", "c1 X is so\nc2 Large dams displace poor farmers upstream\nc3 Large dams displace poor farmers downstream", ""},
		{review.NearDuplicate, "another order", "c1 X is so\nc2 Trade between states follows peaceful relations\nc3 Peaceful relations between states follow trade", ""},
		{review.NearDuplicate, "they oppose one another", "c1 X is so\nc2 Large dams displace poor farmers upstream\nc3 Large dams displace poor farmers upstream still today\nl1 c2 x c3", ""},
		{review.NearDuplicate, "German", "c1 Es ist so\nc2 Große Staudämme vertreiben arme Bauern\nc3 Ein großer Staudamm vertreibt die armen Bauern", "c2 c3"},

		{review.BothWays, "alone", "c1 X is so\nc2 Y is so\nl1 c2 > c1\nl2 c2 x c1", "c2 c1"},
		{review.BothWays, "with another premise", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c2 c3 x c1", ""},

		{review.Circular, "two", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c3 > c2\nl3 c2 > c3", "c2 c3"},
		{review.Circular, "over a linked premise and a link", "c1 X is so\nc2 Y is so\nc3 Z is so\nc4 V is so\nl1 c2 c3 > c1\nl2 c4 > c2\nl3 c1 > l2", "c1 c2"},
		{review.Circular, "a dispute", "c1 X is so\nc2 Y is so\nl1 c2 x c1\nl2 c1 x c2", ""},
		{review.Circular, "support answered by opposition", "c1 X is so\nc2 Y is so\nl1 c2 > c1\nl2 c1 x c2", ""},
		{review.Circular, "two ways to one end", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c3 > c1\nl3 c3 > c2", ""},

		{review.NoContention, "one end", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ncontention -", "c1"},
		{review.NoContention, "two ends", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c2 > c3\ncontention -", "map"},
		{review.NoContention, "nothing linked yet", "c1 X is so\nc2 Y is so\ncontention -", ""},

		{review.Loose, "in a map with links", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1", "c3"},
		{review.Loose, "nothing linked yet", "c1 X is so\nc2 Y is so", ""},
		{review.Loose, "it bears on a link", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c3 x l1", ""},

		{review.Stray, "the end of a branch", "c1 X is so\nc2 Y is so\nc3 Z is so\nc4 V is so\nc5 W is so\nl1 c2 > c1\nl2 c4 > c3\nl3 c5 > c4", "c3"},
		{review.Stray, "what the contention supports", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1\nl2 c1 > c3", "c3"},
		{review.Stray, "a circle apart", "c1 X is so\nc2 Y is so\nc3 Z is so\nc4 V is so\nl1 c2 > c1\nl2 c3 > c4\nl3 c4 > c3", "c3"},
		{review.Stray, "over a link", "c1 X is so\nc2 Y is so\nc3 Z is so\nc4 V is so\nl1 c2 > c1\nl2 c3 x l1\nl3 c4 > c3", ""},

		{review.Bare, "nothing said", "c1 X is so\nc2 Y is so\nl1 c2 > c1", "l1"},
		{review.Bare, "a confidence", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .7", ""},
		{review.Bare, "evidence", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 common .5 - - | known", ""},

		{review.NoEvidence, "from a leaf", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .7", "l1"},
		{review.NoEvidence, "from a claim that is argued for", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1 .7\nl2 c3 > c2 .7\ne1 common .5 - - | known", ""},
		{review.NoEvidence, "an undercutter", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1 .7\ne1 common .5 - - | known\nl2 c3 x l1 .7", ""},

		{review.Critical, "nothing answers", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .7 analogy", "l1"},
		{review.Critical, "an undercutter answers", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 > c1 .7 analogy\nl2 c3 x l1 .5", ""},
		{review.Critical, "a scheme of one's own", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .7 my_own_way", ""},

		{review.Unsourced, "a statistic from nowhere", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 statistic .5 - - | four in ten", "l1/e1"},
		{review.Unsourced, "common knowledge", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 common .5 - - | known", ""},
		{review.Unsourced, "an example", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 example .5 - - | once", ""},
		{review.Unsourced, "a place in words", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 law .5 - Act_of_1998 | it says so", ""},
		{review.Unlocated, "a source alone", "s1 A book\nc1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 expert .5 s1 - | they say", "l1/e1"},
		{review.Unlocated, "a page", "s1 A book\nc1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 expert .5 s1 p.3 | they say", ""},
		{review.Unrated, "not said", "c1 X is so\nc2 Y is so\nl1 c2 > c1\ne1 common - - - | known\ne2 common 0 - - | believed", "l1/e1"},

		{review.Disagreeing, "too sure", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .95\ne1 common .1 - - | perhaps", "l1"},
		{review.Disagreeing, "against it", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .7\ne1 common .8 - - against | no", "l1"},
		{review.Disagreeing, "cautious", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .5\ne1 common .9 - - | sure", ""},
		{review.Disagreeing, "far too cautious", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .3\ne1 common .9 - - | a\ne2 common .9 - - | b\ne3 common .9 - - | c", "l1"},
		{review.Disagreeing, "not all rated", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .95\ne1 common .1 - - | perhaps\ne2 common - - - | or not", ""},

		{review.Unsupported, "decisive", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .8", "c2 l1"},
		{review.Unsupported, "with a prior", "c1 X is so\nc2=.6 Y is so\nl1 c2 > c1 .8", ""},
		{review.Unsupported, "with evidence", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .8\ne1 common .5 - - | known", ""},
		{review.Unsupported, "little hangs on it", "c1 X is so\nc2 Y is so\nl1 c2 > c1 .1", ""},
		{review.Unanswered, "large", "c1 X is so\nc2 Y is so\nl1 c2 x c1 .8", "l1 c2"},
		{review.Unanswered, "small", "c1 X is so\nc2 Y is so\nl1 c2 x c1 .1", ""},
		{review.Unanswered, "undercut", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 x c1 .9\nl2 c3 x l1 .1", ""},
		{review.Unanswered, "its premise is opposed", "c1 X is so\nc2 Y is so\nc3 Z is so\nl1 c2 x c1 .9\nl2 c3 x c2 .1", ""},

		{review.OneSided, "five reasons", "c1 X is so\nc2 A is so\nc3 B is so\nc4 C is so\nc5 D is so\nc6 E is so\nl1 c2 > c1\nl2 c3 > c1\nl3 c4 > c1\nl4 c5 > c1\nl5 c6 > c1", "c1"},
		{review.OneSided, "evidence against", "c1 X is so\nc2 A is so\nc3 B is so\nc4 C is so\nc5 D is so\nc6 E is so\nl1 c2 > c1\ne1 common .5 - - against | no\nl2 c3 > c1\nl3 c4 > c1\nl4 c5 > c1\nl5 c6 > c1", ""},
		{review.OneSided, "just begun", "c1 X is so\nc2 A is so\nl1 c2 > c1", ""},

		{review.Question, "a question", "c1 Should we go?\nc2 We should go.", "c1"},
		{review.Question, "one that is quoted", "c1 They asked “why?”\nc2 Rain falls", ""},
		{review.Fragment, "one word", "c1 Rain\nc2 Rain falls", "c1"},
		{review.Fragment, "broken off", "c1 Rain falls and\nc2 It falls on the\nc3 Three things:\nc4 It may…\nc5 Rain falls on it", "c1; c2; c3; c4"},
		{review.Fragment, "without spaces", "c1 核武器使战争更少\nc2 雨", ""},
		{review.Long, "forty words and one", "c1 " + words(41) + "\nc2 " + words(40), "c1"},

		{review.HoldingHands, "nothing in common", "c1 The large dams harm the farmers\nc2 The large dams drown all valleys\nc3 The salmon spawn in autumn\nl1 c2 c3 > c1", "l1 c3"},
		{review.HoldingHands, "one term in common", "c1 The large dams harm the farmers\nc2 The large dams drown all valleys\nc3 Valleys feed villages\nl1 c2 c3 > c1", ""},
		{review.HoldingHands, "a pronoun", "c1 The large dams harm the farmers\nc2 The large dams drown all valleys\nc3 They starve villages\nl1 c2 c3 > c1", ""},
		{review.HoldingHands, "not linked", "c1 The large dams harm the farmers\nc2 The large dams drown all valleys\nc3 The salmon spawn in autumn\nl1 c2 > c1\nl2 c3 > c1", ""},
		{review.HoldingHands, "forms of a word", "c1 Russia has a distrust of Japan\nc2 The Russians remember wars\nc3 Remembered wars breed distrust\nl1 c2 c3 > c1", ""},
		{review.Rabbit, "nothing brings it in", "c1 Socrates drank the hemlock\nc2 The Athens of old tried philosophers\nc3 Athens has killed the philosophers\nl1 c2 c3 > c1", "l1 c1"},
		{review.Rabbit, "a term brings it in", "c1 Socrates drank the hemlock\nc2 The Athens of old tried philosophers\nc3 Philosophers drank hemlock\nl1 c2 c3 > c1", ""},

		{review.Uncited, "not used", "s1 A book\nc1 X is so\nc2 A is so\nc3 B is so\nc4 C is so\nl1 c2 > c1\nl2 c3 > c1\nl3 c4 > c1", "s1"},
		{review.Uncited, "by evidence", "s1 A book\nc1 X is so\nc2 A is so\nc3 B is so\nc4 C is so\nl1 c2 > c1\ne1 expert .5 s1 - | they say\nl2 c3 > c1\nl3 c4 > c1", ""},
		{review.Uncited, "just begun", "s1 A book\nc1 X is so\nc2 A is so\nl1 c2 > c1", ""},
	} {
		t.Run(string(c.kind)+"/"+c.name, func(t *testing.T) {
			if got := marked(draw(t, c.lines), c.kind); got != c.want {
				t.Errorf("marked %q, want %q in\n%s", got, c.want, c.lines)
			}
		})
	}
}

func words(n int) string {
	s := "rain"
	for range n - 1 {
		s += " rain"
	}
	return s
}

func TestConfidences(t *testing.T) {
	for _, c := range []struct {
		name       string
		confidence []float64
		want       review.Kind
	}{
		{"all alike", []float64{.7, .7, .7, .7, .7, .7, .7, .7}, review.Flat},
		{"all high", []float64{.9, .95, .9, .92, 1, .9, .9, .9}, review.Sure},
		{"few", []float64{.9, .9, .9}, ""},
		{"various", []float64{.9, .95, .9, .92, 1, .9, .9, .4}, ""},
	} {
		p := argument.Parts{Info: argument.Info{Contention: "c"}, Claims: []argument.Claim{{ID: "c", Text: "X is so"}, {ID: "d", Text: "Y is so"}}}
		for i, v := range c.confidence {
			p.Links = append(p.Links, argument.Link{ID: argument.ID(rune('k' + i)), Kind: argument.Supports, From: []argument.ID{"d"}, To: "c", Confidence: argument.Stated(v)})
		}
		m, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []review.Kind{review.Flat, review.Sure} {
			if got := marked(m, k) != ""; got != (k == c.want) {
				t.Errorf("%s: %s is %v", c.name, k, got)
			}
		}
	}
}

func TestACircleWhoseNumbersDoNotSettle(t *testing.T) {
	m := draw(t, "c1=1 X is so\nc2=1 Y is so\nl1 c1 x c2 1\nl2 c2 x c1 1")
	_ = m.Info()
	if got := marked(m, review.Unsettled); got != "c1 c2 l1 l2" && got != "c1 c2 l2 l1" {
		t.Errorf("marked %q", got)
	}
	if got := marked(draw(t, "c1 X is so\nc2 Y is so\nl1 c2 x c1 .3"), review.Unsettled); got != "" {
		t.Errorf("marked %q where there is no circle", got)
	}
}

func TestPassages(t *testing.T) {
	const text = "Rain falls.\r\nSnow melts. Hail breaks."
	passage := func(from, to int, digest string) []argument.Passage {
		return []argument.Passage{{Source: "s1", Start: from, End: to, Digest: digest}}
	}
	p := argument.Parts{
		Sources: []argument.Source{{ID: "s1", Title: "Weather", Text: text}},
		Claims: []argument.Claim{
			{ID: "c1", Text: "It rains here", Passages: passage(0, 11, argument.Digest("Rain falls."))},
			{ID: "c2", Text: "It thaws here", Passages: passage(12, 23, argument.Digest("Snow melts."))}, // a line end counts once
			{ID: "c3", Text: "It hails here", Passages: passage(24, 36, argument.Digest("Hail breaks"))},
			{ID: "c4", Text: "It clears up", Passages: passage(30, 90, "")},
		},
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	if got := marked(m, review.StalePassage); got != "c3 s1; c4 s1" {
		t.Errorf("marked %q", got)
	}
	p.Sources[0].Text = "Another text altogether"
	if m, err = argument.Build(p); err != nil {
		t.Fatal(err)
	}
	if got := marked(m, review.StalePassage); got != "s1" {
		t.Errorf("another text was marked at %q", got)
	}
}
