// Package argument is the domain: a map of claims and the links between
// them, and the document through which alone a map is changed.
//
// Records (Claim, Link, Source, Step) are immutable once they are in a map:
// an edit replaces a record by a changed copy. Whoever holds a record may
// therefore keep it and compare it by address. The slices in a record must
// not be written to either.
//
// The package knows nothing of files, drawings or windows.
package argument
