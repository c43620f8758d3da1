import { describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { makeMember } from '@/tests/support/factories';
import { refused } from '@/tests/support/refusal';

import { whyNotEligible } from './policy';
import { requireEligible } from './require-eligible';

describe('who has a phone alone', () => {
  const why = (actor: SignedIn, change: Partial<SignedIn> = {}) =>
    whyNotEligible({ ...actor, ...change }, { minTrust: 0 });

  it('is asked for an address before a claim, since what becomes of it is mailed', async () => {
    const fan = await makeMember();
    expect(why(fan)).toBeNull();
    expect(why(fan, { withoutAddress: false })).toBeNull();
    expect(why(fan, { withoutAddress: true })).toBe('needs-address');
    expect(why(fan, { confirmed: false, withoutAddress: true })).toBe('unconfirmed');
    expect(whyNotEligible(guest, { minTrust: 0 })).toBe('signed-out');
    const ask = async () => requireEligible({ ...fan, withoutAddress: true }, { minTrust: 0 });
    expect((await refused(ask())).code).toBe('needs-address');
  });
});
