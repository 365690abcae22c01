package text

import (
	"strings"
	"testing"
)

func TestThaiAndLaoBreakBetweenSyllables(t *testing.T) {
	for _, c := range []struct{ text, pieces string }{
		{"สะพานปลอดภัยเพราะวิศวกรได้ตรวจสอบแล้ว", "สะ|พานปลอดภัย|เพราะ|วิศวกร|ได้ตรวจสอบ|แล้ว"},
		{"ทำงานต่างๆ เลย", "ทำ|งานต่างๆ |เลย"},
		{"ปี 2024 ราคา ฿100", "ปี |2024 |ราคา |฿100"},
		{"ສະພານປອດໄພແລ້ວ", "ສະ|ພານປອດ|ໄພ|ແລ້ວ"},
		{"plain words", "plain |words"},
	} {
		var got []string
		from := 0
		for _, to := range opportunities(c.text) {
			got = append(got, c.text[from:to])
			from = to
		}
		if s := strings.Join(got, "|"); s != c.pieces {
			t.Errorf("%q may break as %q, want %q", c.text, s, c.pieces)
		}
	}
}
