import type { IncomingMessage, ServerResponse } from 'node:http';

import { isMember, isStaff } from '@/lib/core/actor';
import { currentBrand } from '@/lib/core/current-brand';
import { answer } from '@/lib/core/endpoint';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { bringsKey } from '@/lib/flows/api/caller';
import { paths } from '@/lib/paths';

import { actorOfRequest } from './actor';
import { askedPath } from './asked-path';
import { writeAnswer } from './bare-server';
import { currentLawWhileClosed } from './closed-law';
import { closedPage } from './closed-page';
import { networkOf } from './network-of';
import { neverCached } from './never-cached';
import { askForm } from './news-forms';
import { closedLine } from './opening';
import { plainPageHeaders } from './plain-page';
import { preferredLocale } from './preferred-locale';
import { openSession, sessionTokenIn } from './token';
import { isAnsweredWhileClosed, isProgramFile } from './while-closed';

// Search engines come again after so many seconds, and keep nothing of the closed page.
const retry = { 'retry-after': '3600' };

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void> | undefined;

/**
 * Answers while the site is closed: files of the program as ever; staff, and what everybody may ask, with nothing that a cache may
 * keep; all others with the closed page, or the code `closed`.
 */
export async function serveClosed(
  request: IncomingMessage,
  response: ServerResponse,
  serve: { file: Serve; uncached: Serve },
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  if (isProgramFile(url)) return serve.file(request, response);
  if (!isAnsweredWhileClosed(method, url) && !(await isOfBrand(url))) {
    const asking = await askingFor(request);
    if (asking === 'factor' && isPage(request) && !isFactorPage(url)) return leadToFactor(request, response);
    if (asking !== 'staff' && !(asking === 'factor' && (isFactorPage(url) || isOwnLayer(url))))
      return answerClosed(request, response);
  }
  neverCached(response);
  return serve.uncached(request, response);
}

// Staff whose session lacks the second factor may give it, and reach nothing else. Who brings a key of the admin API reaches it alone.
async function askingFor(request: IncomingMessage): Promise<'staff' | 'factor' | null> {
  const { url = '/', headers } = request;
  if (isOfApi(url) && (await bringsKey(headers.authorization, networkOf(request)))) return 'staff';
  const session = await openSession(sessionTokenIn(headers.cookie));
  const actor = session && (await actorOfRequest(session));
  if (!actor) return null;
  if (isStaff(actor)) return 'staff';
  return isMember(actor) && actor.waiting ? 'factor' : null;
}

const isOfApi = (url: string): boolean => /^\/api\/admin\/v1(\/[\w-]+)+(\.json)?(\?|$)/.test(url);

const isFactorPage = (url: string): boolean => /^\/(en|zh)\/second-factor(\?|$)/.test(url);

// Who is signed in, as the head of that page shows it.
const isOwnLayer = (url: string): boolean => /^\/api\/viewer(\?|$)/.test(url);

function leadToFactor({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  const location = inLocale(localeFor(url, headers), paths.secondFactor(askedPath(url)));
  response.writeHead(302, { ...plainPageHeaders, location }).end();
}

// The pictures that the closed page itself and the page for signing in show.
async function isOfBrand(url: string): Promise<boolean> {
  if (!url.startsWith('/files/')) return false;
  const { mark, markDark, icon, card } = await currentBrand();
  return [mark, markDark, icon, card].includes(url);
}

async function answerClosed(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/', headers } = request;
  if (!isPage(request)) return writeAnswer(response, answer(503, { error: 'site-closed' }, retry));
  const brand = await currentBrand();
  const locale = localeFor(url, headers, brand.languages[0]);
  const form = env.hasMail ? askForm(locale) : '';
  const law = await currentLawWhileClosed();
  const text = closedPage(locale, brand, closedLine()[locale], { form, law });
  response.writeHead(503, {
    ...plainPageHeaders,
    ...retry,
    'x-robots-tag': 'noindex',
    'content-length': Buffer.byteLength(text),
  });
  response.end(method === 'HEAD' ? undefined : text);
}

function isPage({ method = 'GET', url = '/', headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/') && headers.rsc === undefined;
}

function localeFor(url: string, headers: IncomingMessage['headers'], first?: Locale): Locale {
  const [, part] = url.split(/[/?]/, 2);
  return part === 'en' || part === 'zh' ? part : preferredLocale(headers.cookie, headers['accept-language'], first);
}
