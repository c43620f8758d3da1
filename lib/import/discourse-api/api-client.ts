import type { ImportFailure } from '@/lib/imports/choices';
import { FetchRefused, guardedFetch, type Fetched, type GuardedFetch } from '@/lib/outside/fetch';

import { beyondBounds } from '../json-bounds';
import { createPace } from './forum-pace';

/** Why a forum is read no further for now: a sentence for who started it. What has been read stays. */
export class ForumStopped extends Error {
  constructor(
    message: string,
    /** The same as a word that pages have a sentence for. */
    readonly code: ImportFailure = 'silent',
  ) {
    super(message);
  }
}

export type ApiOptions = {
  /** The forum's address. */
  site: string;
  key: string;
  username: string;
  /** Requests a minute at most. */
  perMinute: number;
  fetch?: GuardedFetch;
  /** What tests put in place of waiting. */
  pause?: (ms: number) => Promise<void>;
  now?: () => number;
  /** Told of every pause that the forum caused, in milliseconds, with the reason. */
  onWait?: (ms: number, why: string) => void;
};

/** An answer of the forum: its JSON, or why there is none. `failing` where it was asked several times and never answered as it should. */
export type Answer = { ok: true; value: unknown } | { ok: false; why: 'refused' | 'gone' | 'too-large' | 'failing' };
export type ForumApi = {
  site: string;
  get(path: string): Promise<Answer>;
  /** Requests sent, and milliseconds waited because the forum asked for it or did not answer. */
  readonly count: { requests: number; waited: number };
  /** Requests a minute: as many as was said, or fewer while the forum says that it is too much. */
  perMinute(): number;
};

type Once = Answer | { wait: number } | { fault: string };
type Options = Required<Omit<ApiOptions, 'onWait'>> & ApiOptions;

export const mostAnswerBytes = 48 * 1_048_576;
/** The largest answers, a thousand posts with all that is said of them, have some hundred thousand values, and are nested ten deep. */
export const answerBounds = { depth: 100, values: 2_000_000 };
const answerMs = 120_000;
const mostTries = 6;
const mostWaits = 20;
const longestWait = 15 * 60_000;
const longestPause = 60_000;

/**
 * Asks a Discourse forum for JSON with an API key, which goes to that forum alone. One request at a time, and no more than so many a minute;
 * fewer where the forum says that it is too much. Throws ForumStopped where going on makes no sense.
 */
export function createApi(given: ApiOptions): ForumApi {
  const options = { fetch: guardedFetch, pause: sleep, now: Date.now, ...given };
  const pace = createPace(options.perMinute, options);
  const count = { requests: 0, waited: 0 };
  const wait = async (ms: number, why: string) => {
    count.waited += ms;
    options.onWait?.(ms, why);
    await options.pause(ms);
  };
  return {
    site: options.site,
    count,
    perMinute: pace.perMinute,
    async get(path) {
      let faults = 0;
      for (let waits = 0; ;) {
        await pace.turn();
        count.requests += 1;
        const answer = await once(options, path);
        if ('ok' in answer) {
          pace.answered();
          return answer;
        }
        if ('wait' in answer) {
          if ((waits += 1) > mostWaits || answer.wait > longestWait)
            throw new ForumStopped(
              'the forum lets nothing more be read for now (too many requests); run it again later',
              'busy',
            );
          pace.slower();
          await wait(answer.wait, 'the forum asks for it');
        } else {
          if ((faults += 1) >= mostTries) return { ok: false, why: 'failing' };
          await wait(Math.min(2 ** faults * 1_000, longestPause), answer.fault);
        }
      }
    },
  };
}

async function once({ site, key, username, fetch }: Options, path: string): Promise<Once> {
  try {
    const answer = await fetch(`${site}${path}`, {
      maxBytes: mostAnswerBytes,
      timeoutMs: answerMs,
      headers: { 'api-key': key, 'api-username': username },
    });
    return judge(answer);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return judgeRefusal(error);
  }
}

const beyond = { depth: 'the answer is nested too deeply', values: 'the answer says far too much' };

function judge({ ok, status, retryAfter, body }: Fetched): Once {
  if (status === 429) return { wait: Math.max(1, retryAfter ?? waitSeconds(parse(body)) ?? 30) * 1_000 };
  if (ok) {
    const read = parse(body);
    return 'value' in read ? { ok: true, ...read } : read;
  }
  if (status === 404 || status === 410) return { ok: false, why: 'gone' };
  if (status >= 400 && status < 500 && status !== 408) return { ok: false, why: 'refused' };
  if (retryAfter !== null && retryAfter > 0) return { wait: retryAfter * 1_000 };
  return { fault: `the forum answers ${status}` };
}

function judgeRefusal({ code, message }: FetchRefused): Once {
  switch (code) {
    case 'too-large':
      return { ok: false, why: 'too-large' };
    case 'timeout':
    case 'unreachable':
    case 'bad-type':
      return { fault: 'the forum does not answer' };
    case 'other-site':
      throw new ForumStopped(
        `the forum sends us to another site, which gets no key: ${message}; use that address if it is the forum's`,
        'other-site',
      );
    default:
      throw new ForumStopped(`this address is not read: ${message}`, 'address');
  }
}

type Read = { value: object } | { fault: string };

/** Discourse says in the body, too, how long to wait. */
function waitSeconds(read: Read): number | null {
  const extras = 'value' in read ? (read.value as { extras?: { wait_seconds?: unknown } }).extras : null;
  return typeof extras?.wait_seconds === 'number' ? extras.wait_seconds : null;
}

function parse(body: Buffer): Read {
  const too = beyondBounds(body, answerBounds);
  if (too !== null) return { fault: beyond[too] };
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value === 'object' && value !== null) return { value };
  } catch {
    // Neither JSON nor text.
  }
  return { fault: 'the answer is no JSON' };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
