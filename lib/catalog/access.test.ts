import { describe } from 'vitest';

import { bringPictures } from '@/lib/flows/catalog/bring-pictures';
import { requirePictures } from '@/lib/flows/catalog/keep-image';
import { makeProduct } from '@/tests/support/forum-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForConfirmedMembers, isForStaff } = tryAccess('catalog');

describe('what members do', () => {
  isForConfirmedMembers('requirePictures', async (actor) => requirePictures(actor));
});

describe('what staff do', () => {
  isForStaff('bringPictures', async (actor) => {
    const { id } = await makeProduct();
    return bringPictures(actor, { productId: id, pictures: [] });
  });
});
