import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Registry } from 'prom-client';

import { env } from '@/lib/core/env';
import { isSame } from '@/lib/core/keys';

import { openRegister } from './metrics-register';
import { answerNotFound } from './refuse-request';

const path = '/metrics';
let register: Registry | undefined;
let reading: Promise<string> | undefined;

/**
 * Answers `GET /metrics` in the text format of Prometheus to who sends METRICS_TOKEN as a bearer; to others there is no such
 * address. False when the request is for something else.
 */
export async function serveMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  token: string | undefined = env.METRICS_TOKEN,
): Promise<boolean> {
  if (request.url !== path) return false;
  if (request.method !== 'GET' || !token || !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
    answerNotFound(response);
    return true;
  }
  register ??= openRegister();
  // Askers of one moment get one reading, so that more of them are no more work for the database.
  reading ??= register.metrics().finally(() => (reading = undefined));
  const text = await reading;
  response.writeHead(200, { 'content-type': register.contentType, 'cache-control': 'private, no-store' }).end(text);
  return true;
}
