//go:build e2e && linux

package e2e

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// screen is an X server without a monitor, with a window manager's absence:
// the window stands in its upper left corner.
type screen struct {
	cmd     *exec.Cmd
	display string
	folder  string
}

// startScreen starts a server on a display number that nobody uses.
func startScreen(width, height int) (*screen, error) {
	s := &screen{}
	var err error
	if s.folder, err = os.MkdirTemp("", "warrant-screen"); err != nil {
		return nil, err
	}
	in, out, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	s.cmd = exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-fbdir", s.folder, "-nolisten", "tcp", "-noreset")
	s.cmd.ExtraFiles = []*os.File{out}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} // also when the tests are killed
	if err := s.cmd.Start(); err != nil {
		out.Close()
		return nil, err
	}
	out.Close()
	said := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(in).ReadString('\n')
		said <- strings.TrimSpace(line)
	}()
	select {
	case n := <-said:
		if n == "" {
			s.stop()
			return nil, errors.New("the X server ended at once")
		}
		s.display = ":" + n
	case <-time.After(20 * time.Second):
		s.stop()
		return nil, errors.New("the X server did not start within 20 seconds")
	}
	return s, nil
}

func (s *screen) stop() {
	_ = s.cmd.Process.Signal(os.Interrupt)
	_ = s.cmd.Wait()
	_ = os.RemoveAll(s.folder)
}

// picture reads what is on the screen. The server keeps it in a file, in the
// format of xwd: a header of 32-bit numbers, most significant byte first, the
// colours, the pixels.
func (s *screen) picture() (*image.RGBA, error) {
	data, err := os.ReadFile(filepath.Join(s.folder, "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	if len(data) < 100 {
		return nil, errors.New("the screen's file is too short")
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	header, width, height, bits, stride, colors := field(0), field(4), field(5), field(11), field(12), field(19)
	at := header + colors*12
	if bits != 32 || len(data) < at+stride*height {
		return nil, fmt.Errorf("a screen of %d×%d with %d bits a pixel cannot be read", width, height, bits)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := data[at+y*stride:]
		for x := range width {
			img.SetRGBA(x, y, color.RGBA{R: row[4*x+2], G: row[4*x+1], B: row[4*x], A: 255})
		}
	}
	return img, nil
}

// shoot writes what is on the screen to a PNG.
func (s *screen) shoot(path string) error {
	img, err := s.picture()
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
