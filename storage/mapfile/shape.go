package mapfile

import (
	"fmt"

	"github.com/goccy/go-json/jsontext"

	"warrant/argument"
)

// shape says what a value of the file must look like. Its kind is '"', '0',
// 't' for either boolean, '{' or '['.
type shape struct {
	kind     jsontext.Kind
	whole    bool              // of a number: without fraction and exponent
	short    bool              // of a text: an ID or one of a few words
	members  map[string]*shape // of an object; others are unknown and kept
	required []string
	element  *shape // of an array
	exactly  int    // elements of an array; 0 for any number
	count    counter
}

// counter names what the elements of an array are counted as, over the whole
// file.
type counter uint8

const (
	uncounted counter = iota
	claimCount
	linkCount
	recordCount // sources, steps and evidence items
	passageCount
	entryCount // names and words in lists
	pointCount
	counters
)

// limits bound what a file of MaxBytes can grow to in memory: an empty
// evidence item is three bytes in the file and some hundred when read.
var limits = [counters]struct {
	most int
	what string
}{
	claimCount:   {argument.MaxClaims, "claims"},
	linkCount:    {argument.MaxLinks, "links"},
	recordCount:  {200_000, "sources, steps and evidence items"},
	passageCount: {400_000, "passages"},
	entryCount:   {1_000_000, "entries in lists"},
	pointCount:   {1_000_000, "points that links are led through"},
}

// maxMembers bounds the members of one object: each name is kept until the
// object ends, to find names that stand twice.
const maxMembers = 10_000

// maxUnknown bounds the bytes of all unknown members: they are in memory
// several times while they are read.
const maxUnknown = 16 << 20

// maxName bounds the bytes of a member's name with its quotes.
const maxName = 64 << 10

// maxShort bounds the bytes of a short text in quotes: an ID has at most 200
// bytes, and each can be written as an escape of six.
const maxShort = 6*200 + 2

var (
	anyText   = &shape{kind: '"'}
	anyNumber = &shape{kind: '0'}
	anyWhole  = &shape{kind: '0', whole: true}
	anyTruth  = &shape{kind: 't'}
	anyID     = &shape{kind: '"', short: true}
	anyPoint  = &shape{kind: '[', element: anyNumber, exactly: 2}
	anyIDs    = &shape{kind: '[', element: anyID, count: entryCount}
	anyWords  = &shape{kind: '[', element: anyText, count: entryCount}

	passageList = list(passageCount, &shape{kind: '{', required: []string{"source"}, members: map[string]*shape{
		"source": anyID, "paragraph": anyWhole, "start": anyWhole, "end": anyWhole, "digest": anyText,
	}})

	sourceShape = &shape{kind: '{', required: []string{"id"}, members: map[string]*shape{
		"id": anyID, "title": anyText, "authors": anyWords, "issued": anyText, "url": anyText, "text": anyText,
	}}

	claimShape = &shape{kind: '{', required: []string{"id", "text"}, members: map[string]*shape{
		"id": anyID, "text": anyText, "prior": anyNumber, "note": anyText, "tags": anyWords,
		"at":    anyPoint,
		"width": anyNumber, "color": anyText, "pinned": anyTruth, "collapsed": anyTruth, "passages": passageList,
	}}

	evidenceShape = &shape{kind: '{', required: []string{"id", "kind", "text"}, members: map[string]*shape{
		"id": anyID, "kind": anyID, "text": anyText, "source": anyID, "locator": anyText, "url": anyText,
		"reliability": anyNumber, "stance": anyID, "passages": passageList, "note": anyText,
	}}

	linkShape = &shape{kind: '{', required: []string{"id", "kind", "from", "to"}, members: map[string]*shape{
		"id": anyID, "kind": anyID, "from": anyIDs, "to": anyID, "confidence": anyNumber,
		"scheme": anyText, "note": anyText, "evidence": list(recordCount, evidenceShape),
		"via": list(pointCount, anyPoint),
	}}

	stepShape = &shape{kind: '{', required: []string{"id"}, members: map[string]*shape{
		"id": anyID, "title": anyText, "focus": anyIDs, "reveal": anyIDs, "say": anyText,
	}}

	// mapShape takes anything as format and version: they are looked at by
	// themselves, since what else holds depends on them.
	mapShape = &shape{kind: '{', members: map[string]*shape{
		"format": anything, "version": anything, "id": anyID, "title": anyText, "contention": anyID,
		"dismissed":  anyWords,
		"evaluation": {kind: '{', members: map[string]*shape{"semantics": anyID, "premises": anyID}},
		"sources":    list(recordCount, sourceShape),
		"claims":     list(claimCount, claimShape),
		"links":      list(linkCount, linkShape),
		"steps":      list(recordCount, stepShape),
	}}

	anything *shape // a nil shape takes every value
)

func list(count counter, element *shape) *shape {
	return &shape{kind: '[', element: element, count: count}
}

// takes reports whether a value of kind k may have this shape.
func (s *shape) takes(k jsontext.Kind) bool { return k == s.kind || k == 'f' && s.kind == 't' }

func (s *shape) String() string {
	switch {
	case s.exactly > 0:
		return fmt.Sprintf("a list of %d numbers", s.exactly)
	case s.whole:
		return "a whole number"
	}
	return kindName(s.kind)
}

func kindName(k jsontext.Kind) string {
	switch k {
	case '"':
		return "a text in quotes"
	case '0':
		return "a number"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	case '{':
		return "an object in { }"
	case '[':
		return "a list in [ ]"
	}
	return "nothing"
}
