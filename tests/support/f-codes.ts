import { system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { after, clock, hour } from '@/lib/core/time';
import { holdBack, makeDrop, makeOperator, type MadeDrop } from './drop-factories';

import { issueFCodes, redeemFCode, releaseClaim } from '@/lib/drops/commands';

export const terms = (drop: MadeDrop, more: object = {}) => ({
  dropId: drop.id,
  source: 'STAFF' as const,
  note: '',
  expiresAt: after(clock(), hour),
  count: 1,
  ...more,
});

export const issue = (operator: SignedIn, drop: MadeDrop, more: object = {}) =>
  transact(issueFCodes)(operator, terms(drop, more));

export const redeem = (fan: SignedIn, drop: MadeDrop, code: string, variant = 0) =>
  transact(redeemFCode)(fan, { dropId: drop.id, variantId: drop.variantIds[variant]!, code });

export const expire = (claimId: string) => transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });

export const settledOf = <T>(tries: Promise<T>[]) =>
  Promise.all(
    tries.map((each) =>
      each.then(
        (value) => value,
        (error: { code?: string }) => error.code ?? 'bug',
      ),
    ),
  );

export const many = <T>(count: number, run: (at: number) => Promise<T>) =>
  Array.from({ length: count }, (_, at) => run(at));

export async function stage(units = 5) {
  const drop = await makeDrop({ units: [20, 20] });
  return { drop, held: await holdBack(drop, units), operator: await makeOperator() };
}
