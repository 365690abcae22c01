package panel

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"warrant/argument"
	"warrant/argument/credence"
)

// study computes beside the window what takes too long to wait for: effects,
// ranks, crossings and comparisons. It works on a copy of the numbers, one
// question at a time; a new question takes the place of those before it.
type study struct {
	desk    *Desk
	cancel  context.CancelFunc
	running bool
	next    func()
	took    time.Duration // the last answer

	effects []credence.Effect // the last computed, until forgotten
}

// forget is told that the numbers are others now.
func (s *study) forget() {
	s.stop()
	s.effects = nil
}

// ask runs work beside the window. What work posts runs in the window, if
// no other question was asked by then.
func (s *study) ask(work func(ctx context.Context, post func(func()))) {
	s.stop()
	if s.running {
		s.next = func() { s.ask(work) }
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	if s.desk.patient {
		work(ctx, func(fn func()) { fn() })
		return
	}
	s.running = true
	begun := time.Now()
	go func() {
		work(ctx, func(fn func()) {
			fyne.Do(func() {
				if ctx.Err() == nil {
					fn()
				}
			})
		})
		fyne.Do(func() {
			s.running, s.took = false, time.Since(begun)
			if next := s.next; next != nil {
				s.next = nil
				next()
			}
		})
	}()
}

// While a hand is at work, what it changes is asked about again and again: a
// question waits studyRest times as long as the last answer took, so that most
// of the processors is the hand's, but not longer than studyMost.
const (
	studyRest = 3
	studyMost = 2 * time.Second
)

// rest returns how long to wait at least before the next question.
func (s *study) rest() time.Duration { return min(studyRest*s.took, studyMost) }

// stop gives up the present question.
func (s *study) stop() {
	s.next = nil
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// rank computes the effects on the contention, or takes those it knows, and
// posts them.
func (s *study) rank(ctx context.Context, post func(func()), e *credence.Evaluation, contention argument.ID, known []credence.Effect, show func([]credence.Effect)) {
	effects := known
	if effects == nil {
		var err error
		if effects, err = e.Effects(ctx, contention); err != nil {
			return // another question was asked
		}
		if effects == nil {
			effects = []credence.Effect{}
		}
	}
	post(func() {
		s.effects = effects
		show(effects)
	})
}

// weight is what a link does to the contention.
type weight struct {
	before, after float64
	known         bool
	crossing      float64
	crosses       bool
}

// link finds out what a link does: first its effect, then its rank.
func (s *study) link(id argument.ID, show func(weight), ranked func([]credence.Effect)) {
	of := s.desk.Session
	contention := of.Doc.Map().Info().Contention
	known, e := s.effects, of.Numbers.Snapshot()
	s.ask(func(ctx context.Context, post func(func())) {
		var w weight
		w.before, w.after, w.known = e.Effect(id, contention)
		if w.known {
			w.crossing, w.crosses = e.Crossing(id, contention)
		}
		post(func() { show(w) })
		s.rank(ctx, post, e, contention, known, ranked)
	})
}

// claim finds out why a claim is believed as it is.
func (s *study) claim(id argument.ID, show func(bars []credence.Bar)) {
	e := s.desk.Session.Numbers.Snapshot()
	s.ask(func(_ context.Context, post func(func())) {
		bars := e.Waterfall(id)
		post(func() { show(bars) })
	})
}

// whole finds out what matters most, and what other semantics would say.
func (s *study) whole(show func(credence.Comparison), ranked func([]credence.Effect)) {
	of := s.desk.Session
	m := of.Doc.Map()
	contention := m.Info().Contention
	known, e := s.effects, of.Numbers.Snapshot()
	still := m.Still()
	options := e.Options()
	s.ask(func(ctx context.Context, post func(func())) {
		c := credence.Compare(still.Map(), options)
		post(func() { show(c) })
		s.rank(ctx, post, e, contention, known, ranked)
	})
}
