import type { ServerResponse } from 'node:http';

import { translator } from '@/lib/core/i18n';

import { securityHeaders } from './headers';

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

type Answer = {
  status: number;
  code: 'rate-limited' | 'unreadable-form' | 'outdated-form' | 'foreign-form';
  values?: { seconds: number };
  headers?: Record<string, string>;
};

/** Answers a request for a page without making one: an error's sentence in the language of the address. */
export function answerInWords(path: string, response: ServerResponse, { status, code, values, headers }: Answer): void {
  const locale = path.startsWith('/zh') ? 'zh' : 'en';
  const words = translator(locale, 'errors')(code, values);
  response.writeHead(status, {
    ...fixedHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    ...headers,
  });
  response.end(
    `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><meta name="viewport" content="width=device-width"><title>${status}</title><p>${words}</p></html>`,
  );
}
