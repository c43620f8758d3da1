import { reading } from '@/lib/core/context';
import { answer, tooManyRequests, type Endpoint } from '@/lib/core/endpoint';
import { isUuid } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';
import { rate } from '../gate';
import { getLedger, type LedgerPlace } from '../queries/get-ledger';
import { limits } from '../limits';

const page = 5_000;
const byAddress = rate(limits.ledger);

/** `GET /api/drops/:slug/ledger`: every movement of a drop's units, for anyone to check, also while it runs. See docs/http.md. */
export const dropLedgerEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/drops/:slug/ledger',
  admits: 'anyone',
  answer: async ({ params, query, ip }) => {
    const now = clock();
    const wait = tooManyRequests(byAddress(ip, now.getTime()));
    if (wait) return wait;
    const place = query.get('after');
    const after = place ? placeOf(place) : undefined;
    if (after === null) return answer(400, { error: 'invalid' });
    const ledger = await getLedger(reading(undefined, now), { slug: params.slug ?? '', after, limit: page });
    return ledger
      ? answer(200, { slug: params.slug, now: now.getTime(), ...ledger })
      : answer(404, { error: 'not-found' });
  },
};

function placeOf(text: string): LedgerPlace | null {
  const [allotmentId = '', number = ''] = text.toLowerCase().split('.');
  return isUuid(allotmentId) && /^\d{1,9}$/.test(number) ? { allotmentId, seq: Number(number) } : null;
}
