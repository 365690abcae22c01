package text

// Thai and Lao are written without spaces between words, and to break them
// between words takes a dictionary. Without one, a line ends where a syllable
// surely does: before a vowel that is written ahead of its consonant, and
// after one that closes a syllable. Only where no such place fits is a word cut
// anywhere.

// syllableEnds reports whether one syllable ends between two neighbours.
func syllableEnds(before, after rune) bool {
	if block(before) == 0 || block(before) != block(after) {
		return false
	}
	switch {
	case leads(before):
		return false
	case leads(after):
		return letter(before)
	}
	return closes(before) && consonant(after)
}

// block tells the scripts apart: 1 for Thai, 2 for Lao, 0 for others.
func block(r rune) int {
	switch {
	case r >= 0x0e00 && r <= 0x0e7f:
		return 1
	case r >= 0x0e80 && r <= 0x0eff:
		return 2
	}
	return 0
}

// leads reports vowels written ahead of the consonant they are spoken after.
func leads(r rune) bool { return r >= 0x0e40 && r <= 0x0e44 || r >= 0x0ec0 && r <= 0x0ec4 }

// closes reports vowels that nothing of the same syllable comes after: a and am.
func closes(r rune) bool { return r == 0x0e30 || r == 0x0e33 || r == 0x0eb0 || r == 0x0eb3 }

func consonant(r rune) bool { return r >= 0x0e01 && r <= 0x0e2e || r >= 0x0e81 && r <= 0x0eae }

// letter leaves out digits, currency and marks of punctuation.
func letter(r rune) bool {
	return r >= 0x0e01 && r <= 0x0e4e && r != 0x0e3f || r >= 0x0e81 && r <= 0x0ecd
}
