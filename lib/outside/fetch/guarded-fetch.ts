import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { checkUrl, hostOf } from './check-url';
import { typeOf } from './content-type';
import { FetchRefused } from './fetch-refused';
import { isPublicAddress } from './public-address';
import { readBody } from './read-body';

export type FetchOptions = {
  /** Bytes of the body, packed and unpacked alike. */
  maxBytes?: number;
  /** Milliseconds for everything: names, redirects, body. */
  timeoutMs?: number;
  maxRedirects?: number;
  /** Media types, or beginnings of them ("image/"), that may come back. */
  accept?: string[];
  /** Headers for the address's own site, such as a key: sent by https only, and a redirect to another site is refused. */
  headers?: Record<string, string>;
};

/** What is posted: its text and the headers that say what it is. */
export type Posted = { body: string; headers: Record<string, string> };
export type GuardedPost = (address: string, posted: Posted) => Promise<Fetched>;

export type Fetched = {
  ok: boolean;
  status: number;
  contentType: string;
  /** The encoding that the header names, in small letters; empty where it names none. */
  charset: string;
  /** Seconds for which a busy server asks to be left alone; null where it does not say. */
  retryAfter: number | null;
  body: Buffer;
  finalUrl: string;
};
export type GuardedFetch = (address: string, options?: FetchOptions) => Promise<Fetched>;

/** What tests put in place of the internet. Production code passes nothing. */
export type Surroundings = {
  resolve?: (host: string) => Promise<string[]>;
  isAllowed?: (ip: string, host: string) => boolean;
  ports?: number[];
  /** Lets headers of one's own go over http. */
  plain?: boolean;
};

type Limits = Required<Omit<FetchOptions, 'accept' | 'headers'>> & {
  accept: string[];
  signal: AbortSignal;
  posted?: Posted;
  headers?: Record<string, string>;
};

const DEFAULTS = { maxBytes: 5_000_000, timeoutMs: 10_000, maxRedirects: 3 };
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Reads an address that somebody gave us, only from the open internet: every address of the host must be
 * public, the connection goes to a checked address, and each redirect is checked anew. Throws FetchRefused:
 * bad-url, bad-scheme, bad-port, bad-type, blocked-address, too-large, too-many-redirects, timeout, unreachable, and
 * other-site where headers of one's own would have to go to another scheme, host or port. An answer such as 404 is no refusal: `ok` is false.
 */
export const guardedFetch: GuardedFetch = createGuardedFetch();

/** A guarded fetch in other surroundings; exists so that tests can stand a loopback server in for the internet. */
export function createGuardedFetch(surroundings: Surroundings = {}): GuardedFetch {
  return async (address, options = {}) => {
    const limits = { ...DEFAULTS, accept: [], ...options };
    const signal = AbortSignal.timeout(limits.timeoutMs);
    try {
      return await follow(address, { ...limits, signal }, surroundings);
    } catch (error) {
      throw asRefusal(error, signal);
    }
  };
}

/** Posts to an address that somebody gave us, by https and only on the open internet; no redirect is followed, and little is read of the answer. */
export const guardedPost: GuardedPost = createGuardedPost();

/** The same in other surroundings. */
export function createGuardedPost(surroundings: Surroundings = { ports: [443] }): GuardedPost {
  return async (address, posted) => {
    const signal = AbortSignal.timeout(DEFAULTS.timeoutMs);
    try {
      return await follow(
        address,
        { ...DEFAULTS, maxBytes: 65_536, maxRedirects: 0, accept: [], signal, posted },
        surroundings,
      );
    } catch (error) {
      throw asRefusal(error, signal);
    }
  };
}

async function follow(address: string, limits: Limits, surroundings: Surroundings): Promise<Fetched> {
  let next = address;
  let from: URL | undefined;
  for (let hop = 0; hop <= limits.maxRedirects; hop++) {
    const url = checkUrl(next, surroundings.ports ?? [80, 443], from);
    if (limits.headers) keepToSite(url, from, surroundings);
    const ips = await withinTime(checkedAddresses(url, surroundings), limits.signal);
    const answer = await ask(url, ips, limits);
    if (typeof answer !== 'string') return answer;
    from = url;
    next = answer;
  }
  throw new FetchRefused('too-many-redirects');
}

