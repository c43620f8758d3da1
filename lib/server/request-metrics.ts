import type { IncomingMessage, ServerResponse } from 'node:http';

import { Counter, Histogram, type Registry } from 'prom-client';

import { fastAnswers } from './fast-answers';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const durations = new Histogram({
  name: 'millet_request_duration_seconds',
  help: 'From a request to the end of its answer, by who answered and the class of the status; what is answered from memory, claims and streams are not among them.',
  labelNames: ['by', 'status'],
  buckets,
  registers: [],
});
const fast = new Counter({
  name: 'millet_fast_answers_total',
  help: 'Requests that were answered at once: claims of drops, pages from memory, and the last page while a new one was made.',
  labelNames: ['by'],
  registers: [],
  collect() {
    this.reset();
    for (const [by, count] of Object.entries(fastAnswers)) this.inc({ by }, count);
  },
});

/** Adds what is known of requests to a register. */
export function registerRequests(register: Registry): void {
  register.registerMetric(durations);
  register.registerMetric(fast);
}

/** Times a request that is not answered at once, until its answer has ended or its sender is gone. */
export function timeRequest(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  response.once('close', () => {
    if (response.getHeader('content-type') === 'text/event-stream; charset=utf-8') return;
    const by = request.url?.startsWith('/api/') ? 'endpoint' : 'page';
    const status = response.headersSent ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
    durations.observe({ by, status }, (performance.now() - began) / 1_000);
  });
}
