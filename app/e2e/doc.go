// Package e2e holds the tests that use the program as a person does: a real
// window on a screen of its own, with a mouse and a keyboard. They are built
// with the tag e2e and run by "make e2e"; "make bench" and "make screenshots"
// drive the same window. The package has nothing that the program uses.
package e2e
