import { expect, it } from 'vitest';

import { translator } from '@/lib/core/i18n';
import type { OrderState } from '@/lib/orders/schema';

import { refundWords } from './refund-words';

it('a refund says that a drop’s unit goes back to the drop, and what the shop sold into stock', () => {
  const t = translator('en', 'orders');
  const words = (state: OrderState, isOfDrop: boolean, isPart = false) =>
    t(`staff.${refundWords(state, isOfDrop, isPart)}`, { total: '$5.00' });
  expect(words('PAID', true)).toContain('back to the drop');
  expect(words('PAID', false)).toContain('back into stock');
  expect(words('PAID', false)).not.toContain('drop');
  for (const isOfDrop of [true, false]) expect(words('SHIPPED', isOfDrop)).toContain('already shipped');
  for (const state of ['PAID', 'SHIPPED'] as const) expect(words(state, true, true)).toContain('stay as they are');
});
