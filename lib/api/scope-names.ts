/** What a key of the API can be allowed to do. */
export const scopes = ['orders.read', 'orders.addresses', 'orders.ship', 'products.read'] as const;
export type Scope = (typeof scopes)[number];
