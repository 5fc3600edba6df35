/*
 * Faults under a program that knows nothing of them: loaded before the C library (LD_PRELOAD), it lets chosen calls on chosen
 * files fail, and shifts the time of day. What it does is said in the file that LITEBOOKS_FAULTS names, at any moment;
 * FaultControl.cs writes the same struct.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, OPEN = 8, READ = 16 };

struct control {
    int32_t calls;          /* which calls, by the numbers above; 0: none */
    int32_t error;          /* with which errno */
    int32_t passing;        /* so many succeed before */
    int32_t failing;        /* and so many fail then; negative: all */
    int32_t failed;         /* how many have failed */
    int32_t unused;
    int64_t shift;          /* seconds added to the time of day */
    char path[256];         /* on which files, as fnmatch(3) has it */
};

static volatile struct control *control;

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) \
        real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void read_control(void)
{
    const char *path = getenv("LITEBOOKS_FAULTS");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (mapped != MAP_FAILED)
        control = mapped;
}

static int is_to_fail(const char *path)
{
    if (fnmatch((const char *)control->path, path, 0) != 0)
        return 0;
    if (control->passing > 0 && __atomic_fetch_sub(&control->passing, 1, __ATOMIC_SEQ_CST) > 0)
        return 0;
    if (control->failing >= 0 && __atomic_fetch_sub(&control->failing, 1, __ATOMIC_SEQ_CST) <= 0) {
        control->failing = 0;
        return 0;
    }
    __atomic_fetch_add(&control->failed, 1, __ATOMIC_SEQ_CST);
    errno = control->error;
    return 1;
}

static int is_chosen(int call)
{
    return control && (control->calls & call);
}

static int fails_on(int call, int file)
{
    char link[32], path[4096];
    if (!is_chosen(call))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_to_fail(path);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    REAL(write);
    return fails_on(WRITE, file) ? -1 : real(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    REAL(pwrite);
    return fails_on(WRITE, file) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    REAL(pwrite64);
    return fails_on(WRITE, file) ? -1 : real(file, bytes, count, at);
}

ssize_t read(int file, void *bytes, size_t count)
{
    REAL(read);
    return fails_on(READ, file) ? -1 : real(file, bytes, count);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t at)
{
    REAL(pread64);
    return fails_on(READ, file) ? -1 : real(file, bytes, count, at);
}

int fsync(int file)
{
    REAL(fsync);
    return fails_on(SYNC, file) ? -1 : real(file);
}

int fdatasync(int file)
{
    REAL(fdatasync);
    return fails_on(SYNC, file) ? -1 : real(file);
}

int ftruncate(int file, off_t length)
{
    REAL(ftruncate);
    return fails_on(TRUNCATE, file) ? -1 : real(file, length);
}

int ftruncate64(int file, off64_t length)
{
    REAL(ftruncate64);
    return fails_on(TRUNCATE, file) ? -1 : real(file, length);
}

int open(const char *path, int flags, ...)
{
    REAL(open);
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return is_chosen(OPEN) && is_to_fail(path) ? -1 : real(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    REAL(open64);
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return is_chosen(OPEN) && is_to_fail(path) ? -1 : real(path, flags, mode);
}

/* Only the time of day jumps when a clock is set; the clock that waits are measured by does not. */
int clock_gettime(clockid_t clock, struct timespec *now)
{
    REAL(clock_gettime);
    int result = real(clock, now);
    if (result == 0 && control && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += control->shift;
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    REAL(gettimeofday);
    int result = real(now, zone);
    if (result == 0 && control)
        now->tv_sec += control->shift;
    return result;
}

time_t time(time_t *where)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (where)
        *where = now.tv_sec;
    return now.tv_sec;
}
