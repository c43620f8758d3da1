/** Milliseconds of the processor that work takes in this process: on a busy machine the clock also counts what others take. */
export async function processorTime(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
