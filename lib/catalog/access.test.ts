import { describe } from 'vitest';

import { requirePictures } from '@/lib/flows/catalog/keep-image';
import { tryAccess } from '@/tests/support/try-access';

const { isForConfirmedMembers } = tryAccess('catalog');

describe('what members do', () => {
  isForConfirmedMembers('requirePictures', async (actor) => requirePictures(actor));
});
