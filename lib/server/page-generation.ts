// All threads of the process that make or send pages look at one counter, so that what one of them counts is known to
// the others at that moment: before the response to the change is sent.
const shared = globalThis as unknown as { milletPageGeneration?: Int32Array<SharedArrayBuffer> };
const counter = (): Int32Array<SharedArrayBuffer> =>
  (shared.milletPageGeneration ??= new Int32Array(new SharedArrayBuffer(4)));

/** The memory in which this thread counts generations of pages, for the threads that it starts. */
export function generationMemory(): SharedArrayBuffer {
  return counter().buffer;
}

/** Counts in the memory of the thread that started this one. */
export function shareGeneration(memory: SharedArrayBuffer): void {
  shared.milletPageGeneration = new Int32Array(memory);
}

/** A number that is another one as soon as public data has changed: pages whose making began under another one are old. */
export function pageGeneration(): number {
  return Atomics.load(counter(), 0);
}

/** Invalidates every cached page in every thread of the process: public data has changed. */
export function dropPages(): void {
  Atomics.add(counter(), 0, 1);
}

/** A memory of what public data said, emptied as soon as they have changed in any thread: every read of it goes through the function. */
export function clearedWithPages<T extends { clear(): void }>(memory: T): () => T {
  let generation = pageGeneration();
  return () => {
    const now = pageGeneration();
    if (now !== generation) memory.clear();
    generation = now;
    return memory;
  };
}
