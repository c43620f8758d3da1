import type { ServerResponse } from 'node:http';

import { translator } from '@/lib/core/i18n';

import { localeOfPath, plainPage, plainPageHeaders } from './plain-page';

type Answer = {
  status: number;
  code: 'rate-limited' | 'unreadable-form' | 'outdated-form' | 'foreign-form';
  values?: { seconds: number };
  headers?: Record<string, string>;
};

/** Answers a request for a page without making one: an error's sentence in the language of the address. */
export function answerInWords(path: string, response: ServerResponse, { status, code, values, headers }: Answer): void {
  const locale = localeOfPath(path);
  const words = translator(locale, 'errors')(code, values);
  response.writeHead(status, { ...plainPageHeaders, ...headers });
  response.end(plainPage(locale, status, words, translator(locale, 'shell')('notFound.home')));
}
