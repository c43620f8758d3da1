/** Paths of this domain's pages, without their language. */
export const cartPaths = { cart: () => '/cart', cartCheckout: () => '/checkout' } as const;
