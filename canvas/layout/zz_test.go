package layout

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	big := randomTree(rand.New(rand.NewPCG(1, 1)), 10000)
	for range 3 {
		a := time.Now()
		Tree(big, Options{})
		b := time.Now()
		Compact(big, Options{})
		fmt.Println(b.Sub(a), time.Since(b))
	}
}
