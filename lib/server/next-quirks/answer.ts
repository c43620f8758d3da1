import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

// One store for the whole process: the server opens it, and the pages that Next has bundled read it.
const kept = globalThis as unknown as { milletAnswers?: AsyncLocalStorage<ServerResponse> };
const answers = (kept.milletAnswers ??= new AsyncLocalStorage<ServerResponse>());

/** Does the work of an answer that is made whole before its first byte, so that a page can still set its status. */
export function answering<T>(response: ServerResponse, work: () => T): T {
  return answers.run(response, work);
}

/** Makes the answer that is being made a 404. Next knows no way to do so and still send the page. */
export function answerMissing(): void {
  const response = answers.getStore();
  if (response && !response.headersSent) response.statusCode = 404;
}