// What proves who we are is for one site, and never for the wire to read.
function keepToSite(url: URL, from: URL | undefined, { plain }: Surroundings): void {
  if (url.protocol !== 'https:' && !plain) throw new FetchRefused('bad-scheme', 'a key goes by https only');
  if (from && url.origin !== from.origin) throw new FetchRefused('other-site', `sent on to ${url.origin}`);
}

async function checkedAddresses(url: URL, surroundings: Surroundings): Promise<string[]> {
  const host = hostOf(url);
  const ips = isIP(host) ? [host] : await (surroundings.resolve ?? resolveHost)(host);
  if (ips.length === 0) throw new FetchRefused('unreachable', `${host} has no address`);
  const isAllowed = surroundings.isAllowed ?? isPublicAddress;
  if (!ips.every((ip) => isAllowed(ip, host)))
    throw new FetchRefused('blocked-address', `${host} is not on the open internet`);
  return ips;
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** The answer, or where it sends us. */
async function ask(url: URL, ips: string[], limits: Limits): Promise<Fetched | string> {
  const agent = new Agent({
    connect: { lookup: pinnedTo(ips), timeout: limits.timeoutMs },
    connections: 1,
    pipelining: 0,
  });
  try {
    const reply = await request(url, {
      dispatcher: agent,
      signal: limits.signal,
      method: limits.posted ? 'POST' : 'GET',
      body: limits.posted?.body,
      headers: {
        ...limits.posted?.headers,
        ...limits.headers,
        'user-agent': 'Millet',
        accept: acceptHeader(limits.accept),
        'accept-encoding': 'gzip, deflate, br',
      },
    });
    const location = REDIRECTS.has(reply.statusCode) ? headerOf(reply, 'location') : '';
    return location || (await read(reply, url, limits));
  } finally {
    await agent.destroy();
  }
}

async function read(reply: Dispatcher.ResponseData, url: URL, limits: Limits): Promise<Fetched> {
  const { contentType, charset } = typeOf(headerOf(reply, 'content-type'));
  const ok = reply.statusCode >= 200 && reply.statusCode < 300;
  if (ok && !isAccepted(contentType, limits.accept)) throw new FetchRefused('bad-type', contentType || 'no type');
  if (Number(headerOf(reply, 'content-length')) > limits.maxBytes) throw new FetchRefused('too-large');
  const body = await readBody(reply.body, headerOf(reply, 'content-encoding'), limits.maxBytes);
  const retryAfter = secondsOf(headerOf(reply, 'retry-after'));
  return { ok, status: reply.statusCode, contentType, charset, retryAfter, body, finalUrl: url.href };
}

/** `Retry-After` is a number of seconds, or a moment. */
function secondsOf(text: string): number | null {
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text);
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - Date.now()) / 1_000));
}

/** A name may answer differently when asked twice (DNS rebinding): the connection gets the addresses we checked. */
function pinnedTo(ips: string[]): LookupFunction {
  const known = ips.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, done) => {
    if (options.all) done(null, known);
    else done(null, known[0]!.address, known[0]!.family);
  };
}

function headerOf(reply: Dispatcher.ResponseData, name: string): string {
  const value = reply.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function acceptHeader(accept: string[]): string {
  return accept.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', ') || '*/*';
}

function isAccepted(contentType: string, accept: string[]): boolean {
  return (
    accept.length === 0 ||
    accept.some((type) => contentType === type || (type.endsWith('/') && contentType.startsWith(type)))
  );
}

function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new FetchRefused('timeout'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

function asRefusal(error: unknown, signal: AbortSignal): FetchRefused {
  if (error instanceof FetchRefused) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  if (signal.aborted || /TIMEOUT/.test(code)) return new FetchRefused('timeout');
  return new FetchRefused('unreachable', code || 'no answer');
}
