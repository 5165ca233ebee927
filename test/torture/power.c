/*
 * Stands between a program and its disk (LD_PRELOAD). It writes down everything the program does to files below one folder, with the
 * bytes, so that the disk as a power cut would have left it can be rebuilt afterwards; and it makes the disk fail when told to.
 *
 * POWER_ROOT    the folder that is looked after
 * POWER_LOG     where everything is written down
 * POWER_MARKS   a file whose lines are written down among it: what the program said, and when
 *
 * A record: its length (4 bytes), what it is (1), a number (4), an offset (8), the lengths of two texts (4 each), and the texts.
 *
 * Whoever opens "/countersign-power/ERRNO/BUDGET/PREFIX" tells it to fail: below PREFIX, with that error, once BUDGET bytes (on a full
 * disk) or operations (otherwise) are used up. ERRNO 0 makes it well again. The opening itself always fails.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
#define NAME 1024
#define CONTROL "/countersign-power/"

enum what { OPENED = 1, WRITTEN, CUT, SYNCED, RENAMED, LINKED, UNLINKED, FOLDER, MARKED, REMOVED };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -2;
static const char *root, *marks;
static uint32_t numbers[MOST];
static char names[MOST][NAME];
static char is_mark[MOST];
static uint32_t last_number;

static int fail_with;
static long long budget;
static char fail_below[NAME];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_close)(int);
static int (*real_rename)(const char *, const char *), (*real_link)(const char *, const char *);
static int (*real_unlink)(const char *), (*real_mkdir)(const char *, mode_t), (*real_rmdir)(const char *), (*real_remove)(const char *);

static void begin(void) {
  if (log_file != -2) return;
  real_open = REAL(open);
  real_write = REAL(write);
  real_pwrite = REAL(pwrite);
  real_ftruncate = REAL(ftruncate);
  real_fsync = REAL(fsync);
  real_fdatasync = REAL(fdatasync);
  real_close = REAL(close);
  real_rename = REAL(rename);
  real_link = REAL(link);
  real_unlink = REAL(unlink);
  real_mkdir = REAL(mkdir);
  real_rmdir = REAL(rmdir);
  real_remove = REAL(remove);
  root = getenv("POWER_ROOT");
  marks = getenv("POWER_MARKS");
  const char *log = getenv("POWER_LOG");
  log_file = log == NULL ? -1 : real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

static void enter(void) {
  pthread_mutex_lock(&turn);
  begin();
}
static void leave(void) {
  int kept = errno;
  pthread_mutex_unlock(&turn);
  errno = kept;
}

static int is_below(const char *path, const char *folder) {
  size_t length = folder == NULL ? 0 : strlen(folder);
  return length > 0 && path != NULL && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}
static int is_ours(const char *path) { return is_below(path, root); }
static int is_known(int file) { return file >= 0 && file < MOST && numbers[file] != 0; }

static void put(enum what what, uint32_t number, uint64_t offset, const void *one, uint32_t one_length, const void *two, uint32_t two_length) {
  if (log_file < 0) return;
  char head[25];
  uint32_t length = sizeof head + one_length + two_length;
  char kind = (char)what;
  memcpy(head, &length, 4);
  memcpy(head + 4, &kind, 1);
  memcpy(head + 5, &number, 4);
  memcpy(head + 9, &offset, 8);
  memcpy(head + 17, &one_length, 4);
  memcpy(head + 21, &two_length, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)one, one_length}, {(void *)two, two_length}};
  static ssize_t (*gather)(int, const struct iovec *, int);
  if (gather == NULL) gather = REAL(writev);
  int kept = errno;
  if (gather(log_file, parts, 3) != (ssize_t)length) abort();
  errno = kept;
}
static void put_names(enum what what, const char *one, const char *two) {
  put(what, 0, 0, one, strlen(one), two, two == NULL ? 0 : strlen(two));
}

static int control(const char *path) {
  int error = 0, used = 0;
  long long most = 0;
  if (sscanf(path + strlen(CONTROL), "%d/%lld%n", &error, &most, &used) < 2) return 0;
  fail_with = error;
  budget = most;
  snprintf(fail_below, NAME, "%s", path + strlen(CONTROL) + used);
  return 1;
}

/* Whether this must fail now. On a full disk bytes are counted; a failing one counts what is done to it. */
static int fails(const char *path, long long bytes) {
  if (fail_with == 0 || !is_below(path, fail_below)) return 0;
  if (fail_with == ENOSPC) {
    if (bytes == 0) return 0;
    budget -= bytes;
  } else {
    budget -= 1;
  }
  if (budget >= 0) return 0;
  errno = fail_with;
  return 1;
}

static int is_change(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0; }

