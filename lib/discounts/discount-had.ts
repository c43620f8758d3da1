import { Refused } from '@/lib/core/errors';

/** The refusal of an order whose buyer had one of its discounts before, and which. */
export class DiscountHad extends Refused {
  constructor(readonly discountId: string) {
    super('discount-once', 'Its buyer had it before');
  }
}
