import { isMember, type Actor } from '@/lib/core/actor';
import { answer, type Answer, type Door, type Knock } from '@/lib/core/door';
import { limits } from '@/lib/core/limits';
import { paths } from '@/lib/core/paths';
import { clock } from '@/lib/core/time';
import { findHold, knownDrop, lineUp, LineTooLong, rate, type Terms } from '@/lib/drops/gate';
import { waveAt, whyNotEligible } from '@/lib/drops/policy';
import { claimBody } from '@/lib/drops/schema';
import type { Settled } from '@/lib/drops/sql';

/** `POST /api/drops/:slug/claim` {variantId}: holds one unit for the member. See docs/http.md. */
export const dropClaimDoor: Door = {
  method: 'POST',
  path: '/api/drops/:slug/claim',
  admits: 'members',
  answer: async (knock) => {
    const now = clock();
    const drop = await knownDrop(knock.params.slug ?? '');
    if (!drop) return refuse(404, 'not-found');
    return tooOften(byAddress(knock.ip, now.getTime())) ?? tooEarlyOrLate(drop, now) ?? claim(knock, drop, now);
  },
};

const byAddress = rate(limits.claimAddress);
const byMember = rate(limits.claim);

function tooOften(seconds: number): Answer | null {
  return seconds > 0 ? refuse(429, 'rate-limited', { values: { seconds } }, { 'retry-after': String(seconds) }) : null;
}

function tooEarlyOrLate(drop: Terms, now: Date): Answer | null {
  const wave = waveAt(drop.waves, now);
  if (!wave || drop.cancelledAt || now >= wave.closesAt) return refuse(409, 'closed');
  return now < wave.opensAt ? notOpen(wave.opensAt, now) : null;
}

function notOpen(opensAt: Date, now: Date): Answer {
  return refuse(409, 'not-open', { opensAt: opensAt.toISOString(), now: now.getTime() });
}

async function claim(knock: Knock, drop: Terms, now: Date): Promise<Answer> {
  const body = claimBody.safeParse(await knock.body());
  const wave = waveAt(drop.waves, now);
  const allotment = wave?.allotments.find(({ variantId }) => variantId === body.data?.variantId);
  if (!wave || !allotment) return refuse(400, 'invalid');
  if (allotment.remaining < 1) return soldOut(knock, drop, now);
  const actor = await knock.actor();
  const shut = eligible(actor, drop);
  if (shut || !isMember(actor)) return shut ?? refuse(401, 'signed-out');
  return tooOften(byMember(actor.id, now.getTime())) ?? settled(await inLine(drop, allotment.id, actor.id), wave.opensAt, now);
}

function eligible(actor: Actor, drop: Terms): Answer | null {
  const why = whyNotEligible(actor, drop);
  if (why === 'signed-out') return refuse(401, why);
  if (why === 'unconfirmed') return refuse(403, why);
  return why ? refuse(409, why, { values: { trust: drop.minTrust } }) : null;
}

// Known without the database, save once for each member who might be asking again for the unit they hold.
async function soldOut(knock: Knock, drop: Terms, now: Date): Promise<Answer> {
  const memberId = knock.memberId ? await knock.memberId() : null;
  if (!memberId) return refuse(409, 'sold-out');
  const wait = tooOften(byMember(memberId, now.getTime()));
  if (wait) return wait;
  const hold = await findHold(drop.id, memberId);
  if (!hold) return refuse(409, 'sold-out');
  const actor = await knock.actor();
  return isMember(actor) ? settled(hold, now, now) : refuse(401, 'signed-out');
}

async function inLine(drop: Terms, allotmentId: string, memberId: string): Promise<Settled | null> {
  return lineUp(drop.slug, allotmentId, memberId).catch((error: unknown) => {
    if (error instanceof LineTooLong || isOutage(error)) return null;
    throw error;
  });
}

function settled(claimed: Settled | null, opensAt: Date, now: Date): Answer {
  if (!claimed) return refuse(503, 'busy', {}, { 'retry-after': '1' });
  const { outcome, claimId, variantId, heldUntil } = claimed;
  if (outcome === 'not-open') return notOpen(opensAt, now);
  if (outcome === 'owned') return refuse(409, 'already-owned-limit');
  if (!claimId || !heldUntil || outcome === 'hold-ended') return refuse(409, outcome);
  const body = { claimId, variantId, heldUntil: heldUntil.toISOString(), now: now.getTime(), checkout: paths.checkout(claimId) };
  return answer(outcome === 'granted' ? 201 : 200, body);
}

// The connection or the server is gone: nothing was decided here, or the decision stands and the next try finds it.
function isOutage(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|ETIMEDOUT|57P0|08|53)/.test(code) || /timeout exceeded|Connection terminated/i.test(message);
}

function refuse(status: number, error: string, more: Record<string, unknown> = {}, headers?: Record<string, string>): Answer {
  return answer(status, { error, ...more }, headers);
}
