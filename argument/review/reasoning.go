package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warrant/argument"
)

// place says where a marker must stand to be one.
type place uint8

const (
	anywhere   place = iota
	afterComma       // or another sign that parts clauses
	within           // between signs, or first and before a sign
	opening          // first, and a comma follows later
)

// marker is a word, or several, by which a sentence gives a reason (the
// reason follows) or draws a conclusion (it follows).
type marker struct {
	words  []string
	reason bool
	where  place
	unless []string // words that must not follow
	next   []string // one of these must follow, if there are any
	keeps  bool     // what follows is a sentence as it stands
}

func mark(words string, reason bool, where place, keeps bool) marker {
	return marker{words: strings.Fields(words), reason: reason, where: where, keeps: keeps}
}

func (k marker) not(words string) marker    { k.unless = strings.Fields(words); return k }
func (k marker) before(words string) marker { k.next = strings.Fields(words); return k }

// markers by tongue. What is as often something else (English "as", "for";
// German "da" and "also" in the middle; French "ainsi", "car" without a
// comma) is left out, or asked to stand where it can be nothing else.
var markers = map[tongue][]marker{
	english: {
		mark("because", true, anywhere, true).not("of"),
		mark("given that", true, anywhere, true).before("it they there the a an this these those we he she no all most many some every both"),
		mark("since", true, opening, true).before("it they there this that these those we he she no all most every nobody both"),
		mark("since", true, afterComma, true).before("it they there this that these those we he she no all most every nobody both"),
		mark("therefore", false, anywhere, true),
		mark("consequently", false, anywhere, true),
		mark("hence", false, anywhere, true).not("forth the a"),
		mark("thus", false, within, true).not("far"),
		mark("thus", false, afterComma, true).not("far"),
		mark("so", false, afterComma, true).not("that far much many long as called on forth to"),
		mark("it follows that", false, anywhere, true),
		mark("for this reason", false, anywhere, true),
		mark("which is why", false, anywhere, true),
		mark("that is why", false, anywhere, true),
	},
	german: {
		mark("weil", true, anywhere, false),
		mark("da", true, afterComma, false),
		mark("da", true, opening, false).not("draußen drüben oben unten vorn hinten"),
		mark("denn", true, afterComma, true).not("noch"),
		mark("deshalb", false, anywhere, false),
		mark("deswegen", false, anywhere, false),
		mark("folglich", false, anywhere, false),
		mark("infolgedessen", false, anywhere, false),
		mark("daher", false, afterComma, false),
		mark("daraus folgt", false, anywhere, false),
	},
	french: {
		mark("parce que", true, anywhere, true), mark("parce qu", true, anywhere, true),
		mark("puisque", true, anywhere, true), mark("puisqu", true, anywhere, true),
		mark("étant donné que", true, anywhere, true), mark("étant donné qu", true, anywhere, true),
		mark("car", true, afterComma, true),
		mark("donc", false, anywhere, true),
		mark("par conséquent", false, anywhere, true),
		mark("c est pourquoi", false, anywhere, true),
	},
	spanish: {
		mark("porque", true, anywhere, true), mark("ya que", true, anywhere, true),
		mark("puesto que", true, anywhere, true), mark("dado que", true, anywhere, true), mark("debido a que", true, anywhere, true),
		mark("por lo tanto", false, anywhere, true), mark("por tanto", false, anywhere, true),
		mark("por consiguiente", false, anywhere, true), mark("por eso", false, anywhere, true),
		mark("así que", false, afterComma, true),
	},
	russian: {
		mark("потому что", true, anywhere, true), mark("так как", true, anywhere, true).not("же"),
		mark("поскольку", true, anywhere, true), mark("ибо", true, anywhere, true),
		mark("поэтому", false, anywhere, true), mark("следовательно", false, anywhere, true),
		mark("значит", false, within, true),
	},
}

// firsts are the words that markers begin with.
var firsts = func() map[string]tongue {
	all := make(map[string]tongue)
	for t, ks := range markers {
		for _, k := range ks {
			all[k.words[0]] |= t
		}
	}
	return all
}()

// signs are markers of languages without spaces, or with endings on them,
// found anywhere.
var signs = []string{"因为", "因為", "所以", "因此", "由于", "したがって", "だから", "ゆえに", "なぜなら", "때문에", "왜냐하면", "그러므로", "따라서"}

// holders are words before a marker that make it part of what is claimed:
// "not because", "only because".
var holders = func() map[string]bool {
	all := make(map[string]bool)
	for _, w := range strings.Fields(`not only just simply merely partly mainly largely even precisely either or perhaps and
		nicht nur allein bloß gerade etwa auch oder teils vor pas seulement simplement surtout même ou no sólo solo simplemente precisamente o
		не только именно лишь или`) {
		all[w] = true
	}
	return all
}()

