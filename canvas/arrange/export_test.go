package arrange

// ArrangeBy is for tests that compare algorithms.
var ArrangeBy = arrangeBy
