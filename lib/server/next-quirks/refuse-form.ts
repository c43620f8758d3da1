import type { IncomingMessage, ServerResponse } from 'node:http';

import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';

import { answerInWords } from '../answer-in-words';
import { isForeignPost, isReadablePost, peekBody } from '../form-post';
import { isNoPage } from '../missing-limit';
import { refuse } from '../refuse-request';

/** Answers what Next's router would not send, and Next 16.4 answers 500 to: where the reader is, in no words that it knows. False when the request may go on. */
export function refuseRouterState(request: IncomingMessage, response: ServerResponse): boolean {
  const state = request.headers['next-router-state-tree'];
  if (state === undefined) return false;
  try {
    parseAndValidateFlightRouterState(state);
    return false;
  } catch {
    refuse(request, response, { status: 400, why: 'The state of the router cannot be read' });
    return true;
  }
}

/** Answers a post to a page that comes from another site, or that no page can read, in words; false when it may go on. */
export async function refuseForm(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  if (request.method !== 'POST' || isNoPage(path)) return false;
  if (isForeignPost(request.headers)) {
    answerInWords(path, response, { status: 403, code: 'foreign-form' });
    return true;
  }
  const body = peekBody(request);
  if (!body || (await isReadablePost(request.headers, body))) return false;
  answerInWords(path, response, { status: 400, code: 'unreadable-form' });
  return true;
}
