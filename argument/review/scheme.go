package review

import "strings"

// Scheme is a pattern of reasoning and what a critical reader asks of it.
// The patterns are those that D. Walton, C. Reed and F. Macagno describe
// (Argumentation Schemes, 2008); the wording is this program's.
type Scheme struct {
	Name      string // as the file has it
	Questions []string
}

// Schemes are the patterns that a person is offered, in that order.
//
//language:texts
var Schemes = []Scheme{
	{"expert opinion", []string{
		"Is the person an expert in this very field?",
		"Did they say it, and is it rendered faithfully?",
		"Do other experts agree?",
		"Is the person free of an interest in the outcome?",
		"Does the opinion rest on evidence that can be looked at?"}},
	{"position to know", []string{
		"Was the person placed so as to know it?",
		"Are they honest and careful?",
		"Did they say it?"}},
	{"witness testimony", []string{
		"Does the account fit together?",
		"Does it fit the known facts and other accounts?",
		"Is the witness free of bias?"}},
	{"popular opinion", []string{
		"Is it shown that so many think so?",
		"Have they reason to know?"}},
	{"example", []string{
		"Is the example true?",
		"Is it typical of what it stands for?",
		"Do circumstances make it a special case?",
		"Are there examples to the contrary?"}},
	{"analogy", []string{
		"Are the two cases alike in what matters here?",
		"Is the claim true of the case that is compared with?",
		"Do differences count more than the likeness?",
		"Is there a like case that points the other way?"}},
	{"cause to effect", []string{
		"How strong is the law that ties effect to cause?",
		"Is the cause there?",
		"May something else hinder the effect?"}},
	{"correlation to cause", []string{
		"Do the two go together in fact?",
		"May it be chance, or go the other way round?",
		"May a third thing bring about both?"}},
	{"sign", []string{
		"How closely does the sign go with what it stands for?",
		"What else may account for the sign?"}},
	{"practical reasoning", []string{
		"Which other aims would be hurt?",
		"Are there better means to the same end?",
		"Can it be done?",
		"What else would follow?"}},
	{"argument from alternatives", []string{
		"Are these all the alternatives there are?",
		"Is each alternative ruled out on good grounds?",
		"May several be taken together?"}},
	{"consequences", []string{
		"How likely are the consequences?",
		"Is there evidence for them?",
		"Are there consequences that weigh against them?"}},
	{"values", []string{
		"Is the value shared by those who decide?",
		"Does the case fall under it?",
		"Does another value outweigh it?"}},
	{"commitment", []string{
		"Is the party committed to it by word or deed?",
		"May it have changed its mind?",
		"Does the commitment extend to this case?"}},
	{"rule", []string{
		"Is the rule in force?",
		"Does the case fall under it?",
		"Is there an exception, or a stronger rule?"}},
	{"precedent", []string{
		"Is the earlier case like this one in what was decisive?",
		"Was it decided rightly?",
		"Do later cases point elsewhere?"}},
	{"classification", []string{
		"Does the thing have the property that the class is known by?",
		"Does all of that class have what is claimed?"}},
	{"best explanation", []string{
		"How good is the explanation in itself?",
		"Are there others that do better?",
		"Has the search for others been thorough?"}},
	{"lack of evidence", []string{
		"How far was it looked for?",
		"Would it have been found if it were so?"}},
	{"slippery slope", []string{
		"Is each stage likely to bring the next?",
		"Can it be stopped on the way?",
		"Is the end as bad as is said?"}},
}

// Questions returns the critical questions of a scheme, none where it is not
// among Schemes.
func Questions(scheme string) []string {
	for _, s := range Schemes {
		if strings.EqualFold(s.Name, scheme) {
			return s.Questions
		}
	}
	return nil
}
