import { isMember } from '@/lib/core/actor';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { steadyClock } from '@/lib/core/time';
import { knownDrop, passLifeMs, sealPass } from '../gate';
import { isSolved } from '../gate/challenge';
import { waveAt, whyNotEligible } from '../policy';
import { getEntitlementBatched } from '../queries/get-entitlement';

import { notOpen, refuse } from './answers';

/** `POST /api/drops/:slug/pass`: a signed pass for one account, one drop and two minutes, once it is open. See docs/http.md. */
export const dropPassEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/drops/:slug/pass',
  admits: 'members',
  answer: async ({ params, ip, actor, body }) => {
    const drop = await knownDrop(params.slug ?? '', ip);
    if (!drop) return answer(404, { error: 'not-found' });
    const now = steadyClock();
    const shut = notOpen(drop, waveAt(drop.waves, now), now);
    if (shut) return shut;
    const member = await actor();
    const why = whyNotEligible(member, drop);
    if (why || !isMember(member))
      return refuse(
        drop,
        why === 'signed-out' ? 401 : why === 'unconfirmed' || why === 'needs-address' ? 403 : 409,
        why ?? 'signed-out',
        { values: { trust: drop.minTrust } },
      );
    if (drop.proofOfWork && !(await isSolved(await body(), drop.id, member.id)))
      return refuse(drop, 403, 'needs-proof');
    const { channels, emailKey, reserved } = await getEntitlementBatched(member, drop.id);
    if (drop.needsReservation && !reserved) return refuse(drop, 409, 'needs-reservation');
    const until = now.getTime() + passLifeMs;
    return answer(200, {
      pass: sealPass({ memberId: member.id, dropId: drop.id, channels, emailKey, until }),
      until: new Date(until).toISOString(),
      channels,
    });
  },
};
