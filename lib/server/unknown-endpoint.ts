import type { IncomingMessage, ServerResponse } from 'node:http';

import { answer } from '@/lib/core/endpoint';

import { writeAnswer } from './bare-server';

/** What the pages answer of the addresses under `/api/`, each with the reason why the front does not. */
export const answeredByPages: Record<string, string> = {
  '/api/auth/': 'next-auth is made for a handler of Next',
  '/api/bulk/': 'so is the report of an act on many',
  '/api/export/': 'a file of a list is made at the pace of its reader, for minutes',
  '/api/health': 'it is well only if pages are made, so it is asked where they are',
  '/api/imports/parts': 'a part of a file is written into the database, half a megabyte at once',
  '/api/internal/tags': 'only a handler of Next can drop what Next keeps; the process itself asks',
  '/api/preview': 'Markdown takes long, and never on the thread of the fast endpoints',
  '/api/upload': 'so do pictures',
};

/** Answers 404 to an unknown address under `/api/`, without a page; false for any other. */
export function answerUnknownEndpoint(request: IncomingMessage, response: ServerResponse): boolean {
  const path = (request.url ?? '').split('?', 1)[0]!;
  if (!path.startsWith('/api/')) return false;
  if (Object.keys(answeredByPages).some((own) => (own.endsWith('/') ? path.startsWith(own) : path === own)))
    return false;
  writeAnswer(response, answer(404, { error: 'not-found' }));
  return true;
}
