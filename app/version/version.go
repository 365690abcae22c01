// Package version holds the program's version. FyneApp.toml says the same; a
// test compares them.
package version

// Number is the version, after semver.org.
const Number = "0.1.0"
