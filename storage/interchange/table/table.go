// Package table answers how a map is written as a table of comma-separated
// values, for spreadsheets: a row a claim, a link, an item of evidence. It
// reads none.
package table

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// columns are the first row.
var columns = []string{"record", "id", "kind", "text", "from", "to", "degree", "scheme", "stance", "source", "locator", "url", "tags", "note"}

// Write writes a map as a table. The degree of a claim is its prior, of a link
// its confidence, of an item of evidence its reliability.
func Write(m *argument.Map) ([]byte, []loss.Lost) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	row := func(cells ...string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // a Buffer takes all
	}
	row(append([]string(nil), columns...)...)
	for c := range m.Claims() {
		kind := ""
		if c.ID == m.Info().Contention {
			kind = "contention"
		}
		row("claim", string(c.ID), kind, c.Text, "", "", number(c.Prior), "", "", "", "", "", strings.Join(c.Tags, "; "), c.Note)
	}
	for l := range m.Links() {
		from := make([]string, len(l.From))
		for i, f := range l.From {
			from[i] = string(f)
		}
		row("link", string(l.ID), string(l.Kind), "", strings.Join(from, "; "), string(l.To), number(l.Confidence), l.Scheme, "", "", "", "", "", l.Note)
		for i := range l.Evidence {
			e := &l.Evidence[i]
			source := ""
			if s := m.Source(e.Source); s != nil {
				source = s.Title
			}
			row("evidence", string(e.ID), string(e.Kind), e.Text, "", string(l.ID), number(e.Reliability), "", string(e.Speaks()), source, e.Locator, e.URL, "", e.Note)
		}
	}
	w.Flush()
	var lost loss.Losses
	kept := loss.Evidence | loss.Priors | loss.Confidences | loss.Schemes | loss.ClaimNotes | loss.LinkNotes | loss.Tags | loss.LineBreaks | loss.Contention
	sources := 0
	for range m.Sources() {
		sources++
	}
	lost.AddCount(sources, "sources but for their titles")
	lost.Missing(m, kept|loss.Sources)
	return b.Bytes(), lost.Told()
}

// harmless is a cell that no spreadsheet takes for a formula.
func harmless(cell string) string {
	cell, _ = loss.Clean(cell)
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) || strings.HasPrefix(cell, "＝") || strings.HasPrefix(cell, "＋") || strings.HasPrefix(cell, "－") || strings.HasPrefix(cell, "＠") {
		return "'" + cell
	}
	return cell
}

func number(d argument.Degree) string {
	v, set := d.Value()
	if !set {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
