/* SPDX-License-Identifier: Apache-2.0
 * Loaded before the C library, makes one call fail that a test names, as a full disk or a slow device would:
 *
 *   ANNEXKIT_FAIL="FUNCTION N ERROR"   the N-th call of FUNCTION fails with that errno, and no other
 *   ANNEXKIT_FAIL="FUNCTION N+ ERROR"  so do all behind it
 *
 * FUNCTION is one of those below, or any for all that concern files. What stands for ERROR may also be short, for one
 * byte that is read or written, or a signal, such as SIG15, which is raised ahead of the call.
 *
 *   ANNEXKIT_FAILED       a file that is made when a call has failed, so that a test knows when there are no more
 *   ANNEXKIT_NO_NAMELESS  not empty: there are no nameless files, as on some file systems
 *   ANNEXKIT_PAUSE        a pipe; behind the first bytes that are read, the program waits until it is opened and closed
 *
 * Threads: calls are counted over all of them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum outcome { PASS, FAIL, SHORT };

static atomic_long calls;
static char wanted[32];
static long first;
static int all_behind;
static int error_number;
static int signal_number;
static int is_short;

__attribute__((constructor)) static void read_wish(void) {
    const char* const wish = getenv("ANNEXKIT_FAIL");
    char count[32], what[32];
    if (wish == NULL || sscanf(wish, "%31s %31s %31s", wanted, count, what) != 3) return;
    first = strtol(count, NULL, 10);
    all_behind = strchr(count, '+') != NULL;
    is_short = strcmp(what, "short") == 0;
    if (strncmp(what, "SIG", 3) == 0)
        signal_number = (int)strtol(what + 3, NULL, 10);
    else
        error_number = (int)strtol(what, NULL, 10);
}

static void tell(void) {
    const char* const file = getenv("ANNEXKIT_FAILED");
    if (file == NULL) return;
    const long made = syscall(SYS_openat, AT_FDCWD, file, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (made >= 0) syscall(SYS_close, made);
}

static enum outcome outcome_of(const char* function) {
    const int is_any = strcmp(wanted, "any") == 0 && strcmp(function, "malloc") != 0 && strcmp(function, "thread") != 0;
    if (first == 0 || (strcmp(wanted, function) != 0 && !is_any)) return PASS;
    const long number = atomic_fetch_add(&calls, 1) + 1;
    if (number < first || (number > first && !all_behind)) return PASS;
    const int before = errno;
    tell();
    errno = before;
    if (is_short) return SHORT;
    if (signal_number != 0) {
        /* Whoever deals with it gets the time to do so before the call is made. */
        const struct timespec a_while = {0, 40 * 1000 * 1000};
        kill(getpid(), signal_number);
        nanosleep(&a_while, NULL);
        errno = before;
        return PASS;
    }
    errno = error_number;
    return FAIL;
}

#define NEXT(name) ((__typeof__(&name))next(#name))
static void* next(const char* name) { return dlsym(RTLD_NEXT, name); }

/* Waits once, behind the first bytes of an annex, until a test has changed the file. */
static void pause_once(ssize_t got) {
    static atomic_int paused;
    const char* const pipe_name = getenv("ANNEXKIT_PAUSE");
    if (pipe_name == NULL || got <= 0 || atomic_exchange(&paused, 1) != 0) return;
    const int before = errno;
    char end;
    const int waited = (int)syscall(SYS_openat, AT_FDCWD, pipe_name, O_RDONLY | O_CLOEXEC, 0);
    syscall(SYS_read, waited, &end, 1);
    syscall(SYS_close, waited);
    errno = before;
}

/* Whether the file is a plugin's manifest. Faults are of what the program was asked to read; one that takes a format
 * away would hide them. */
static int names_manifest(const char* name, size_t size) {
    const char* const end = ".toml";
    const size_t end_size = strlen(end);
    return size > end_size && memcmp(name + size - end_size, end, end_size) == 0 &&
           memmem(name, size, "/annexkit_", 10) != NULL;
}

static int is_manifest(int descriptor) {
    char link[32];
    char name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = readlink(link, name, sizeof name);
    return size > 0 && names_manifest(name, (size_t)size);
}

ssize_t read(int descriptor, void* into, size_t size) {
    if (is_manifest(descriptor)) return NEXT(read)(descriptor, into, size);
    const enum outcome outcome = outcome_of("read");
    if (outcome == FAIL) return -1;
    const ssize_t got = NEXT(read)(descriptor, into, outcome == SHORT && size > 1 ? 1 : size);
    pause_once(got);
    return got;
}

ssize_t pread(int descriptor, void* into, size_t size, off_t offset) {
    const enum outcome outcome = outcome_of("pread");
    if (outcome == FAIL) return -1;
    return NEXT(pread)(descriptor, into, outcome == SHORT && size > 1 ? 1 : size, offset);
}

ssize_t write(int descriptor, const void* from, size_t size) {
    const enum outcome outcome = outcome_of("write");
    if (outcome == FAIL) return -1;
    return NEXT(write)(descriptor, from, outcome == SHORT && size > 1 ? 1 : size);
}

int open(const char* file, int flags, ...) {
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    const int is_nameless = (flags & O_TMPFILE) == O_TMPFILE;
    if (is_nameless && getenv("ANNEXKIT_NO_NAMELESS") != NULL && *getenv("ANNEXKIT_NO_NAMELESS") != '\0') {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (names_manifest(file, strlen(file))) return NEXT(open)(file, flags, mode);
    return outcome_of("open") == FAIL ? -1 : NEXT(open)(file, flags, mode);
}

int close(int descriptor) {
    /* As on Linux, the descriptor is gone whatever close() says. */
    const int failed = outcome_of("close") == FAIL;
    const int error = errno;
    const int closed = NEXT(close)(descriptor);
    if (!failed) return closed;
    errno = error;
    return -1;
}

int fsync(int descriptor) { return outcome_of("fsync") == FAIL ? -1 : NEXT(fsync)(descriptor); }
int syncfs(int descriptor) { return outcome_of("syncfs") == FAIL ? -1 : NEXT(syncfs)(descriptor); }
int ftruncate(int descriptor, off_t size) {
    return outcome_of("ftruncate") == FAIL ? -1 : NEXT(ftruncate)(descriptor, size);
}
int fchmod(int descriptor, mode_t mode) { return outcome_of("fchmod") == FAIL ? -1 : NEXT(fchmod)(descriptor, mode); }
int rename(const char* from, const char* to) { return outcome_of("rename") == FAIL ? -1 : NEXT(rename)(from, to); }
int link(const char* from, const char* to) { return outcome_of("link") == FAIL ? -1 : NEXT(link)(from, to); }
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
    return outcome_of("linkat") == FAIL ? -1 : NEXT(linkat)(from_folder, from, to_folder, to, flags);
}
int mkdir(const char* folder, mode_t mode) { return outcome_of("mkdir") == FAIL ? -1 : NEXT(mkdir)(folder, mode); }

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) {
    if (outcome_of("thread") == FAIL) return errno;
    return NEXT(pthread_create)(thread, attributes, run, argument);
}

/* The real one is asked for by another name: dlsym() itself may allocate. */
extern void* __libc_malloc(size_t size);
void* malloc(size_t size) { return outcome_of("malloc") == FAIL ? NULL : __libc_malloc(size); }
