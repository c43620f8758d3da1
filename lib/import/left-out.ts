import { terminalLine } from '@/lib/core/terminal';

/** What imports leave behind although nothing is wrong with it, in the words of a terminal; pages have a sentence for each. */
export const leftOutWords = {
  stock: 'stock quantities (stock is what a drop puts on offer)',
  costs: 'costs of variants',
  'tax-codes': 'tax codes of variants',
  'product-pictures': 'products without a picture from being on sale: they are drafts until staff publish them',
  'collection-products': 'products of collections that have too many',
  'collection-rules': 'rules of collections that have too many',
  'collections-apart': 'collections with rules that are not known here; they are kept',
  'redirects-apart': 'redirects with which a rehearsal compares no later ones',
  'customer-notes': 'notes of customers',
  'customer-addresses': 'addresses of customers',
  'customers-erased': 'customers who were erased here',
  'orders-erased': 'orders whose person was erased here',
  'delivery-addresses': 'delivery addresses of orders that are over',
  'billing-addresses': 'billing addresses of orders',
  'order-notes': 'notes of orders',
  'payment-references': 'references of payments',
  'phone-numbers': 'phone numbers that cannot be read',
  'orders-nameless': 'orders without an e-mail address',
  'page-templates': 'templates of pages',
  'page-titles': 'titles of pages that were cut',
  'topic-notes': 'notes of the forum about a topic, such as that it was closed',
  'member-pictures': 'pictures of members',
  'trust-levels': 'levels of trust above 3, which the team gives here: those members have 3',
  'board-names': 'names of boards: {of} are for staff only until a run with categories.json, or with --boards public',
  'dead-links': "links and pictures that only the forum's address leads to: run again with --from https://…",
  frames: 'frames of other sites',
} as const;
export type LeftOutCode = keyof typeof leftOutWords;
export type LeftOutCounts = Partial<Record<LeftOutCode, number>>;

/** Told at the end, in words and by their code; `of` is which ones are meant, where that is told. */
export type TellLeftOut = (words: string, count: number, code: LeftOutCode, of?: string) => void;

/** Counts what an import leaves behind although nothing is wrong with it, to be told at the end. */
export type LeftOut = { add(code: LeftOutCode, count?: number, of?: string): void; each(tell: TellLeftOut): void };

export function createLeftOut(): LeftOut {
  const counts = new Map<LeftOutCode, { count: number; of?: string }>();
  return {
    add(code, count = 1, of) {
      if (count > 0) counts.set(code, { count: (counts.get(code)?.count ?? 0) + count, of });
    },
    each: (tell) =>
      counts.forEach(({ count, of }, code) => tell(leftOutWords[code].replace('{of}', of ?? ''), count, code, of)),
  };
}

/** `left out: 92 notes …`: one of the last lines of an import. */
export function formatLeftOut(what: string, count: number): string {
  return terminalLine(`left out: ${count} ${what}`);
}
