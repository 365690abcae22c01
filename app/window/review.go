package window

// showReview opens the review and gives it the keys.
func (w *Window) showReview() {
	w.lookup.close()
	w.side.named("Review")
	w.review.Show("")
}
