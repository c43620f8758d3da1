/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    /** What is told of a product, what is sold of it, what it costs, or whether it is on show. */
    'product.changed': { productId: string };
    /** A price holds since a moment ago, instead of another. */
    'price.began': { priceId: string; variantId: string };
  }
}
