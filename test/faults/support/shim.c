/* Stands between a program and the C library: records what is written and synced under a folder, and makes chosen
   operations fail or the process die. Compiled at test time, loaded with LD_PRELOAD.
   FAULT_DIR: the folder. FAULT_RECORD: file for the record. FAULT_CONTROL: file that, while it exists, holds
   "operation errno suffix skip count": the operation on a path ending so fails with errno (0: kill -9). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static long seen, failed;
static char last_control[256];

static void raw_write(const void *data, size_t size) {
  for (const char *at = data; size > 0;) {
    long n = syscall(SYS_write, log_fd, at, size);
    if (n <= 0) _exit(99);
    at += n, size -= (size_t)n;
  }
}

static void record(char op, const char *path, int64_t offset, int64_t length, const void *data) {
  const char *file = getenv("FAULT_RECORD");
  if (!file) return;
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  uint16_t name_length = (uint16_t)strlen(name);
  int64_t kept = data ? length : 0;
  pthread_mutex_lock(&lock);
  if (log_fd < 0) log_fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  char head[1 + 2 + 8 + 8 + 8];
  head[0] = op;
  memcpy(head + 1, &name_length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &length, 8);
  memcpy(head + 19, &kept, 8);
  raw_write(head, sizeof head);
  raw_write(name, name_length);
  if (kept > 0) raw_write(data, (size_t)kept);
  pthread_mutex_unlock(&lock);
}

static int ends_with(const char *text, const char *end) {
  size_t a = strlen(text), b = strlen(end);
  return strcmp(end, "*") == 0 || (a >= b && strcmp(text + a - b, end) == 0);
}

/* 1 when the operation is to fail; errno is set. */
static int fails(const char *op, const char *path) {
  const char *file = getenv("FAULT_CONTROL");
  if (!file) return 0;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char text[256] = {0}, wanted[32], suffix[160];
  long n = syscall(SYS_read, fd, text, sizeof text - 1);
  syscall(SYS_close, fd);
  int error, skip, count;
  if (n <= 0 || sscanf(text, "%31s %d %159s %d %d", wanted, &error, suffix, &skip, &count) != 5) return 0;
  if ((strcmp(wanted, op) != 0 && strcmp(wanted, "any") != 0) || !ends_with(path, suffix)) return 0;
  int result = 0;
  pthread_mutex_lock(&lock);
  if (strcmp(text, last_control) != 0) strcpy(last_control, text), seen = failed = 0;
  if (seen++ >= skip) {
    if (error == 0) syscall(SYS_kill, (pid_t)syscall(SYS_getpid), SIGKILL);
    failed += 1, result = 1;
    if (failed >= count) syscall(SYS_unlinkat, AT_FDCWD, file, 0);
  }
  pthread_mutex_unlock(&lock);
  if (result) errno = error;
  return result;
}

static const char *watched(const char *path) {
  const char *dir = getenv("FAULT_DIR");
  return dir && strncmp(path, dir, strlen(dir)) == 0 ? path : NULL;
}

static const char *watched_fd(int fd, char *buffer, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, buffer, size - 1);
  if (n <= 0) return NULL;
  buffer[n] = 0;
  return watched(buffer);
}

#define REAL(name, type, ...) static type (*real)(__VA_ARGS__); if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define PWRITE(name, offset_type) \
  ssize_t name(int fd, const void *data, size_t size, offset_type offset) { \
    REAL(#name, ssize_t, int, const void *, size_t, offset_type); \
    char buffer[4096]; const char *path = watched_fd(fd, buffer, sizeof buffer); \
    if (path && fails("write", path)) return -1; \
    ssize_t n = real(fd, data, size, offset); \
    if (path && n > 0) record('W', path, offset, n, data); \
    return n; \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name) \
  int name(int fd) { \
    REAL(#name, int, int); \
    char buffer[4096]; const char *path = watched_fd(fd, buffer, sizeof buffer); \
    if (path && fails("fsync", path)) return -1; \
    int n = real(fd); \
    if (path && n == 0) record('S', path, 0, 0, NULL); \
    return n; \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset_type) \
  int name(int fd, offset_type length) { \
    REAL(#name, int, int, offset_type); \
    char buffer[4096]; const char *path = watched_fd(fd, buffer, sizeof buffer); \
    if (path && fails("truncate", path)) return -1; \
    int n = real(fd, length); \
    if (path && n == 0) record('T', path, length, 0, NULL); \
    return n; \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  REAL("write", ssize_t, int, const void *, size_t);
  if (fd == 1) record('A', "stdout", 0, (int64_t)size, data);
  char buffer[4096];
  const char *path = fd > 2 ? watched_fd(fd, buffer, sizeof buffer) : NULL;
  if (path && fails("write", path)) return -1;
  return real(fd, data, size);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL("writev", ssize_t, int, const struct iovec *, int);
  if (fd == 1) for (int i = 0; i < count; i++) record('A', "stdout", 0, (int64_t)parts[i].iov_len, parts[i].iov_base);
  return real(fd, parts, count);
}

int unlink(const char *path) {
  REAL("unlink", int, const char *);
  if (watched(path) && fails("unlink", path)) return -1;
  int n = real(path);
  if (n == 0 && watched(path)) record('U', path, 0, 0, NULL);
  return n;
}

int rename(const char *from, const char *to) {
  REAL("rename", int, const char *, const char *);
  if (watched(to) && fails("rename", to)) return -1;
  return real(from, to);
}

int link(const char *from, const char *to) {
  REAL("link", int, const char *, const char *);
  if (watched(to) && fails("link", to)) return -1;
  return real(from, to);
}
