import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { answer, type Answer, type Endpoint } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { paths } from '@/lib/paths';
import { clock } from '@/lib/core/time';
import { redeemFCode } from '../commands';
import { countRefusal, knownDrop, type Terms } from '../gate';
import { requireEligible } from '../require-eligible';
import { redeemBody } from '../schema';
import { limits } from '../limits';

/** `POST /api/drops/:slug/redeem` {variantId, code} or {variantId, codeId}: holds one unit for an F-code. See docs/http.md. */
export const dropRedeemEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/drops/:slug/redeem',
  admits: 'members',
  answer: async ({ params, ip, actor, body }) => {
    const drop = await knownDrop(params.slug ?? '', ip);
    if (!drop) return answer(404, { error: 'not-found' });
    return redeem(drop, await actor(), ip, body).catch((error: unknown) => {
      if (error instanceof Refused) countRefusal(drop.id, error.code);
      throw error;
    });
  },
};

async function redeem(drop: Terms, member: Actor, ip: string, body: () => Promise<unknown>): Promise<Answer> {
  const memberId = requireEligible(member, drop);
  const now = clock();
  // Outside the transaction below: a wrong code is counted though nothing else comes of it.
  await spend(db, limits.redeem, memberId, now);
  await spend(db, limits.redeemAddress, ip, now);
  const asked = redeemBody.safeParse(await body());
  if (!asked.success) return answer(400, { error: 'invalid' });
  const { fresh, claimId, variantId, heldUntil } = await transact(redeemFCode)(
    member,
    { dropId: drop.id, ...asked.data },
    { now },
  );
  return answer(fresh ? 201 : 200, {
    claimId,
    variantId,
    heldUntil: heldUntil.toISOString(),
    now: now.getTime(),
    checkout: paths.checkout(claimId),
  });
}
