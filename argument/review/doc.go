// Package review answers what a careful teacher would mark in a map: where
// its reasoning goes round, hangs in the air, hides in a sentence or is said
// twice, and what its evidence leaves open. Each remark names its subject, why
// it is made, how grave it is and, where there is one, an edit that mends it.
//
// A review reads a map and the numbers that follow from it; it changes
// neither, draws nothing and knows no file. Its texts are English, one format
// for each kind of remark, for others to translate.
//
// # What it cannot do
//
// It sees words, not what they mean. Each rule says under which exact
// condition it speaks, and is held to speak seldom rather than wrongly: a
// remark is a question to the author, who may pass it over (see Key).
//
// # Sources of the rules
//
//   - T. van Gelder and C. Twardy on argument mapping: Twardy,
//     "Argument Maps Improve Critical Thinking", Teaching Philosophy 27 (2004);
//     van Gelder, "Argument Mapping", in Encyclopedia of the Mind (2013): the
//     rules named for rabbits and for holding hands, and that a box holds one
//     claim and no reasoning.
//   - D. Walton, C. Reed, F. Macagno, Argumentation Schemes (2008): critical
//     questions; Walton, Begging the Question (1991): circles.
//   - S. Toulmin, The Uses of Argument (1958): rebuttal and backing.
//   - S. Lichtenstein, B. Fischhoff, L. Phillips, "Calibration of
//     Probabilities", in Judgment under Uncertainty (1982): overconfidence.
package review
