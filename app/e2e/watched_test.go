//go:build e2e && linux && !migrated_fynedo

package e2e

// Without the other tag the toolkit tells of calls from the wrong goroutine,
// and each such call fails the test: see window.problems.
const tags = "e2e"
