import { withQuery } from '@/lib/core/paths';

import { Pagination } from './pagination';

type Props = {
  here: string;
  /** The version before which the next page begins; null on the last one. */
  next: number | null;
  /** Whether this is not the first page. */
  paged: boolean;
  words: { label: string; newest: string; older: string };
};

/** The pages of a history of versions, the newest first. */
export function HistoryPages({ here, next, paged, words }: Props) {
  return (
    <Pagination
      label={words.label}
      previous={paged ? { href: `${here}#history`, label: words.newest } : null}
      next={next === null ? null : { href: withQuery(here, { before: `${next}` }), label: words.older }}
    />
  );
}
