package arrange

// MovesBy is for tests that compare algorithms.
var MovesBy = movesBy
