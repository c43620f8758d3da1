// What the threads may take to end after the last answer.
const threadsMs = 5_000;
// A process that ends late is busy: the parent process waits this much longer before it kills it.
const spareMs = 2_000;

/**
 * How long each part of a stop may take, in milliseconds: until open requests are cut, until the process ends itself, and until
 * the one that started it kills it.
 */
export function stopLimits(stopSeconds: number): { answersMs: number; processMs: number; killMs: number } {
  const answersMs = stopSeconds * 1000;
  const processMs = answersMs + threadsMs;
  return { answersMs, processMs, killMs: processMs + spareMs };
}
