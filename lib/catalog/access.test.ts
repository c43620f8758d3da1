import { describe } from 'vitest';

import { bringPictures } from '@/lib/flows/catalog/bring-pictures';
import { chooseProducts } from '@/lib/flows/catalog/choose-products';
import { exportProducts } from '@/lib/flows/catalog/export-products';
import { requirePictures } from '@/lib/flows/catalog/keep-image';
import { makeProduct } from '@/tests/support/forum-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForConfirmedMembers, isForStaff } = tryAccess('catalog');

describe('what members do', () => {
  isForConfirmedMembers('requirePictures', async (actor) => requirePictures(actor));
});

describe('what staff do', () => {
  isForStaff('chooseProducts', async (actor) => {
    const { id } = await makeProduct();
    return chooseProducts(actor, { act: 'products.archive', all: undefined, ids: [id], query: {}, locale: 'en' });
  });
  isForStaff('exportProducts', async (actor) => {
    const { lines } = await exportProducts(actor, { query: {}, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
  isForStaff('bringPictures', async (actor) => {
    const { id } = await makeProduct();
    return bringPictures(actor, { productId: id, pictures: [] });
  });
});
