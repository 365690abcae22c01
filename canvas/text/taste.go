package text

import (
	"strings"

	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// A taste is which families to try first for a character that the bundled
// faces lack. Left alone the search takes what comes first in the machine's
// folders: looped Thai, or Chinese in the forms of Japan.
type taste uint8

const (
	anyTaste taste = iota
	simplified
	traditional
	japanese
	korean
	thai
	arabic
	hebrew
	emoji
)

// families are those of Linux, macOS and Windows, in this order.
var families = [...][]string{
	anyTaste:    {fontscan.SansSerif},
	simplified:  {"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", fontscan.SansSerif},
	traditional: {"Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", fontscan.SansSerif},
	japanese:    {"Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic", "Meiryo", fontscan.SansSerif},
	korean:      {"Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic", fontscan.SansSerif},
	thai:        {"Noto Sans Thai", "Thonburi", "Leelawadee UI", fontscan.SansSerif},
	arabic:      {"Noto Sans Arabic", "Geeza Pro", "Segoe UI", fontscan.SansSerif},
	hebrew:      {"Noto Sans Hebrew", "Arial Hebrew", "Segoe UI", fontscan.SansSerif},
	emoji:       {fontscan.Emoji, fontscan.SansSerif},
}

// tasteOf tells the taste for r in its script. han is the one for Chinese
// characters of the text around it.
func tasteOf(r rune, script language.Script, han taste) taste {
	if r >= 0x1f000 && r <= 0x1faff {
		return emoji
	}
	switch script {
	case language.Han, language.Bopomofo:
		return han
	case language.Hiragana, language.Katakana:
		return japanese
	case language.Hangul:
		return korean
	case language.Thai:
		return thai
	case language.Arabic:
		return arabic
	case language.Hebrew:
		return hebrew
	}
	return anyTaste
}

// hanTaste is how Chinese characters are drawn among runes: as in Japan or
// Korea beside their scripts, else as the user's language has them.
func hanTaste(runes []rune, user language.Language) taste {
	for _, r := range runes {
		switch {
		case r >= 0x3040 && r <= 0x30ff:
			return japanese
		case r >= 0xac00 && r <= 0xd7a3:
			return korean
		}
	}
	switch l := string(user); {
	case strings.HasPrefix(l, "ja"):
		return japanese
	case strings.HasPrefix(l, "ko"):
		return korean
	case strings.HasPrefix(l, "zh-tw"), strings.HasPrefix(l, "zh-hk"), strings.HasPrefix(l, "zh-hant"):
		return traditional
	}
	return simplified
}
