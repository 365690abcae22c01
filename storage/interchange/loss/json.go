package loss

import (
	"encoding/json"
	"errors"
	"fmt"
)

// InJSON tells where data is wrong, of which a JSON decoder said err.
func InJSON(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return At(data, int(syntax.Offset)-1, syntax.Error(), "")
	case errors.As(err, &kind):
		return At(data, int(kind.Offset)-1, fmt.Sprintf("%q cannot be a %s", kind.Field, kind.Value), "")
	}
	return &Fault{Problem: err.Error()}
}
