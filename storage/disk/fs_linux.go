package disk

import (
	"os"
	"syscall"
)

// madeUp are the magic numbers of Linux file systems whose files the kernel
// makes up while they are read (statfs(2), linux/magic.h). They say size 0,
// may have no end, and some make their reader wait.
var madeUp = map[uint32]bool{
	0x9fa0:     true, // proc
	0x62656572: true, // sysfs
	0x64626720: true, // debugfs
	0x74726163: true, // tracefs
	0x27e0eb:   true, // cgroup
	0x63677270: true, // cgroup2
	0x73636673: true, // securityfs
	0xf97cff8c: true, // selinuxfs
	0xcafe4a11: true, // bpf
	0x62656570: true, // configfs
	0x6165676c: true, // pstore
	0xde5e81e4: true, // efivarfs
}

func pseudoPath(name string) bool {
	var st syscall.Statfs_t
	return syscall.Statfs(name, &st) == nil && madeUp[uint32(st.Type)]
}

func pseudoFile(f *os.File) bool {
	var st syscall.Statfs_t
	return syscall.Fstatfs(int(f.Fd()), &st) == nil && madeUp[uint32(st.Type)]
}