// reasoning finds a step of reasoning within a claim: a marker of its tongue,
// whole words, in a place where it is one, with two words or more on either
// side, and not where it is part of what is claimed ("not because", or "not …
// because …, but"). A claim about causes that uses such a word is marked too; its
// author may pass that over.
func reasoning(c *argument.Claim, w *wording) (Remark, bool) {
	for i := range w.words {
		if w.words[i].marks&w.tongue == 0 {
			continue
		}
		for _, k := range markers[w.tongue] {
			if !k.at(c.Text, w.words, i) {
				continue
			}
			said := c.Text[w.words[i].from:w.words[i+len(k.words)-1].to]
			r := on(Reasoning, c.ID, strings.ToLower(said))
			if parts := k.parts(c.Text, w.words, i); parts != nil {
				r.Mends = []Mend{{Way: GiveReason, Claims: r.At, Texts: parts}}
			}
			return rewording(r), true
		}
	}
	if !slices.ContainsFunc(w.words, func(one word) bool { return one.text[0] >= 0xE3 }) { // a first byte of these scripts
		return Remark{}, false
	}
	for _, s := range signs {
		if at := strings.Index(c.Text, s); at >= 0 && letters(c.Text) > letters(s)+6 {
			return rewording(on(Reasoning, c.ID, s)), true
		}
	}
	return Remark{}, false
}

// at reports whether the marker stands at the i-th word.
func (k *marker) at(text string, words []word, i int) bool {
	n := len(k.words)
	if words[i].text != k.words[0] || i+n > len(words) {
		return false
	}
	for j, one := range k.words {
		if words[i+j].text != one {
			return false
		}
	}
	if len(words) < n+4 && (i > 0 || len(words) < n+2) || i > 0 && (i < 2 || holders[words[i-1].text]) || i+n+2 > len(words) {
		return false
	}
	follows := words[i+n].text
	if slices.Contains(k.unless, follows) || len(k.next) > 0 && !slices.Contains(k.next, follows) {
		return false
	}
	if k.reason && rebutted(text, words, i) {
		return false
	}
	signBefore := i > 0 && strings.ContainsAny(text[words[i-1].to:words[i].from], ",;:–—.")
	signAfter := strings.ContainsAny(text[words[i+n-1].to:words[i+n].from], ",;:–—")
	switch k.where {
	case afterComma:
		return signBefore
	case within:
		return signAfter && (i == 0 || signBefore)
	case opening:
		return i == 0 && strings.Contains(text[words[n].from:], ",")
	}
	return true
}

// rebutted reports whether a reason is named to be denied: a negation before
// it, and after it another reason in its place.
func rebutted(text string, words []word, i int) bool {
	denied := func(w word) bool {
		switch w.text {
		case "not", "nicht", "pas", "no", "не":
			return true
		}
		return false
	}
	if !slices.ContainsFunc(words[:i], denied) {
		return false
	}
	for j := i + 1; j < len(words); j++ {
		switch words[j].text {
		case "but", "sondern", "mais", "sino", "а":
			if strings.ContainsAny(text[words[j-1].to:words[j].from], ",;") {
				return true
			}
		}
	}
	return false
}

// parts returns the claim and its reason, or nil where they cannot be had by
// cutting the text.
func (k *marker) parts(text string, words []word, i int) []string {
	if !k.keeps {
		return nil
	}
	before, after := text[:words[i].from], text[words[i+len(k.words)-1].to:]
	if i == 0 {
		cut := strings.Index(after, ",")
		if !k.reason || cut < 0 {
			return nil // a conclusion whose reason stands elsewhere
		}
		before, after = after[cut:], after[:cut]
	}
	if !k.reason {
		before, after = after, before
	}
	claim, reason := tidied(before), tidied(after)
	if len(strings.Fields(claim)) < 2 || len(strings.Fields(reason)) < 2 {
		return nil
	}
	if strings.HasSuffix(strings.TrimSpace(text), ".") {
		claim, reason = claim+".", reason+"."
	}
	return []string{claim, reason}
}

// tidied takes signs and a word that joins clauses off the ends of a text,
// and gives it a capital.
func tidied(s string) string {
	const signs = " \t\n,;:–—-."
	s = strings.Trim(s, signs)
	for _, join := range []string{"and", "but", "et", "y", "und", "и"} {
		if rest, ok := strings.CutSuffix(s, " "+join); ok {
			s = strings.Trim(rest, signs)
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
