import { describe } from 'vitest';

import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast } = tryAccess('cart');

describe('endpoints', () => {
  answersTheCast('POST /api/cart', async () => ({ body: {} }));
});
