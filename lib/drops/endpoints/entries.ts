import { reading } from '@/lib/core/context';
import { answer, tooManyRequests, type Endpoint } from '@/lib/core/endpoint';
import { clock } from '@/lib/core/time';
import { rate } from '../gate/rate';
import { listEntries } from '../queries/list-entries';
import { limits } from '../limits';

const byAddress = rate(limits.drawList);

/** `GET /api/drops/:slug/entries/:wave?after=RANK`: the published entries of a decided wave, 5,000 at a time. See docs/http.md. */
export const dropEntriesEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/drops/:slug/entries/:wave',
  admits: 'anyone',
  answer: async ({ params, query, ip }) => {
    const wait = tooManyRequests(byAddress(ip, clock().getTime()));
    if (wait) return wait;
    const [wave, after] = [count(params.wave), count(query.get('after') ?? '0')];
    if (wave === null || after === null) return answer(404, { error: 'not-found' });
    const list = await listEntries(reading(), { slug: params.slug ?? '', wave, after });
    if (!list) return answer(404, { error: 'not-found' });
    return list === 'undecided' ? answer(409, { error: 'undecided' }) : answer(200, list);
  },
};

function count(text = ''): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
