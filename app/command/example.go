package command

import (
	"fmt"
	"slices"
	"strings"

	"warrant/assets"
)

// examples lists the maps that come with the program, by their names.
func examples() (names []string) {
	files, err := assets.Examples.ReadDir("examples")
	if err != nil {
		panic(err) // they are part of the program
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".json"))
	}
	return names
}

// exampleOf is the name that stands after --example.
func exampleOf(args []string) (string, error) {
	known := "the examples are " + strings.Join(examples(), ", ")
	switch {
	case len(args) == 0:
		return "", &misuse{"--example needs a name", known}
	case len(args) > 1:
		return "", &misuse{fmt.Sprintf("--example takes one name, not also %q", args[1]), known}
	case !slices.Contains(examples(), args[0]):
		return "", &misuse{fmt.Sprintf("there is no example %q", args[0]), known}
	}
	return args[0], nil
}
