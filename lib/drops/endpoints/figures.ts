import { answer, type Endpoint } from '@/lib/core/endpoint';
import { forbidden } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { reading } from '@/lib/core/context';
import { canRunDrops } from '../policy';
import { getDropCounts } from '../queries';

/** `GET /api/staff/drops/:id/figures`: the live figures of a drop, for operations staff. */
export const dropFiguresEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/staff/drops/:id/figures',
  admits: 'members',
  answer: async ({ actor, params }) => {
    const who = await actor();
    if (!canRunDrops(who)) throw forbidden();
    const id = params.id ?? '';
    return isUuid(id) ? answer(200, await getDropCounts(reading(who), { id })) : answer(404, { error: 'not-found' });
  },
};
