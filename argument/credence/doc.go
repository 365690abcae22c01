// Package credence answers what to believe of a map's claims, given the
// confidences and the evidence on its links, and why. It reads a map and
// never changes one; it draws nothing and stores nothing.
//
// # The numbers
//
// Every claim and every link has a base: a claim its prior, a link the
// confidence a person stated or else what its evidence suggests, each 0.5
// where there is none. A link's strength is its base as moved by the links
// that underpin or undercut it; it delivers strength × group to its target,
// where group is the least credence among its premises, or their product. A
// claim's credence is its base as moved by what its links deliver. How a base
// is moved is the semantics; see the functions in semantics.go.
//
// # Circles
//
// Where claims bear on each other in a circle, the numbers are those at which
// dσ/dt = f(σ)−σ comes to rest, started from the bases (Potyka, "Extending
// Modular Semantics for Bipolar Weighted Argumentation", AAMAS 2019). Two
// methods look for them. Bounds on every number are narrowed first; when they
// meet, the numbers between them are the only ones and any start leads there.
// Otherwise the equation is integrated (Runge and Kutta's method of fourth
// order, residual below 1e-9) from the bases, from 0, from 1 and from two
// uneven starts, for even starts never leave a balance on a knife's edge. If
// the ends agree, they are the numbers. If not, or if no end is reached, the
// numbers are not known, and the bounds, which hold whatever the circle could
// come to rest in, are the range.
//
// # Cost
//
// A whole evaluation is linear in premises and links as long as circles are
// small. A circle costs its size times the rounds that it needs: some tens
// where bounds meet. Rounds are limited, so that the largest circle that does
// not settle costs a second or so, and then is reported as not known.
package credence
