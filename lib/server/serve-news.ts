import type { IncomingMessage, ServerResponse } from 'node:http';

import { guest, type Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { answer } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { askNews } from '@/lib/news/ask-news';
import { confirmNews, leaveNews } from '@/lib/news/commands';
import { askInput, linkInput } from '@/lib/news/schema';

import { clientAddress, clientNetwork } from './address';
import { readText, writeAnswer } from './bare-server';
import { brandPage } from './closed-page';
import { linkForm, newsWords, trapField } from './news-forms';
import { plainPageHeaders } from './plain-page';
import { requestIdOf } from './request-id';
import { sameOrigin } from './same-origin';

const address = /^\/(en|zh)\/news(?:\/(confirm|leave))?$/;
const mostBytes = 4 * 1024;

type Words = keyof (typeof newsWords)['en'];
type Page = { status: number; title: Words; form?: string };

/** Answers the form for news and the links of its mails on the bare server, also while the site is closed; false for any other request. */
export async function serveNews(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = 'GET', url = '/' } = request;
  const [path = '', search = ''] = url.split('?', 2);
  const [, locale, act] = (address.exec(path) ?? []) as [string?, Locale?, ('confirm' | 'leave')?];
  if (!locale || !(method === 'POST' || (act && (method === 'GET' || method === 'HEAD')))) return false;
  const page = method === 'POST' ? await post(request, { locale, act, search }) : ask(url, locale, act!);
  if (page === null) writeAnswer(response, answer(403, { error: 'forbidden' }));
  else await writePage(request, response, locale, page);
  return true;
}

const ask = (url: string, locale: Locale, act: 'confirm' | 'leave'): Page => ({
  status: 200,
  title: act,
  form: linkForm(url, newsWords[locale][`${act}Button`]),
});

type Asked = { locale: Locale; act?: 'confirm' | 'leave'; search: string };

// What a mail program posts for its reader comes from another site (RFC 8058); the key is all that it needs.
async function post(request: IncomingMessage, { locale, act, search }: Asked): Promise<Page | null> {
  const header = (name: string) => request.headers[name] as string | undefined;
  if (!act && !sameOrigin('POST', header)) return null;
  const ip = clientNetwork(clientAddress(header('x-forwarded-for'), request.socket.remoteAddress));
  const actor = { ...guest, ip, requestId: requestIdOf(request) };
  try {
    const text = (await readText(request, mostBytes)) ?? '';
    return act ? await follow(actor, act, search) : await take(actor, locale, new URLSearchParams(text));
  } catch (error) {
    return refusalPage(error);
  }
}

async function take(actor: Actor, locale: Locale, form: URLSearchParams): Promise<Page> {
  const parsed = askInput.safeParse({ email: form.get('email') ?? '', locale });
  if (!parsed.success) return { status: 422, title: 'badEmail' };
  if (!form.get(trapField)) await askNews(actor, { ...parsed.data, wording: newsWords[locale].wording });
  return { status: 200, title: 'sent' };
}

async function follow(actor: Actor, act: 'confirm' | 'leave', search: string): Promise<Page> {
  const parsed = linkInput.safeParse({ key: new URLSearchParams(search).get('key') });
  if (!parsed.success) return { status: 410, title: 'over' };
  await transact(act === 'confirm' ? confirmNews : leaveNews)(actor, parsed.data);
  return { status: 200, title: act === 'confirm' ? 'confirmed' : 'left' };
}

function refusalPage(error: unknown): Page {
  if (error instanceof Refused && error.code === 'news-over') return { status: 410, title: 'over' };
  if (error instanceof Refused && error.code === 'rate-limited') return { status: 429, title: 'busy' };
  if (!(error instanceof Refused)) log.error({ err: error }, 'news');
  return { status: 503, title: 'away' };
}

async function writePage(
  { method }: IncomingMessage,
  response: ServerResponse,
  locale: Locale,
  { status, title, form }: Page,
): Promise<void> {
  const t = newsWords[locale];
  const lead = t[`${title}Lead` as Words];
  const text = brandPage(locale, await currentBrand(), {
    title: t[title],
    lead,
    form,
    links: [[`/${locale}`, t.home]],
  });
  response.writeHead(status, {
    ...plainPageHeaders,
    'x-robots-tag': 'noindex',
    'content-length': Buffer.byteLength(text),
  });
  response.end(method === 'HEAD' ? undefined : text);
}
