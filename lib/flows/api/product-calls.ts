import { z } from 'zod';

import { cursor, nextPage, pageLimit } from '@/lib/core/api-shapes';
import { reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { product } from '@/lib/catalog/api-shapes';
import { listOnShow } from '@/lib/catalog/queries/list-on-show';

import { declareCall } from './call';

/** `GET /api/admin/v1/products`: what is on show, without drafts. */
export const listProductsCall = declareCall({
  method: 'GET',
  path: '/api/admin/v1/products',
  name: 'listProducts',
  summary: 'Products on show',
  description:
    'Products and the variants that are sold, with what each costs now. Drafts and archived products are not there.',
  scope: 'products.read',
  query: z.strictObject({ cursor: cursor.optional(), limit: pageLimit }),
  answers: { 200: { what: 'A page of products.', schema: z.object({ products: z.array(product), ...nextPage }) } },
  refuses: ['cursor-unknown'],
  run: async ({ caller, query: { cursor: given = noneYet, limit } }) => {
    if (given !== noneYet && !isUuid(given)) throw new Refused('cursor-unknown', 'not given here', { field: 'cursor' });
    const after = given === noneYet ? undefined : given;
    const { products, more } = await listOnShow(reading(caller.actor), { after, limit });
    return { status: 200, body: { products, next: products.at(-1)?.id ?? given, more } };
  },
});

// The cursor of a shop without products.
const noneYet = '0';
