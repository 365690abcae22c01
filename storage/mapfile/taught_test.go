package mapfile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"warrant/storage/mapfile"
)

// What readers of JSON disagree about, after Nicolas Seriot's study of them.
// None of it is read, wherever it stands.
func TestWhatIsNoJSON(t *testing.T) {
	for what, values := range map[string][]string{
		"UTF-8 longer than it need be": {"\"\xc0\xaf\"", "\"\xc1\x81\"", "\"\xe0\x80\xaf\"", "\"\xf0\x80\x80\xaf\"", "\"\xc0\x80\""},
		"surrogates in UTF-8":          {"\"\xed\xa0\x80\"", "\"\xed\xbf\xbf\"", "\"\xed\xa0\xbd\xed\xb8\x80\""},
		"past the last code point":     {"\"\xf4\x90\x80\x80\"", "\"\xf5\x80\x80\x80\"", "\"\xfc\x80\x80\x80\x80\x80\""},
		"pieces of UTF-8":              {"\"\x80\"", "\"\xe2\x82\"", "\"\xf0\x9f\x98\"", "\"a\xffb\"", "\xc3"},
		"half a pair":                  {`"\ud83d"`, `"\ude00"`, `"\ude00\ud83d"`, `"\ud83d\ud83d"`, `"\ud83dA"`, `"\uD83D\u0041"`, `"\ud83d\n"`},
		"no such escape":               {`"\a"`, `"\x41"`, `"\0"`, `"\'"`, `"\u12"`, `"\u12G4"`, `"\U00000041"`, `"\u{41}"`, `"\`, "\"\\\n\""},
		"control characters":           {"\"\x00\"", "\"\t\"", "\"\x1f\"", "\"a\rb\""},
		"no number":                    {"01", "-01", "00", "1.", ".5", "-.5", "+1", "1e", "1e+", "1e1.5", "0x1f", "1_000", "--1", "-", "NaN", "Infinity", "-Infinity", "1f", "٣", "½", "−1"},
		"no word":                      {"True", "TRUE", "nul", "Null", "undefined", "nulll", "truefalse"},
		"no list":                      {"[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1", "[", "1]", "[1}", "[}"},
		"no object":                    {`{"a":1,}`, `{,}`, `{"a"}`, `{"a":}`, `{"a"::1}`, `{"a" 1}`, `{"a":1 "b":2}`, `{a:1}`, `{'a':1}`, `{1:1}`, `{null:1}`, `{"a":1]`, `{`, `{[]:1}`},
		"one name twice":               {`{"a":1,"a":1}`, `{"a":1,"b":2,"a":3}`, `{"a":1,"\u0061":2}`, `{"":0,"":0}`, `[{"é":1,"\u00e9":2}]`},
		"other blanks":                 {"\f1", "\v1", "\u00a01", "\u20281", "\ufeff1", "\u2060[]", "\x001"},
		"comments":                     {"/**/1", "1//x\n", "#\n1", "<!-- -->1", `{"a":/*"b":*/1}`},
		"strings that are not":         {"'a'", "`a`", `"a" "b"`, `"a`, `a"`, `“a”`, "a"},
		"deeper than 64":               {nested(64), strings.Repeat(`{"a":`, 64) + "1" + strings.Repeat("}", 64)},
	} {
		for _, value := range values {
			for where, file := range map[string]string{
				"unknown":          head + `"later":` + value + `}`,
				"in an evaluation": head + `"evaluation":{"later":` + value + `}}`,
				"as a title":       head + `"title":` + value + `}`,
				"in a claim":       head + `"claims":[{"id":"c1","text":"","later":[` + value + `]}]}`,
			} {
				m, err := mapfile.Decode([]byte(file))
				fault := new(mapfile.Error)
				if m != nil || !errors.As(err, &fault) || fault.Reason != mapfile.Corrupt && fault.Reason != mapfile.TooLarge {
					t.Errorf("%s, %s, %.60q: %v, %v", what, where, value, m, err)
				} else if fault.Line == 0 || fault.Column == 0 || fault.Problem == "" {
					t.Errorf("%s, %s, %.60q: the fault has no place: %v", what, where, value, err)
				}
			}
		}
	}
}

// What stands behind the end of a map.
func TestWhatStandsBehindAMap(t *testing.T) {
	const whole = head + `"title":""}`
	for _, after := range []string{"", " ", "\n", "\r\n\t "} {
		if _, err := mapfile.Decode([]byte(whole + after)); err != nil {
			t.Errorf("%q behind a map: %v", after, err)
		}
	}
	for _, after := range []string{"}", "]", ",", "{}", "null", "1", `""`, "\x00", "\x1a", "\ufeff", "\u00a0", "//", "#", "\xff", whole} {
		_, err := mapfile.Decode([]byte(whole + after))
		if fault := new(mapfile.Error); !errors.As(err, &fault) || fault.Reason != mapfile.Corrupt || fault.Column != len(whole)+1 {
			t.Errorf("%.20q behind a map: %v", after, err)
		}
	}
}

// Numbers of a later version are kept digit for digit, since nobody knows
// what they count.
func TestUnknownNumbersAreKept(t *testing.T) {
	for _, number := range []string{
		"0", "-0", "-0.0", "0e0", "0E+00", "1e9999", "-1E-9999", "1.0", "1.50", "100", "1e2", "1E2", "1e+2",
		"9007199254740993", "18446744073709551616", "-9223372036854775809", "123456789012345678901234567890.5",
		"0.1", "0.10000000000000000555", "3.14159265358979323846264338327950288", "5e-324", "2.2250738585072011e-308", "1.7976931348623159e308",
		"1" + strings.Repeat("0", 400), "0." + strings.Repeat("0", 400) + "1",
	} {
		for _, file := range []string{
			head + `"later":` + number + `}`,
			head + `"claims":[{"id":"c1","text":"","later":{"n":[` + number + `]}}]}`,
		} {
			m, err := mapfile.Decode([]byte(file))
			if err != nil {
				t.Errorf("%.40s: %v", number, err)
				continue
			}
			for range 2 { // what was written is read and written again
				data := encode(t, m)
				if !bytes.Contains(data, []byte(" "+number+"\n")) && !bytes.Contains(data, []byte("["+number+"]")) {
					t.Errorf("%.40s is written as %.400s", number, data)
				}
				m = decode(t, data)
			}
		}
	}
}

// Texts that are odd and sound say the same after they were written, whether
// the program knows the member or not.
func TestOddTextsAreKept(t *testing.T) {
	for _, said := range []string{
		"", " ", "\u0000", "\u0001\u001f\u007f", "\u0080\u009f", "\"\\/\b\f\n\r\t", "\ufeffmarked", "\uffff\ufffe\ufdd0", "\U0010ffff\U0001fffe", "\ufffd",
		"\u2028\u2029", "\u202egnp.exe\u202c", "\u2066\u2067\u2068", "\u200b\u200c\u200d\u2060\u00ad", "e\u0301 and \u00e9", strings.Repeat("z\u0301\u0323\u0489", 300),
		"👩\u200d👩\u200d👧\u200d👦 🏴\U000e0067\U000e0062\U000e007f 👍🏽 ☝️", "한\u1112\u1161\u11ab", "</script><!--]]>", "=1+1", "${x}{{x}}%s%n", "C:\\con\\nul", "null", "__proto__", "constructor",
		strings.Repeat("unbroken", 4000),
	} {
		value, err := json.Marshal(said)
		if err != nil {
			t.Fatal(err)
		}
		file := head + `"title":` + string(value) + `,"contention":"c1","claims":[{"id":"c1","text":` + string(value) + `,"tags":[` + string(value) + `],"later":` + string(value) + `}],` + "\n\"more\":{" + string(value) + ":[]}}"
		m, err := mapfile.Decode([]byte(file))
		if err != nil {
			t.Errorf("%.30q: %v", said, err)
			continue
		}
		data := encode(t, m)
		var got struct {
			Title  string
			Claims []struct {
				Text, Later string
				Tags        []string
			}
			More map[string]any
		}
		if err := json.Unmarshal(data, &got); err != nil {
			t.Errorf("%.30q is written as no JSON: %v", said, err)
			continue
		}
		c := got.Claims[0]
		if _, kept := got.More[said]; !kept || got.Title != said || c.Text != said || c.Later != said || c.Tags[0] != said {
			t.Errorf("%.30q is written as %.600s", said, data)
		}
		if again := encode(t, decode(t, data)); !bytes.Equal(again, data) {
			t.Errorf("%.30q is written in two ways", said)
		}
	}
}

// Names that look alike are two names, and long lists are no danger.
func TestOddStructuresAreKept(t *testing.T) {
	for _, later := range []string{
		`{"é":1,"e\u0301":2}`, `{"a":1,"A":2,"а":3}`, `{"":1," ":2}`, `[[[[]]],{},[{}]]`, `[null,true,false,"",0]`,
		"[" + strings.Repeat("0,", 100_000) + "0]", `{"a":` + nested(61) + `}`,
	} {
		m := decode(t, []byte(head+`"later":`+later+`}`))
		data := encode(t, m)
		var was, is map[string]json.RawMessage
		if err := json.Unmarshal([]byte(`{"later":`+later+`}`), &was); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &is); err != nil {
			t.Fatal(err)
		}
		var a, b bytes.Buffer
		if err := errors.Join(json.Compact(&a, was["later"]), json.Compact(&b, is["later"])); err != nil {
			t.Fatal(err)
		}
		if x, y := strings.ReplaceAll(a.String(), `\u0301`, "\u0301"), b.String(); x != y {
			t.Errorf("%.60s is written as %.60s", x, y)
		}
	}
}
