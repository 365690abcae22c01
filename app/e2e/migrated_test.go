//go:build e2e && linux && migrated_fynedo

package e2e

// tags are those that the program is built with: the ones of its tests.
const tags = "migrated_fynedo no_emoji e2e"
