import { describe } from 'vitest';

import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast } = tryAccess('api');

/** No session opens the API, whoever's it is; keys are tried in lib/flows/api/keys.test.ts. */
describe('without a key', () => {
  answersTheCast('GET /api/admin/v1/orders');
  answersTheCast('GET /api/admin/v1/orders/:number', async () => ({ params: { number: 'A' } }));
  answersTheCast('POST /api/admin/v1/orders/:number/shipments', async () => ({ params: { number: 'A' }, body: {} }));
  answersTheCast('POST /api/admin/v1/orders/:number/tracking', async () => ({ params: { number: 'A' }, body: {} }));
  answersTheCast('GET /api/admin/v1/products');
  answersTheCast('GET /api/admin/v1/openapi.json');
});
