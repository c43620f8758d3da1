import type { IncomingMessage, ServerResponse } from 'node:http';

import { answerInWords } from '../answer-in-words';
import { isForeignPost, isReadablePost, peekBody } from './form-post';
import { isNoPage } from '../missing-limit';

/** Answers a post to a page that comes from another site, or that no page can read, in words, where Next 16.4 answers 500; false when it may go on. */
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
