package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"warrant/argument"
)

// Remark is one thing that a teacher would mark.
type Remark struct {
	Kind Kind
	// At names the claims, links and sources it is about, the one to look at
	// first; it is empty where the map as a whole is meant.
	At       []argument.ID
	Evidence argument.ID // an item on the link At[0], if it is about one
	// Args fill the format of Says. They are string, a text of the map;
	// Phrase, a text of this program; and Share, a number from 0 to 1.
	Args []any
	// Mends are what could be done about it, the best first.
	Mends []Mend
	// Dismissed: the map says that it has been passed over.
	Dismissed bool
}

// Phrase is an English text of the program within a remark.
type Phrase string

// Share is a number from 0 to 1 within a remark.
type Share float64

func (s Share) String() string { return fmt.Sprintf("%d%%", int(math.Round(float64(s)*100))) }

// Grade returns how grave it is.
func (r *Remark) Grade() Grade { return r.Kind.Grade() }

// Says returns the English format of the sentence that says why; Args fill it.
func (r *Remark) Says() string { return kinds[order[r.Kind]].says }

// String is the sentence in English.
func (r *Remark) String() string { return fmt.Sprintf(r.Says(), r.Args...) }

// Key names a remark for as long as its subject stays what it is: the kind,
// what it is first about, and a digest of all that it is about. A map keeps
// the keys of remarks that were passed over. When a claim is reworded or a
// link leads elsewhere, the remark is another, and is made again.
func (r *Remark) Key(m *argument.Map) string {
	h := sha256.New()
	for _, id := range r.At {
		fmt.Fprintf(h, "%q ", string(id))
		if c := m.Claim(id); c != nil {
			fmt.Fprintf(h, "%q\n", strings.Join(strings.Fields(c.Text), " "))
		}
		if l := m.Link(id); l != nil {
			fmt.Fprintf(h, "%s %q %q %q\n", l.Kind, l.From, string(l.To), l.Scheme)
			for _, e := range l.Evidence {
				if e.ID == r.Evidence {
					fmt.Fprintf(h, "%q %q\n", string(e.ID), e.Text)
				}
			}
		}
	}
	first := ""
	if len(r.At) > 0 {
		first = string(r.At[0])
	}
	return string(r.Kind) + ":" + first + ":" + hex.EncodeToString(h.Sum(nil)[:6])
}

// Dismiss has the map remember that a remark is passed over.
func (r *Remark) Dismiss(e *argument.Edit) {
	key := r.Key(e.Map())
	e.SetInfo(func(i *argument.Info) {
		if !slices.Contains(i.Dismissed, key) {
			i.Dismissed = append(slices.Clone(i.Dismissed), key)
		}
	})
}

// Restore has a remark that was passed over made again.
func (r *Remark) Restore(e *argument.Edit) {
	key := r.Key(e.Map())
	e.SetInfo(func(i *argument.Info) {
		i.Dismissed = slices.DeleteFunc(slices.Clone(i.Dismissed), func(k string) bool { return k == key })
		if len(i.Dismissed) == 0 {
			i.Dismissed = nil
		}
	})
}