static int opened(const char *path, int flags, mode_t mode) {
  enter();
  if (strncmp(path, CONTROL, strlen(CONTROL)) == 0) {
    control(path);
    errno = ENOENT;
    leave();
    return -1;
  }
  if (!is_ours(path) && (marks == NULL || strcmp(path, marks) != 0)) {
    int plain = real_open(path, flags, mode);
    if (plain >= 0 && plain < MOST) numbers[plain] = 0;
    leave();
    return plain;
  }
  struct stat status;
  int is_new = stat(path, &status) != 0;
  int is_making = is_new && (flags & O_CREAT) != 0;
  /* A disk that cannot be written on can still be read. */
  if ((is_change(flags) || fail_with != EROFS) && fails(path, is_making ? 1 : 0)) {
    leave();
    return -1;
  }
  int file = real_open(path, flags, mode);
  if (file >= 0 && file < MOST) {
    numbers[file] = ++last_number;
    snprintf(names[file], NAME, "%s", path);
    is_mark[file] = marks != NULL && strcmp(path, marks) == 0;
    uint64_t how = (is_making ? 1 : 0) | ((flags & O_TRUNC) != 0 && !is_new ? 2 : 0);
    if (!is_mark[file]) put(OPENED, numbers[file], how, path, strlen(path), NULL, 0);
  }
  leave();
  return file;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if (((flags) & O_CREAT) != 0) { \
    va_list more; \
    va_start(more, flags); \
    mode = va_arg(more, mode_t); \
    va_end(more); \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  return opened(path, flags, mode);
}

int close(int file) {
  enter();
  if (file >= 0 && file < MOST) numbers[file] = 0;
  int done = real_close(file);
  leave();
  return done;
}

/* How many of the bytes a nearly full disk still takes; -1 where it takes none. */
static long long taken(int file, size_t length) {
  if (is_mark[file] || fail_with == 0 || !is_below(names[file], fail_below)) return length;
  if (fail_with == ENOSPC && budget > 0 && budget < (long long)length) {
    long long left = budget;
    budget = 0;
    return left;
  }
  return fails(names[file], length == 0 ? 1 : (long long)length) ? -1 : (long long)length;
}

static void put_written(int file, const void *bytes, ssize_t done, uint64_t offset) {
  if (done > 0) put(is_mark[file] ? MARKED : WRITTEN, numbers[file], offset, bytes, done, NULL, 0);
}

ssize_t write(int file, const void *bytes, size_t length) {
  enter();
  ssize_t done = -1;
  if (!is_known(file)) {
    leave();
    return real_write(file, bytes, length);
  }
  long long most = taken(file, length);
  if (most >= 0) done = real_write(file, bytes, most);
  if (done > 0) put_written(file, bytes, done, lseek(file, 0, SEEK_CUR) - done);
  leave();
  return done;
}

static ssize_t placed(int file, const void *bytes, size_t length, off_t offset) {
  enter();
  ssize_t done = -1;
  long long most = is_known(file) ? taken(file, length) : (long long)length;
  if (most >= 0) done = real_pwrite(file, bytes, most, offset);
  if (is_known(file)) put_written(file, bytes, done, offset);
  leave();
  return done;
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return placed(file, bytes, length, offset); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off_t offset) { return placed(file, bytes, length, offset); }

/* Several pieces at once: the first alone, for whoever writes goes on where it stopped. */
ssize_t writev(int file, const struct iovec *parts, int count) {
  if (count > 0 && is_known(file)) return write(file, parts[0].iov_base, parts[0].iov_len);
  static ssize_t (*real)(int, const struct iovec *, int);
  if (real == NULL) real = REAL(writev);
  return real(file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  if (count > 0 && is_known(file)) return placed(file, parts[0].iov_base, parts[0].iov_len, offset);
  static ssize_t (*real)(int, const struct iovec *, int, off_t);
  if (real == NULL) real = REAL(pwritev);
  return real(file, parts, count, offset);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t offset) { return pwritev(file, parts, count, offset); }

static int shortened(int file, off_t length) {
  enter();
  int done = -1;
  struct stat status;
  int grows = fstat(file, &status) == 0 && length > status.st_size;
  if (!is_known(file) || !fails(names[file], grows ? length - status.st_size : 0)) done = real_ftruncate(file, length);
  if (done == 0 && is_known(file)) put(CUT, numbers[file], length, NULL, 0, NULL, 0);
  leave();
  return done;
}
int ftruncate(int file, off_t length) { return shortened(file, length); }
int ftruncate64(int file, off_t length) { return shortened(file, length); }

static int synced(int file, int (*real)(int)) {
  int done = -1;
  if (!is_known(file) || !fails(names[file], 0)) done = real(file);
  if (done == 0 && is_known(file)) put(SYNCED, numbers[file], 0, NULL, 0, NULL, 0);
  leave();
  return done;
}
int fsync(int file) {
  enter();
  return synced(file, real_fsync);
}
int fdatasync(int file) {
  enter();
  return synced(file, real_fdatasync);
}

int rename(const char *from, const char *to) {
  enter();
  int done = fails(from, 0) ? -1 : real_rename(from, to);
  if (done == 0 && is_ours(to)) put_names(RENAMED, from, to);
  leave();
  return done;
}
int link(const char *from, const char *to) {
  enter();
  int done = fails(from, 1) ? -1 : real_link(from, to);
  if (done == 0 && is_ours(to)) put_names(LINKED, from, to);
  leave();
  return done;
}
int unlink(const char *path) {
  enter();
  int done = fails(path, 0) ? -1 : real_unlink(path);
  if (done == 0 && is_ours(path)) put_names(UNLINKED, path, NULL);
  leave();
  return done;
}
int mkdir(const char *path, mode_t mode) {
  enter();
  int done = fails(path, 1) ? -1 : real_mkdir(path, mode);
  if (done == 0 && is_ours(path)) put_names(FOLDER, path, NULL);
  leave();
  return done;
}
int rmdir(const char *path) {
  enter();
  int done = fails(path, 0) ? -1 : real_rmdir(path);
  if (done == 0 && is_ours(path)) put_names(REMOVED, path, NULL);
  leave();
  return done;
}
int remove(const char *path) {
  enter();
  struct stat status;
  int is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  int done = fails(path, 0) ? -1 : real_remove(path);
  if (done == 0 && is_ours(path)) put_names(is_folder ? REMOVED : UNLINKED, path, NULL);
  leave();
  return done;
}
