import type { IncomingMessage, ServerResponse } from 'node:http';

import { guest, isMember, type Actor } from '@/lib/core/actor';
import { batched } from '@/lib/core/batching';
import { bounded } from '@/lib/core/bounded';
import { reading } from '@/lib/core/context';
import { isOutage } from '@/lib/core/outage';
import { hour, second } from '@/lib/core/time';
import { findOldAddress, mayBeOld } from '@/lib/flows/redirects/find-old-address';

import { actorOfRequest } from './actor';
import { isTurnedOff } from './areas';
import { answerUnavailable } from './answer-unavailable';
import { withCampaign } from './campaign';
import { securityHeaderFields } from './headers';
import { networkBudget } from '@/lib/core/network-budget';
import { networkOf } from './network-of';
import { clearedWithPages, pageGeneration } from './page-generation';
import { refuse } from './refuse-request';
import { openSession, sessionTokenIn } from './token';
import { isProgramFile } from './while-closed';

/** How many old addresses that lead nowhere one network may ask for at once, and how many more each second. */
export const lost = { atOnce: 120, eachSecond: 2 };

const budget = networkBudget({
  name: 'lost addresses by network',
  holds: 'How many old addresses that lead nowhere each client network may still ask for.',
  ...lost,
});
const known = bounded<string>({
  name: 'old addresses',
  holds: 'Where addresses of an old site lead everybody, or that they lead nowhere, for four seconds.',
  count: 5_000,
  bytes: 4 * 1024 * 1024,
  ttl: 4 * second,
});
const led = bounded<boolean>({
  name: 'old addresses that led somewhere',
  holds: 'Old addresses that led to a page within the hour, which are answered whatever else their reader asked for.',
  count: 20_000,
  bytes: 4 * 1024 * 1024,
  ttl: hour,
});
const current = clearedWithPages(known);

const nowhere = '';
// Of browsers for an hour, so that a mistake can be mended; of shared caches as briefly as pages, so that what is hidden is gone.
const forAll = 'max-age=3600, s-maxage=5';
const forOne = 'private, no-store';

/**
 * Leads an address of an old site to its page here, with 301; false for any other request, and where the address leads to nothing that the
 * asker may see, which is answered as any page that is not there. Few are looked up at once, and a network that asks for too many that
 * lead nowhere has to wait (429).
 */
export async function serveOldAddress(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method, url = '/' } = request;
  if ((method !== 'GET' && method !== 'HEAD') || languages.test(url)) return false;
  const old = mayBeOld(url);
  if (!old || isProgramFile(url)) return false;
  try {
    const [address = '/'] = url.split('?', 1);
    const mine = old.forSome ? sessionTokenIn(request.headers.cookie) : undefined;
    const found = current().get(address);
    if (found) return leads(found) && lead(request, response, found, forAll);
    if (found === nowhere && mine === undefined) return false;
    const network = networkOf(request);
    // What led somewhere, and what is being looked up already, costs nobody anything.
    const free = mine === undefined && (led.has(address) || underWay.has(address));
    if (!free && !budget.spend(network)) return refuseForNow(request, response);
    const target = found ?? (await lookUp(address));
    const own = target === nowhere && mine !== undefined ? await lookUpFor(mine, address) : null;
    if (target === nowhere && own === null) return false;
    if (!free) budget.give(network);
    if (!leads(own ?? target)) return false;
    return own === null ? lead(request, response, target, forAll) : lead(request, response, own, forOne);
  } catch (error) {
    if (!isOutage(error)) throw error;
    answerUnavailable(request, response, 'Old addresses cannot be looked up at this moment');
    return true;
  }
}

// Most requests are for pages of a language, and for files of the build.
const languages = /^\/(en|zh|_next)([/?]|$)/;

type Asked = { address: string; actor: Actor };

// Four at once, of a thread whose connections are for those who buy; the others wait in line.
const inLine = batched(
  (all: Asked[]) =>
    Promise.all(all.map(async ({ address, actor }) => (await findOldAddress(reading(actor), { address })) ?? nowhere)),
  { waitMs: 0, most: 4, longest: 500, patienceMs: 5 * second },
);

const underWay = bounded<Promise<string>>({
  name: 'old addresses being looked up',
  holds: 'Look-ups of old addresses that have begun, which others who ask for the same wait for too.',
  count: 1_000,
  bytes: 2 * 1024 * 1024,
  ttl: 10 * second,
  sizeOf: () => 128,
});

function lookUp(address: string): Promise<string> {
  const begun = underWay.get(address) ?? lookUpAnew(address).finally(() => underWay.delete(address));
  underWay.set(address, begun);
  return begun;
}

// What was begun before public data changed is not kept.
async function lookUpAnew(address: string): Promise<string> {
  const begun = pageGeneration();
  const target = await inLine({ address, actor: guest });
  if (target === nowhere) led.delete(address);
  else led.set(address, true);
  if (begun === pageGeneration()) current().set(address, target);
  return target;
}

// What only some may see is looked up for who asks, and kept for nobody.
async function lookUpFor(token: string, address: string): Promise<string | null> {
  const session = await openSession(token);
  const actor = session && (await actorOfRequest(session));
  return actor && isMember(actor) ? (await inLine({ address, actor })) || null : null;
}

// What is turned off is not there, at its old address either.
const leads = (target: string): boolean => !isTurnedOff(target);

function lead(request: IncomingMessage, response: ServerResponse, target: string, life: string): true {
  const location = withCampaign(target, request.url ?? '');
  response.writeHead(301, { ...securityHeaderFields, location, 'cache-control': life, 'content-length': 0 }).end();
  return true;
}

function refuseForNow(request: IncomingMessage, response: ServerResponse): true {
  const headers = { 'retry-after': String(Math.ceil(1 / lost.eachSecond)) };
  refuse(request, response, { status: 429, why: 'Too many addresses that lead nowhere', headers });
  return true;
}
