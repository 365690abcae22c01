package review

import (
	"slices"
	"strings"
	"unicode"
)

// tongue is a language that a claim may be written in, as a bit, so that a
// word can belong to several.
type tongue uint8

// The tongues whose words the rules know.
const (
	english tongue = 1 << iota
	german
	french
	spanish
	russian
	unknown tongue = 0
)

var tongues = [...]tongue{english, german, french, spanish, russian}

// small are the words that say little by themselves, by tongue. They tell in
// which tongue a text is, and are no terms.
var small = func() map[string]tongue {
	all := make(map[string]tongue)
	for t, words := range map[tongue]string{
		english: `a an the this that these those and or but if then than as at by for from in into of off on onto out over to up with within
			is are was were be been being am has have had having do does did done can could may might must shall should will would ought
			it its he him his she her they them their we us our you your i my me who whom whose which what when where how why there here
			very also too even more most much many some any such own same other another each both either just still yet so about
			between through during before after under again further because since while though although however therefore thus hence
			s t one`,
		german: `der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als an am auf aus bei beim bis durch für
			gegen im in ins mit nach seit um unter über von vom vor zu zum zur zwischen ist sind war waren sei sein wäre wird werden wurde wurden
			worden hat haben hatte hatten kann können könnte mag möchte muss müssen soll sollen sollte will wollen darf dürfen es er sie ihr ihre
			ihren ihrem ihrer ihn ihm sich wir uns unser ich man wer was wo wie warum dass daß ob so auch noch nur schon sehr mehr viel viele
			dieser diese dieses diesen diesem jener jede jeder jedes alle etwas dort hier da weil denn also doch dafür dabei damit davon daran
			hierzu werde wäre würde würden`,
		french: `le la les l un une des de du d et ou mais si alors que qu quoi qui dont où à au aux en dans par pour sur sous avec sans entre
			vers chez est sont était étaient être été sera seront serait a ont avait avoir eu aura peut peuvent pourrait doit doivent il elle
			ils elles on nous vous je se s son sa ses leur leurs notre nos votre ce c cet cette ces cela ça y plus moins très aussi encore
			même comme quand comment pourquoi tout toute toutes tous autre autres n lui car donc parce puisque depuis afin`,
		spanish: `el la los las lo un una unos unas de del y e o u pero si entonces que qué quien cuyo donde a al en por para sobre con sin
			entre hacia desde hasta es son era eran ser sido será serán sería está están estaba ha han había haber hay puede pueden podría
			debe deben él ella ellos ellas se su sus nuestro nos mi te le les este esta estos estas ese esa eso esto aquel más menos muy
			también aún todavía mismo como cuando cómo porque pues ya todo toda todos todas otro otra otros otras`,
		russian: `и а но или если то что чтобы как в во на с со к ко у о об от до из за по под над при для через между перед после это этот
			эта эти этого этой том та те тот тех он она оно они его её ее их им ими ей ему мы нас нам вы я мой свой своя свои своих себя
			быть был была было были будет будут есть может могут мог можно нужно должен должна должны же ли бы уже ещё еще очень также тоже
			так там тут здесь где когда почему который которая которые которого которых все всё всех весь вся более менее самый другой
			другие потому поэтому поскольку`,
	} {
		for _, w := range strings.Fields(words) {
			all[w] |= t
		}
	}
	return all
}()

// turning are words that make another claim of one, in any tongue: of denial,
// of number and of how sure or bidden it is. They stand among the terms, and
// claims that differ in one are not said twice.
var turning = func() map[string]bool {
	all := make(map[string]bool)
	for _, w := range strings.Fields(`not no never none nobody nothing nor neither without cannot non only few little less least all every
		some hardly scarcely seldom rarely against unless fails failed lacks fewer
		nicht kein keine keinen keinem keiner nie niemals niemand nichts weder ohne nur wenige weniger kaum selten gegen alle jeder einige
		ne pas non jamais rien aucun aucune personne ni sans peu seulement guère contre
		no nunca jamás nada nadie ninguno ninguna ni sin sólo solo poco pocos contra apenas
		may might must should can could will would shall ought
		kann können könnte könnten mag möchte muss muß müssen müsste soll sollen sollte sollten darf dürfen dürfte
		peut peuvent pourrait pourraient doit doivent devrait devraient
		puede pueden podría podrían debe deben debería deberían
		может могут мог могла могли нужно должен должна должно должны
		не нет никогда никто ничто ничего ни без только лишь мало немногие против едва`) {
		all[w] = true
	}
	return all
}()

// pointing are words by which a claim speaks of what another one names.
var pointing = func() map[string]bool {
	all := make(map[string]bool)
	for _, w := range strings.Fields(`it its this that these those they them their he she him his her such former latter both neither
		es er sie ihr ihre ihren ihm dieser diese dieses diesen jener solche beide dies das
		il elle ils elles ce cela ça ces cette cet leur leurs son sa ses celui celle ceux tel telle deux
		él ella ellos ellas ello esto eso este esta estos estas ese esa su sus tal ambos
		он она оно они его её ее их это этот эта эти такой такая такие оба`) {
		all[w] = true
	}
	return all
}()

// endings are what a word may take at its end without becoming another term,
// the longest first.
var endings = func() map[tongue][]string {
	all := make(map[tongue][]string)
	for t, list := range map[tongue]string{
		english: `ations ation ements ement ments ment ities ity nesses ness ances ance ences ence ings ing ions ion ians ian ese ally als al ives ive
			ables able ers er ors or ies ied ed es ly s e y a i`,
		german: `ungen ung heiten heit keiten keit ischen ischer isches ische isch lichen licher liches liche lich schaften schaft ern en er em es e n s t`,
		french: `ations ation ements ement issements ités ité euses euse eurs eur iennes ienne iens ien aises aise ais ives ive ifs if ées ée és é
			ent ons ez er ir es s e a t`,
		spanish: `aciones ación amientos amiento idades idad mente ciones ción anos anas ano ana eses esa és ivas iva ivos ivo adas ada ados ado
			aron ando iendo ar er ir es as os a o e s n`,
		russian: `ениями ениях ением ения ение ений ностями ностью ности ность ическими ического ический ическая ические скими ского скому ский ская ское ские ских
			ыми ими ого его ому ему ыми ами ями ях ах ов ев ей ой ий ый ая яя ое ее ые ие ую юю ть ет ют ит ят ал ла ли ло ом ем ам ям а я о е ы и у ю ь й`,
	} {
		words := strings.Fields(list)
		slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
		all[t] = words
	}
	return all
}()

// stem takes one ending off a word of a tongue, if enough of it stays.
func stem(word string, t tongue) string {
	const stays = 3 // letters, at the least
	if t == german {
		word = umlauts.Replace(word)
	}
	for _, end := range endings[t] {
		if strings.HasSuffix(word, end) && letters(word[:len(word)-len(end)]) >= stays {
			return word[:len(word)-len(end)]
		}
	}
	return word
}

// umlauts come and go with the plural.
var umlauts = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u")

func letters(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// unspaced reports whether a script is written without spaces between words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}
