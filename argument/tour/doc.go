// Package tour answers in which order a map is told: which stops lead a
// listener through it, and at which stop of a presentation each claim and
// link comes into sight. It never changes a map and writes no words of its
// own.
package tour
