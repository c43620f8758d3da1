import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    addToCartAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
    buyAgainAction: {
      everyone: 'an order of the session, or the one that a key opens; lib/flows/cart/buy-again.test.ts',
    },
    removeCardAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
    applyCodeAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
    setInCartAction: { everyone: 'the cart of the session, or of the cookie of this browser' },
  },
  endpoints: { 'POST /api/cart': 'everyone' },
  commands: {
    setCode: 'step',
    setCard: 'step',
    noteHad: 'step',
    changeCart: 'step',
    keepGuestCart: 'step',
    putBack: 'step',
    lockCart: 'step',
    lockCarts: 'step',
    emptyCarts: 'step',
  },
  flows: {
    removeCard: { members: 'the cart of the caller, or of their browser; lib/flows/credit/credit-orders.test.ts' },
    applyCode: { members: 'the cart of the caller, or of their browser; lib/flows/cart/apply-code.test.ts' },
    buyAgain: { members: 'a guest’s order is opened by its key; lib/flows/cart/buy-again.test.ts' },
  },
  pages: { '(account)/cart': 'reads one cart, which a cookie names' },
};
