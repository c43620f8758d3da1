import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { answerInWords } from '../answer-in-words';
import { answering, failsAtReading, type Making } from './answer';

/**
 * Answers a post to a page. Next 16.4 answers 500 to a form that it cannot decode, and a line of plain English to the form of
 * a page from before an update: both become words, with 400 and 409. A body that has all come was looked at before
 * (`refuseForm`); a longer one only Next reads, and does not make the page when it fails at that.
 */
export function answeringPost<T>(request: IncomingMessage, response: ServerResponse, work: () => T): T {
  const called = request.headers['next-action'] !== undefined;
  const isForm = called || (request.headers['content-type'] ?? '').startsWith('multipart/form-data');
  const making: Making = { response, reads: isForm && !request.complete };
  if (making.reads) keepConnection(request, response);
  beforeHead(response, (bare) => {
    const problem = problemOf(making, called);
    if (problem) answerInWords((request.url ?? '').split('?', 1)[0]!, bare, problem);
  });
  return answering(making, work);
}

function problemOf(making: Making, called: boolean): Parameters<typeof answerInWords>[2] | null {
  const { response } = making;
  if (response.statusCode >= 500) return failsAtReading(making) ? { status: 400, code: 'unreadable-form' } : null;
  // Next's own scripts know by the header what to say.
  if (called || !response.hasHeader('x-nextjs-action-not-found')) return null;
  return response.statusCode === 409
    ? { status: 409, code: 'outdated-form' }
    : { status: 400, code: 'unreadable-form' };
}

// Next destroys a body that it cannot read, and with it the connection on which the answer goes: the rest is dropped instead. Node
// may have paused the connection when so much of the body had come, also behind this: it goes on once more after the answer.
function keepConnection(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  response.once('finish', () => {
    if (!request.complete) request.unpipe().resume();
    socket.resume();
  });
  request._destroy = (error, done) => {
    Object.assign(request, { _dumped: true });
    socket.resume();
    done(error);
  };
}

/**
 * Calls back before the head of an answer is written, with the response below Next's compression, and without its headers once
 * something is written there; what Next writes after that is dropped.
 */
function beforeHead(response: ServerResponse, look: (bare: ServerResponse) => void): void {
  const { writeHead, write, end } = response;
  let looked = false;
  let replaced = false;
  const bare = {
    writeHead: (status: number, headers: OutgoingHttpHeaders) => {
      replaced = true;
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      return writeHead.call(response, status, headers);
    },
    end: (text: string) => end.call(response, text, 'utf8'),
  };
  const isReplaced = () => {
    if (!looked && !response.headersSent) {
      looked = true;
      look(bare as unknown as ServerResponse);
    }
    return replaced;
  };
  response.writeHead = ((...args: Parameters<typeof writeHead>) =>
    isReplaced() ? response : writeHead.apply(response, args)) as typeof writeHead;
  response.write = ((...args: Parameters<typeof write>) => isReplaced() || write.apply(response, args)) as typeof write;
  response.end = ((...args: Parameters<typeof end>) =>
    isReplaced() ? response : end.apply(response, args)) as typeof end;
}
