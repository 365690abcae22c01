// Package disk answers one question: how do bytes get to a file and back so
// that neither a fault nor a crash nor another program loses a version that
// was once complete?
//
// Read takes a file in whole, with a Stamp of what stood there. Save replaces
// it: the complete old or the complete new bytes are at the path at every
// moment, and a file that another program has written since is never
// overwritten unasked. Around that, a Store keeps previous versions, a
// recovery journal for each open document, and locks that tell two windows
// of each other, all in one state folder; when that folder cannot be written,
// the rest goes on without it.
//
// The package knows bytes, names and ids. It never looks into what it
// saves: whether the bytes are good is for the caller's Verify to say.
package disk
