import type { IncomingMessage, ServerResponse } from 'node:http';

import english from '@/messages/en/core.page.json';
import englishUi from '@/messages/en/core.ui.json';
import chinese from '@/messages/zh-CN/core.page.json';
import chineseUi from '@/messages/zh-CN/core.ui.json';

import { localeOfPath, plainPage, plainPageHeaders } from './plain-page';
import { refuse } from './refuse-request';

// As they stand in the files: what translates sentences is not loaded on the thread that answers claims.
const words = {
  en: [english.errors.unavailable, englishUi.shell.notFound.home],
  zh: [chinese.errors.unavailable, chineseUi.shell.notFound.home],
} as const;
const retry = { 'retry-after': '1' };

/** Answers 503: a reader's browser with a page in the language of the address, everybody else with why, as plain text. The connection is closed. */
export function answerUnavailable(request: IncomingMessage, response: ServerResponse, why: string): void {
  if (request.method !== 'GET' || !request.headers.accept?.includes('text/html'))
    return refuse(request, response, { status: 503, why, headers: retry });
  const locale = localeOfPath(request.url ?? '');
  const [sentence, home] = words[locale];
  response.writeHead(503, { ...plainPageHeaders, ...retry, connection: 'close' });
  response.end(plainPage(locale, 503, sentence, home));
}
