import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    addToCartAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
    setInCartAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
  },
  endpoints: { 'POST /api/cart': 'everyone' },
  commands: { changeCart: 'step', keepGuestCart: 'step', putBack: 'step', lockCart: 'step', emptyCart: 'step' },
  flows: {},
  pages: { '(account)/cart': 'reads one cart, which a cookie names' },
};
