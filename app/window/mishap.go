package window

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"warrant/app/language"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Storage knows of no languages: it says what is wrong as one of a closed set,
// with the place, and in English for the command line. Here that is worded for
// a person.

// fileFault is what is wrong in a file, by its name.
type fileFault struct {
	name string
	err  error
}

func (f *fileFault) Error() string { return f.name + ": " + f.err.Error() }
func (f *fileFault) Unwrap() error { return f.err }

// worded says in the language in use what went wrong, without a full stop.
// What no catalogue knows, as errors of the operating system, stays English.
func worded(err error) string {
	var (
		named   *fileFault
		bad     *mapfile.Error
		changed *disk.ChangedError
		used    *disk.InUseError
		torn    *disk.TornError
		at      *disk.Error
		bare    *fs.PathError
	)
	switch {
	case errors.As(err, &bad):
		name := language.Say("the file")
		if errors.As(err, &named) {
			name = named.name
		}
		return wordedFault(name, bad)
	case errors.As(err, &changed):
		if changed.Now.IsZero() {
			return language.Say("%s was moved or deleted since it was read", disk.Display(changed.Path))
		}
		return language.Say("another program has changed %s since it was read", disk.Display(changed.Path))
	case errors.As(err, &used):
		return wordedUse(used)
	case errors.As(err, &torn):
		return language.Say("writing %[1]s broke off, and the file is incomplete; what it held is in %[2]s: %[3]s", disk.Display(torn.Path), disk.Display(torn.Backup), cause(torn.Err))
	case errors.As(err, &at):
		return fmt.Sprintf(language.Translate(at.Doing+" %s"), disk.Display(at.Path)) + ": " + cause(at.Err)
	case errors.As(err, &named):
		return named.name + ": " + worded(named.err)
	case errors.As(err, &bare):
		return disk.Display(bare.Path) + ": " + cause(bare.Err)
	}
	return cause(err)
}

// wordedFault words what is wrong in a map file: what it is, where, and what
// the reader found there.
func wordedFault(name string, bad *mapfile.Error) string {
	said := name
	switch bad.Reason {
	case mapfile.NotAMap:
		said = language.Say("%s is not a map file", name)
	case mapfile.TooNew:
		said = language.Say("%s was made by a newer Warrant", name)
	case mapfile.TooLarge:
		said = language.Say("%s is too large", name)
	case mapfile.Corrupt:
		said = language.Say("%s is damaged", name)
	case mapfile.Invalid:
		said = language.Say("%s breaks a rule of map files", name)
	}
	if bad.Line > 0 {
		said += ", " + language.Say("line %d, column %d", bad.Line, bad.Column)
	}
	found := mapfile.Error{Problem: bad.Problem}
	said += ": " + language.Translate(found.Error())
	if bad.Hint != "" {
		hint := mapfile.Error{Problem: bad.Hint}
		said += "; " + language.Translate(hint.Error())
	}
	if bad.Pointer != "" {
		pointer := mapfile.Error{Problem: bad.Pointer}
		said += " (" + pointer.Error() + ")"
	}
	return said
}

func wordedUse(u *disk.InUseError) string {
	path, since := disk.Display(u.Path), ""
	if !u.Owner.Since.IsZero() {
		since = u.Owner.Since.Local().Format("2006-01-02 15:04")
	}
	switch {
	case u.Owner.Here:
		return language.Say("%s is open in another window of this program", path)
	case u.Owner.PID != 0 && since != "":
		return language.Say("%[1]s is open in process %[2]d on %[3]s since %[4]s", path, u.Owner.PID, disk.Display(u.Owner.Host), since)
	}
	return language.Say("%s is open in another program", path)
}

// cause words why something with a file did not succeed.
func cause(err error) string {
	said := err.Error()
	if t := language.Translate(said); t != said || language.Used() == "en" {
		return t
	}
	for _, known := range causes {
		if errors.Is(err, known.err) {
			return language.Translate(known.said)
		}
	}
	return said
}

// causes are those that are told apart.
//
//language:texts
var causes = []struct {
	err  error
	said string
}{
	{fs.ErrNotExist, "there is no such file"},
	{fs.ErrPermission, "that is not allowed"},
	{syscall.ENOSPC, "the disk is full"},
	{disk.ErrFolder, "is a folder; choose a file in it"},
	{disk.ErrSpecial, "is not an ordinary file"},
	{disk.ErrTooLarge, "is too large"},
	{disk.ErrBusy, "is being written by another program; try again"},
	{disk.ErrReadOnly, "is write-protected; save under another name"},
	{disk.ErrUnsure, "written, but the disk did not confirm it; save again, best in another place"},
	{disk.ErrNoState, "the state folder cannot be used; earlier versions and recovery are off"},
	{disk.ErrCorrupt, "is damaged or cut short"},
	{disk.ErrNewer, "is of a newer version of Warrant"},
}

// doings are what is done with files.
//
//language:texts
var _ = []string{
	"read %s", "save %s", "lock %s", "look at %s", "put aside %s", "remove %s", "write in %s", "make folder %s",
	"list earlier versions in %s", "list unsaved work in %s", "open the journal of %s", "remove the journal of %s", "write the journal of %s",
}

// faults are what the reader of map files finds most often; a name in quotes
// stands for %s.
//
//language:texts
var _ = []string{
	"this is not a map file", "this is JSON, but not a map file", "a map file has the member %s: %s", "a map file is a JSON object that begins with {%s: %s",
	"the file is empty", "the member %s is missing", "this Warrant writes version %d", "the text is in UTF-16", "save it as UTF-8",
	"there is something after the end of the map", "the file ends before the map does", "the name %s stands twice in one object", "keep one of the two",
	"JSON has no comments", "texts stand in double quotes", "there may be a comma too many", "there may be a comma missing before it",
	"the map is of version %d, made by a newer Warrant; this one reads up to version %d",
	"there is no claim or link %s", "there is no claim %s", "there is no source %s", "not valid UTF-8",
	"a link needs at least one premise", "a link cannot be its own target", "an ID must not be empty",
	"a claim has this ID already", "a link has this ID already", "a source has this ID already", "a step has this ID already",
}
