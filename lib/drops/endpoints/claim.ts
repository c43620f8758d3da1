import { answer, tooManyRequests, type Answer, type Endpoint } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { isOutage } from '@/lib/core/outage';
import { paths } from '@/lib/paths';
import { steadyClock } from '@/lib/core/time';
import {
  countRefusal,
  enter,
  findHold,
  isEnded,
  knownDrop,
  lineUp,
  mayHold,
  openPass,
  rate,
  type Pass,
  type Terms,
  type TermsWave,
} from '../gate';
import { decidesAt, isUndecided, waveAt } from '../policy';
import type { Entered, Settled } from '../sql';

import { notOpen, notYet, refuse } from './answers';
import { limits } from '../limits';

/** A claim as the gate sees it: what was sent, and from where. */
export type ClaimRequest = { slug: string; ip: string; body: unknown };
type Asked = { drop: Terms; wave: TermsWave; variantId: string; pass: Pass; now: Date };

/** `POST /api/drops/:slug/claim` {variantId, pass}: holds one unit for the member. See docs/http.md. */
export const dropClaimEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/drops/:slug/claim',
  admits: 'signed',
  answer: async ({ params, ip, body }) => answerClaim({ slug: params.slug ?? '', ip, body: await body() }),
};

/** Answers a claim: at once from memory where nothing can be had, else when the database has settled it. */
export function answerClaim(request: ClaimRequest): Answer | Promise<Answer> {
  const drop = knownDrop(request.slug, request.ip);
  if (drop instanceof Promise) return drop.then((known) => atGate(known, request), refusedOrBusy);
  return atGate(drop, request);
}

function refusedOrBusy(error: unknown): Answer {
  if (!(error instanceof Refused)) return busy(error);
  return tooManyRequests(Number(error.detail.values?.seconds ?? 1)) ?? answer(409, { error: error.code });
}

const byAddress = rate(limits.claimAddress);
const byMember = rate(limits.claim);

function atGate(drop: Terms | null, { ip, body }: ClaimRequest): Answer | Promise<Answer> {
  if (!drop) return answer(404, { error: 'not-found' });
  const now = steadyClock();
  const wave = waveAt(drop.waves, now);
  const shut = hurried(drop, byAddress(ip, now.getTime())) ?? notOpen(drop, wave, now);
  if (shut || !wave) return shut ?? refuse(drop, 409, 'closed');
  if (wave.pausedAt) return refuse(drop, 409, 'paused');
  const { variantId, pass: sealed } = (body ?? {}) as Record<string, unknown>;
  const pass = typeof sealed === 'string' ? openPass(sealed, drop.id) : null;
  if (!pass) return refuse(drop, 401, 'needs-pass');
  if (pass.until <= now.getTime() || isEnded(pass)) return refuse(drop, 401, 'pass-ended');
  const wait = hurried(drop, byMember(pass.memberId, now.getTime()));
  if (wait) return wait;
  if (typeof variantId !== 'string' || !wave.allotments.some((each) => each.variantId === variantId))
    return answer(400, { error: 'invalid' });
  return claim({ drop, wave, variantId, pass, now });
}

function hurried(drop: Terms, seconds: number): Answer | null {
  if (seconds > 0) countRefusal(drop.id, 'rate-limited');
  return tooManyRequests(seconds);
}

function claim(asked: Asked): Answer | Promise<Answer> {
  const { drop, wave, variantId, pass } = asked;
  const open = pass.channels
    .map((channel) => wave.allotments.find((each) => each.variantId === variantId && each.channel === channel))
    .filter((each) => each !== undefined);
  if (open.length === 0) return refuse(drop, 409, 'sold-out');
  if (isUndecided(drop, wave)) return enterLine(asked, open[0]!.id);
  const free = open.find(({ remaining }) => remaining > 0);
  if (free) return inLine(asked, free.id, open.length > 1);
  if (!mayHold(drop.slug, pass.memberId)) return refuse(drop, 409, 'sold-out');
  return findHold(drop.id, pass.memberId).then(
    (hold) => (hold ? settled(asked, hold) : refuse(drop, 409, 'sold-out')),
    busy,
  );
}

// When the last unit of one's own channel goes at this moment, the public ones are tried next.
function inLine(asked: Asked, allotmentId: string, more: boolean): Promise<Answer> {
  const { drop, pass } = asked;
  return lineUp(drop, allotmentId, pass).then((won) => {
    if (won.outcome === 'sold-out' && more)
      return claim({ ...asked, pass: { ...pass, channels: pass.channels.slice(1) } });
    // The decision fell, or was not known to have fallen, between memory and the lock.
    return won.outcome === 'undecided' ? enterLine(asked, allotmentId) : settled(asked, won);
  }, busy);
}

function enterLine(asked: Asked, allotmentId: string): Promise<Answer> {
  const { drop, wave, pass, now } = asked;
  return enter(wave.id, { ...pass, allotmentId }).then(
    (each) => entered(asked, each, decidesAt(drop, wave) ?? now),
    busy,
  );
}

function entered({ drop, now }: Asked, { outcome, entryId }: Entered, decides: Date): Answer {
  if (entryId) return answer(202, { entryId, decidesAt: decides.toISOString(), now: now.getTime() });
  // Decided while the entry was on its way: the next try is an ordinary claim.
  return outcome === 'decided' ? answer(503, { error: 'busy' }, { 'retry-after': '1' }) : refuse(drop, 409, outcome);
}

function settled({ drop, wave, now }: Asked, { outcome, claimId, variantId, heldUntil }: Settled): Answer {
  if (outcome === 'not-open') return notYet(drop, wave, now);
  if (outcome === 'owned') return refuse(drop, 409, 'already-owned-limit');
  if (!claimId || !heldUntil || outcome === 'hold-ended') return refuse(drop, 409, outcome);
  const body = {
    claimId,
    variantId,
    heldUntil: heldUntil.toISOString(),
    now: now.getTime(),
    checkout: paths.checkout(claimId),
  };
  return answer(outcome === 'granted' ? 201 : 200, body);
}

function busy(error: unknown): Answer {
  // The connection or the server is gone: nothing was decided here, or the decision stands and the next try finds it.
  if (isOutage(error)) return answer(503, { error: 'busy' }, { 'retry-after': '1' });
  throw error;
}
