import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

/** An answer that Next is making, and how far it has come. */
export type Making = {
  response: ServerResponse;
  /** Whether it answers a form whose body only Next reads. */
  reads?: boolean;
  /** Whether an action has begun for it. */
  acts?: boolean;
};

// One store for the whole process: the server opens it, and the pages that Next has bundled read it.
const kept = globalThis as unknown as { milletAnswers?: AsyncLocalStorage<Making> };
const answers = (kept.milletAnswers ??= new AsyncLocalStorage<Making>());

/** Does the work of an answer, so that what Next has bundled can set its status or tell how far it has come. */
export function answering<T>(making: Making, work: () => T): T {
  return answers.run(making, work);
}

/** Makes the answer that is being made a 404. Next 16.4 knows no way to do so and still send the page. */
export function answerMissing(): void {
  const response = answers.getStore()?.response;
  if (response && !response.headersSent) response.statusCode = 404;
}

/** Notes that an action has begun: what fails from now on is no fault of what was sent. */
export function noteAction(): void {
  const making = answers.getStore();
  if (making) making.acts = true;
}

/** Whether what fails now failed at reading a form: its action has not begun, and without one no page is made for it. */
export function failsAtReading(making: Making | undefined = answers.getStore()): boolean {
  return Boolean(making?.reads && !making.acts);
}
