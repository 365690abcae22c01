package session

import (
	"errors"
	"path/filepath"
	"strings"

	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/interchange"
)

// ErrNoClaim is that a file of another format makes no claim.
var ErrNoClaim = errors.New("there is no claim in it")

// ErrForeign is that a file is in no format that is known.
var ErrForeign = errors.New("it is in no format that is known")

// Foreign opens a file of another format as a map that is in no file, and
// tells what the conversion lost.
func (o Opening) Foreign(path string) (s *Session, lost []interchange.Lost, err error) {
	if err := o.begin(Reading); err != nil {
		return nil, nil, err
	}
	data, _, err := disk.Read(path, interchange.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	f := interchange.Of(path, data)
	if f == nil {
		return nil, nil, ErrForeign
	}
	p, lost, err := f.Read(data)
	if err != nil {
		return nil, nil, err
	}
	if len(p.Claims) == 0 {
		return nil, nil, ErrNoClaim
	}
	p.Info.ID = argument.RandomName() + argument.RandomName()
	if p.Info.Title == "" {
		name := filepath.Base(path)
		p.Info.Title = strings.ToValidUTF8(strings.TrimSuffix(name, filepath.Ext(name)), "\uFFFD")
	}
	m, err := argument.Build(p)
	if err != nil {
		return nil, nil, err
	}
	s, err = o.Map(m)
	return s, lost, err
}
