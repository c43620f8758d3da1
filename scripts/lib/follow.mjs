/** Loaded into programs that must not outlive the one that started them: they would keep its port. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
