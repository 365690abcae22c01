package credence

import "math"

// effort is how often the circle may be gone round at a price of about cost
// steps.
func (r *ring) effort(cost, least, most int) int {
	return min(max(cost/(len(r.member)+len(r.in)+len(r.from)), least), most)
}

// narrow starts with 0..1 for every member and takes the bounds as close as
// they go: what a member can be at least follows from the least of what
// supports it and the most of what opposes it. It returns whether they meet.
// Each state of rest lies within all of them, and so does, once it is, every
// movement under dσ/dt = f(σ)−σ; so where bounds meet all movement ends
// there (a mixed monotone system: Gouzé and Hadeler, "Monotone Flows and
// Order Intervals", Nonlinear World 1994).
func (r *ring) narrow() bool {
	for i := range r.member {
		r.low[i], r.high[i] = 0, 1
		r.deliverLo[i], r.deliverHi[i] = 0, 1
		if r.silent[i] {
			r.deliverHi[i] = 0
		}
	}
	const check = 8
	last := math.Inf(1)
	for round := range r.effort(20_000_000, 200, 4000) {
		sum, widest := r.narrowOnce(round == 0)
		if widest <= settled/1000 {
			return true
		}
		if round%check == check-1 {
			if sum > last*(1-1e-6) {
				break
			}
			last = sum
		}
	}
	for i := range r.member {
		if r.high[i]-r.low[i] > settled {
			return false
		}
	}
	return true
}

func (r *ring) narrowOnce(first bool) (sum, widest float64) {
	for i := range r.member {
		if !r.fixed[i] || first {
			least, most := r.least[i], r.most[i]
			for _, l := range r.in[r.inAt[i]:r.inAt[i+1]] {
				side, lo, hi := 0, r.deliverLo[l], r.deliverHi[l]
				if r.opp[l] {
					side, lo, hi = 1, hi, lo
				}
				least[side] = r.semantics.and(least[side], lo)
				most[side] = r.semantics.and(most[side], hi)
			}
			r.low[i] = r.semantics.moved(r.base[i], least[0], least[1])
			r.high[i] = max(r.low[i], r.semantics.moved(r.base[i], most[0], most[1]))
		}
		width := r.high[i] - r.low[i]
		sum += width
		widest = max(widest, width)
		if r.link[i] && !r.silent[i] {
			lo, hi := r.groupLo[i], r.groupHi[i]
			for _, p := range r.from[r.fromAt[i]:r.fromAt[i+1]] {
				lo = r.together(lo, r.low[p])
				hi = r.together(hi, r.high[p])
			}
			r.deliverLo[i], r.deliverHi[i] = r.low[i]*lo, r.high[i]*hi
		}
	}
	return sum, widest
}

// integrate takes y along dσ/dt = f(σ)−σ until it rests. It returns whether
// it does.
func (r *ring) integrate(y []float64) bool {
	n := len(y)
	for i := range r.stage {
		resize(&r.stage[i], n)
	}
	k1, k2, k3, k4, at := r.stage[0], r.stage[1], r.stage[2], r.stage[3], r.stage[4]
	for i := range y {
		if r.fixed[i] {
			y[i] = r.semantics.moved(r.base[i], r.arrives[i][0], r.arrives[i][1])
		}
	}
	// The step is halved when the residual no longer falls: a step too long
	// for a steep circle swings about the end and never gets there.
	const window, shortest = 32, 1.0 / 256
	step := 0.5
	best, lastBest := math.Inf(1), math.Inf(1)
	for round := range r.effort(5_000_000, 250, 10_000) {
		residual := r.slope(y, k1)
		if residual <= settled/1000 {
			return true
		}
		best = min(best, residual)
		if round%window == window-1 {
			if best > 0.98*lastBest && step > shortest {
				step /= 2
			}
			lastBest, best = best, math.Inf(1)
		}
		r.ahead(at, y, k1, step/2)
		r.slope(at, k2)
		r.ahead(at, y, k2, step/2)
		r.slope(at, k3)
		r.ahead(at, y, k3, step)
		r.slope(at, k4)
		for i := range y {
			y[i] = inRange(y[i] + step/6*(k1[i]+2*k2[i]+2*k3[i]+k4[i]))
		}
	}
	return r.slope(y, k1) <= settled
}

func (r *ring) ahead(at, y, k []float64, step float64) {
	for i := range at {
		at[i] = inRange(y[i] + step*k[i])
	}
}

// slope sets k to f(y)−y and returns its largest part.
func (r *ring) slope(y, k []float64) (residual float64) {
	for i := range y {
		if !r.link[i] || r.silent[i] {
			r.delivers[i] = 0
			continue
		}
		group := r.group[i]
		for _, p := range r.from[r.fromAt[i]:r.fromAt[i+1]] {
			group = r.together(group, y[p])
		}
		r.delivers[i] = y[i] * group
	}
	for i := range y {
		if r.fixed[i] {
			k[i] = 0
			continue
		}
		got := r.arrives[i]
		for _, l := range r.in[r.inAt[i]:r.inAt[i+1]] {
			side := 0
			if r.opp[l] {
				side = 1
			}
			got[side] = r.semantics.and(got[side], r.delivers[l])
		}
		k[i] = r.semantics.moved(r.base[i], got[0], got[1]) - y[i]
		residual = max(residual, math.Abs(k[i]))
	}
	return residual
}
