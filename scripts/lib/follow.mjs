/** Loaded into programs that must not outlive the one that started them, whatever killed it: they would keep its port. */
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 300).unref();
