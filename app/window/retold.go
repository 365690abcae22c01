package window

import (
	"fmt"

	"warrant/app/language"
	"warrant/argument/merge"
	"warrant/storage/disk"
)

// retold says in the language in use what a comparison or a merge has said in
// words of its own.
func retold(said fmt.Stringer) string {
	switch said := said.(type) {
	case nil:
		return ""
	case merge.Quote:
		return language.Say("“%s”", string(said))
	case merge.Value:
		return language.Translate(string(said))
	case merge.Words:
		args, counts := make([]any, len(said.Args)), false
		for i, a := range said.Args {
			if part, ok := a.(fmt.Stringer); ok {
				args[i] = retold(part)
			} else {
				args[i], counts = a, true
			}
		}
		if counts && len(args) == 1 {
			return language.Translate(said.String())
		}
		return fmt.Sprintf(language.Translate(said.Format), args...)
	}
	return said.String()
}

// retoldSentence is retold as a sentence, fit for the screen.
func retoldSentence(said fmt.Stringer) string {
	return fullStop(disk.Display(capitalised(retold(said))))
}

// fullStop ends a sentence.
func fullStop(said string) string { return language.Say("%s.", said) }

// retellings are the formats of what is said of changes and of conflicts that
// are to be settled. A test holds them to what there is.
//
//language:texts
var retellings = []string{
	"%s and %s", "%s on %s", "the empty claim %s", "the source %s", "the step %s", "the evidence %s", "the link from %s to %s", "the link from %s",
	"%s supports %s", "%s support %s", "%s opposes %s", "%s oppose %s", "%s underpins %s", "%s underpin %s", "%s undercuts %s", "%s undercut %s",
	"the claim %s was reworded: %s", "%s was turned over: it now supports", "%s was turned over: it now opposes",
	"%s changed in %s", "the %s of %s changed", "the %s of %s was set: %s", "the %s of %s was taken away: it was %s", "the %s of %s changed from %s to %s",
	"%s was removed", "%s was added", "the claim %s was removed", "the claim %s was added", "a link was removed: %s", "a link was added: %s",
	"%s was removed from %s", "%s was added to %s", "the evidence on %s comes in another order", "the steps come in another order",
	"%s became a premise", "%s is no longer a premise", "the premises come in another order", "in %s: %s",
	"the %s of %s: mine %s, theirs %s, before %s", "the %s in %s: mine %s, theirs %s, before %s",
	"mine removed %s from %s, theirs changed it", "theirs removed %s from %s, mine changed it",
	"mine removed %s, theirs changed it", "mine removed %s, theirs chose it as the contention", "mine removed %s, theirs built on it: %s",
	"theirs removed %s, mine changed it", "theirs removed %s, mine chose it as the contention", "theirs removed %s, mine built on it: %s",
	"built on by %s", "the two maps cannot be brought together, so that nothing of theirs was taken: %s",
}

// The words that stand in them: of fields, and of what fields hold.
//
//language:texts
var _ = []string{
	"the map", "others", "none", "removed", "kept", "changed", "%d%%",
	"text", "prior", "note", "tags", "passages", "kind", "premises", "target", "confidence", "scheme", "source", "locator", "address",
	"reliability", "stance", "title", "authors", "date", "full text", "focus", "revealed", "words", "identity", "contention", "semantics",
	"rule for linked premises", "remarks passed over", "members of a later version", "members of a later version in the evaluation",
	"supports", "opposes", "for", "against", "weakest", "product",
	"expert", "statistic", "document", "observation", "example", "law", "publication", "common", "other",
}
