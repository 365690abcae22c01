package review_test

import (
	"slices"
	"testing"

	"warrant/argument"
	"warrant/argument/review"
)

func TestReasoningWithinAClaim(t *testing.T) {
	const (
		en = "It is the case that they are there and this is so"
		de = "Das ist der Fall und es wird auch so sein"
		fr = "Le cas est dans la ville et les rues sont ici"
		es = "El caso es que las calles de la ciudad son así"
		ru = "Это и есть то что они так и не были там"
	)
	for _, c := range []struct {
		other, text string // the other claim tells the tongue
		marker      string // empty: not marked
		claim       string
		reason      string
	}{
		{en, "Taxes must rise because debts have grown", "because", "Taxes must rise", "Debts have grown"},
		{en, "Because debts have grown, taxes must rise.", "because", "Taxes must rise.", "Debts have grown."},
		{en, "Debts have grown; therefore taxes must rise", "therefore", "Taxes must rise", "Debts have grown"},
		{en, "Debts have grown, and hence taxes must rise", "", "", ""}, // after "and" it may be one of two things said
		{en, "Debts have grown, so taxes must rise", "so", "Taxes must rise", "Debts have grown"},
		{en, "Since they have debts, taxes must rise", "since", "Taxes must rise", "They have debts"},
		{en, "Therefore taxes must rise again", "therefore", "", ""},
		{en, "Taxes rose because of the great war", "", "", ""},
		{en, "Taxes rose not because debts had grown", "", "", ""},
		{en, "Taxes did not rise because debts had grown, but to pay for a war", "", "", ""},
		{en, "Given that name, nobody expected more of it", "", "", ""},
		{en, "Given that the debts have grown, taxes must rise", "given that", "Taxes must rise", "The debts have grown"},
		{en, "Since 1990 taxes have risen, and debts too", "", "", ""},
		{en, "Taxes have risen ever since it was founded", "", "", ""},
		{en, "Taxes are so high that nobody pays them", "", "", ""},
		{en, "The weather thus far has been bad", "", "", ""},
		{en, "He acted becausely in his own interest here", "", "", ""},
		{de, "Die Steuern müssen steigen, weil die Schulden gewachsen sind", "weil", "", ""},
		{de, "Die Steuern müssen steigen, denn die Schulden sind gewachsen", "denn", "Die Steuern müssen steigen", "Die Schulden sind gewachsen"},
		{de, "Die Schulden sind gewachsen, deshalb müssen die Steuern steigen", "deshalb", "", ""},
		{de, "Die Lage ist mehr denn je ungewiss und offen", "", "", ""},
		{de, "Er war da und sie war da und alle sahen es", "", "", ""},
		{fr, "Les impôts doivent monter parce que les dettes ont crû", "parce que", "Les impôts doivent monter", "Les dettes ont crû"},
		{fr, "Les dettes ont crû, donc les impôts doivent monter", "donc", "Les impôts doivent monter", "Les dettes ont crû"},
		{fr, "Le car de la ville est en retard ce matin", "", "", ""},
		{es, "Los impuestos deben subir porque las deudas han crecido", "porque", "Los impuestos deben subir", "Las deudas han crecido"},
		{es, "Las deudas han crecido; por lo tanto, los impuestos deben subir", "por lo tanto", "Los impuestos deben subir", "Las deudas han crecido"},
		{es, "No lo hizo porque quisiera, sino por deber", "", "", ""},
		{ru, "Так как же им быть с долгами", "", "", ""},
		{ru, "Налоги должны вырасти, потому что долги и расходы растут", "потому что", "Налоги должны вырасти", "Долги и расходы растут"},
		{ru, "Долги растут, поэтому и налоги должны вырасти", "поэтому", "И налоги должны вырасти", "Долги растут"},
		{ru, "Это и значит для них больше чем деньги", "", "", ""},
		{"雨が降る", "借金が増えた。したがって税金を上げるべきだ", "したがって", "", ""},
		{"下雨了", "因为债务增加，税收必须提高", "因为", "", ""},
	} {
		m, err := argument.Build(argument.Parts{Claims: []argument.Claim{{ID: "c1", Text: c.text}, {ID: "c2", Text: c.other}, {ID: "c3", Text: c.other + " x"}}})
		if err != nil {
			t.Fatal(err)
		}
		var found *review.Remark
		for _, r := range review.Of(m, nil) {
			if r.Kind == review.Reasoning && r.At[0] == "c1" {
				found = &r
			}
		}
		switch {
		case (found != nil) != (c.marker != ""):
			t.Errorf("%q: marked %v", c.text, found)
			continue
		case found == nil:
			continue
		case found.Args[0] != c.marker:
			t.Errorf("%q: marked for %q, want %q", c.text, found.Args[0], c.marker)
		}
		var parts []string
		if found.Mends[0].Way == review.GiveReason {
			parts = found.Mends[0].Texts
		}
		var want []string
		if c.claim != "" {
			want = []string{c.claim, c.reason}
		}
		if !slices.Equal(parts, want) {
			t.Errorf("%q is cut into %q, want %q", c.text, parts, want)
		}
	}
}
