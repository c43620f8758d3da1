import { answer, type Endpoint } from '@/lib/core/endpoint';

import { viewerOf } from './viewer';

/** `GET /api/viewer?path=/en/t/12/title`: the viewer layer of one page. */
export const viewerEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/viewer',
  admits: 'anyone',
  answer: async ({ actor, query, header }) =>
    answer(200, await viewerOf(await actor(), query.get('path') ?? '/', header?.('cookie'))),
};
