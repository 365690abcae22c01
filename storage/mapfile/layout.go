package mapfile

import "bytes"

// layout appends well-formed JSON without white space to dst, laid out for
// reading and for small differences: each member and each element stands on
// its own line, but a list of plain values stays on one.
func layout(dst, compact []byte) []byte {
	depth := 0
	flat := false // within a list of plain values
	for i := 0; i < len(compact); i++ {
		switch c := compact[i]; c {
		case '"':
			end := i + stringLen(compact[i:])
			dst = append(dst, compact[i:end]...)
			i = end - 1
		case '{', '[':
			dst = append(dst, c)
			switch {
			case compact[i+1] == '}' || compact[i+1] == ']':
				i++
				dst = append(dst, compact[i])
			case c == '[' && isFlat(compact[i+1:]):
				flat = true
			default:
				depth++
				dst = newLine(dst, depth)
			}
		case '}', ']':
			if flat {
				flat = false
			} else {
				depth--
				dst = newLine(dst, depth)
			}
			dst = append(dst, c)
		case ',':
			dst = append(dst, c)
			if flat {
				dst = append(dst, ' ')
			} else {
				dst = newLine(dst, depth)
			}
		case ':':
			dst = append(dst, ':', ' ')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func newLine(dst []byte, depth int) []byte {
	dst = append(dst, '\n')
	for range depth {
		dst = append(dst, ' ', ' ')
	}
	return dst
}

// isFlat reports whether the list whose text begins here ends before another
// list or an object opens.
func isFlat(b []byte) bool {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringLen(b[i:]) - 1
		case '[', '{':
			return false
		case ']':
			return true
		}
	}
	return true
}

// stringLen returns the length of the JSON string at the beginning of b with
// its quotes.
func stringLen(b []byte) int {
	for i := 1; i < len(b); {
		q := bytes.IndexByte(b[i:], '"')
		if q < 0 {
			break
		}
		end := i + q
		slashes := 0
		for b[end-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return end + 1
		}
		i = end + 1
	}
	return len(b)
}
