package find

import (
	"slices"

	"warrant/argument"
)

// Rewords reports whether a difference may change what is found in a map, or
// where: cards are moved and numbers slid far more often.
func Rewords(d argument.Difference) bool {
	return d.Info != nil || len(d.Sources) > 0 || len(d.Steps) > 0 ||
		slices.ContainsFunc(d.Claims, func(c argument.Change[argument.Claim]) bool {
			return c.From == nil || c.To == nil || c.From.Text != c.To.Text || c.From.Note != c.To.Note || !slices.Equal(c.From.Tags, c.To.Tags)
		}) ||
		slices.ContainsFunc(d.Links, func(c argument.Change[argument.Link]) bool {
			return c.From == nil || c.To == nil || c.From.Note != c.To.Note || !slices.Equal(c.From.From, c.To.From) || c.From.To != c.To.To || c.From.Kind != c.To.Kind ||
				!slices.EqualFunc(c.From.Evidence, c.To.Evidence, func(a, b argument.Evidence) bool {
					return a.ID == b.ID && a.Text == b.Text && a.Locator == b.Locator && a.Note == b.Note
				})
		})
}
