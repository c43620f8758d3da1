import { FetchRefused, guardedFetch, type Fetched, type GuardedFetch } from '@/lib/outside/fetch';

/** Why a forum is read no further for now: a sentence for who started it. What has been read stays. */
export class ForumStopped extends Error {}

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
};

type Once = Answer | { wait: number } | { fault: string };
type State = { options: Required<Omit<ApiOptions, 'onWait'>> & ApiOptions; next: number; interval: number };

export const mostAnswerBytes = 48 * 1_048_576;
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
  const state: State = { options, next: 0, interval: 60_000 / options.perMinute };
  const count = { requests: 0, waited: 0 };
  const wait = async (ms: number, why: string) => {
    count.waited += ms;
    options.onWait?.(ms, why);
    await options.pause(ms);
  };
  return {
    site: options.site,
    count,
    async get(path) {
      let faults = 0;
      for (let waits = 0; ;) {
        await takeTurn(state);
        count.requests += 1;
        const answer = await once(options, path);
        if ('ok' in answer) return answer;
        if ('wait' in answer) {
          if ((waits += 1) > mostWaits || answer.wait > longestWait)
            throw new ForumStopped(
              'the forum lets nothing more be read for now (too many requests); run it again later',
            );
          state.interval *= 1.25;
          await wait(answer.wait, 'the forum asks for it');
        } else {
          if ((faults += 1) >= mostTries) return { ok: false, why: 'failing' };
          await wait(Math.min(2 ** faults * 1_000, longestPause), answer.fault);
        }
      }
    },
  };
}

async function takeTurn(state: State): Promise<void> {
  const { pause, now } = state.options;
  const ahead = state.next - now();
  if (ahead > 0) await pause(ahead);
  state.next = Math.max(now(), state.next) + state.interval;
}

async function once({ site, key, username, fetch }: State['options'], path: string): Promise<Once> {
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

function judge({ ok, status, retryAfter, body }: Fetched): Once {
  const value = ok || status === 429 ? parse(body) : undefined;
  if (status === 429) return { wait: Math.max(1, retryAfter ?? waitSeconds(value) ?? 30) * 1_000 };
  if (ok) return value === undefined ? { fault: 'the answer is no JSON' } : { ok: true, value };
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
      );
    default:
      throw new ForumStopped(`this address is not read: ${message}`);
  }
}

/** Discourse says in the body, too, how long to wait. */
function waitSeconds(value: unknown): number | null {
  const extras = (value as { extras?: { wait_seconds?: unknown } } | null | undefined)?.extras;
  return typeof extras?.wait_seconds === 'number' ? extras.wait_seconds : null;
}

function parse(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
