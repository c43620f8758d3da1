import { isMember } from '@/lib/core/actor';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { clock } from '@/lib/core/time';
import { claimInput } from '@/lib/drops/schema';

import { giveUnitBack } from './give-unit-back';

/** `POST /api/give-back` {claimId}: gives a held unit back before its time. See docs/http.md. */
export const giveBackEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/give-back',
  admits: 'members',
  answer: async ({ actor, body }) => {
    const holder = await actor();
    if (!isMember(holder)) return answer(401, { error: 'signed-out' });
    const asked = claimInput.safeParse(await body());
    if (!asked.success) return answer(400, { error: 'invalid' });
    await giveUnitBack(holder, asked.data);
    return answer(200, { now: clock().getTime() });
  },
};
