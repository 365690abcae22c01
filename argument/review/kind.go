package review

// Kind says what a remark is about. The names stand on the command line and in
// files, so they stay.
type Kind string

// The kinds, gravest first, and in the order in which they are listed.
const (
	Empty         Kind = "empty-claim"
	Duplicate     Kind = "duplicate-claim"
	BothWays      Kind = "both-ways"
	Circular      Kind = "circular-support"
	NoContention  Kind = "no-contention"
	Unsettled     Kind = "unsettled-circle"
	StalePassage  Kind = "stale-passage"
	Loose         Kind = "loose-claim"
	Stray         Kind = "stray-branch"
	Bare          Kind = "bare-link"
	Unsupported   Kind = "unsupported-claim"
	Unanswered    Kind = "unanswered-objection"
	Unsourced     Kind = "unsourced-evidence"
	Disagreeing   Kind = "confidence-against-evidence"
	NearDuplicate Kind = "near-duplicate"
	Reasoning     Kind = "reasoning-in-claim"
	Question      Kind = "question-as-claim"
	Fragment      Kind = "fragment-as-claim"
	NoEvidence    Kind = "link-without-evidence"
	Unlocated     Kind = "evidence-without-place"
	Unrated       Kind = "reliability-unset"
	HoldingHands  Kind = "holding-hands"
	Rabbit        Kind = "rabbit"
	Critical      Kind = "critical-question"
	Long          Kind = "long-claim"
	OneSided      Kind = "one-sided"
	Flat          Kind = "flat-confidence"
	Sure          Kind = "sure-confidence"
	Uncited       Kind = "uncited-source"
)

// Grade says how grave a remark is.
type Grade uint8

// The grades.
const (
	Fault    Grade = iota // the map does not say what can be meant
	Weakness              // the argument does not hold as it stands
	Hint                  // it can be said better
)

// Grades lists the grades, gravest first.
var Grades = []Grade{Fault, Weakness, Hint}

func (g Grade) String() string { return [...]string{"fault", "weakness", "hint"}[g] }

// about is what is to be known of a kind.
type about struct {
	kind  Kind
	grade Grade
	title string // of a list of such remarks
	says  string // a format for the remark's Args
}

// kinds are all kinds in order.
//
//language:texts
var kinds = []about{
	{Empty, Fault, "Empty claims", "The claim says nothing."},
	{Duplicate, Fault, "Claims said twice", "Several claims say this word for word; one claim can bear on several others."},
	{BothWays, Fault, "Support and opposition at once", "The claim both supports and opposes “%s”."},
	{Circular, Fault, "Circular support", "These claims support one another in a circle, so that each would be a reason for itself."},
	{NoContention, Fault, "No contention", "No claim is the contention, so nothing says what the map argues for."},
	{Unsettled, Fault, "Numbers that do not settle", "These claims bear on one another in a circle whose numbers do not settle."},
	{StalePassage, Fault, "Passages that moved", "The text of “%s” has other words here than those that the passage was made for."},
	{Loose, Weakness, "Claims apart from all others", "The claim bears on nothing, and nothing bears on it."},
	{Stray, Weakness, "Branches that lead elsewhere", "The contention is not reached from here, so all that leads here says nothing about it."},
	{Bare, Weakness, "Steps with nothing said", "The step has neither a confidence nor evidence, so it counts as a mere guess."},
	{Unsupported, Weakness, "Decisive claims without support", "Much hangs on this claim, and nothing supports it: without it the contention goes from %s to %s."},
	{Unanswered, Weakness, "Unanswered objections", "Nothing answers this objection, which takes the contention from %s to %s."},
	{Unsourced, Weakness, "Evidence without a source", "The evidence does not say where it is from."},
	{Disagreeing, Weakness, "Confidence against the evidence", "The stated confidence of %s is far from the %s that the evidence suggests."},
	{NearDuplicate, Weakness, "Claims said nearly twice", "The claim says nearly the same as “%s”."},
	{Reasoning, Weakness, "Reasoning within a claim", "With “%s” the claim holds a step of reasoning: make a reason and a link of it, which can be questioned."},
	{Question, Weakness, "Questions as claims", "A question is neither true nor false: state the answer that is meant."},
	{Fragment, Weakness, "Fragments as claims", "These words do not yet state anything that could be true or false."},
	{NoEvidence, Hint, "Steps without evidence", "A confidence is stated for the step, but no evidence."},
	{Unlocated, Hint, "Evidence without a place", "The evidence names its source but not the place in it."},
	{Unrated, Hint, "Reliability not stated", "How reliable the evidence is has not been said, so it counts half."},
	{HoldingHands, Hint, "Premises that do not hold hands", "The premise “%s” shares no term with the premises it is linked to or with the target: what ties it to them is left unsaid."},
	{Rabbit, Hint, "Targets out of a hat", "No premise of the step names anything that the target speaks of: what brings in “%s” is left unsaid."},
	{Critical, Hint, "Unanswered critical questions", "Nothing on this step answers what its scheme asks, such as: %s"},
	{Long, Hint, "Long claims", "The claim is so long that it may say several things: shorten or split it."},
	{OneSided, Hint, "No other side", "There is no objection anywhere: what would someone say who disagrees?"},
	{Flat, Hint, "Confidences all alike", "All stated confidences are %s, so they do not tell strong steps from weak ones."},
	{Sure, Hint, "Confidences all high", "No stated confidence is below %s; few steps are that safe."},
	{Uncited, Hint, "Sources not used", "Nothing in the map cites this source."},
}

var order = func() map[Kind]int {
	at := make(map[Kind]int, len(kinds))
	for i, k := range kinds {
		at[k.kind] = i
	}
	return at
}()

// Kinds lists all kinds, gravest first.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i, k := range kinds {
		all[i] = k.kind
	}
	return all
}

// Grade returns how grave a remark of this kind is.
func (k Kind) Grade() Grade { return kinds[order[k]].grade }

// Title returns the English heading of remarks of this kind.
func (k Kind) Title() string { return kinds[order[k]].title }
