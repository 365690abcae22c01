// Warrant draws, weighs and keeps the map of an argument.
package main

import (
	"os"

	"warrant/app"
)

func main() { os.Exit(app.Main(os.Args[1:])) }
