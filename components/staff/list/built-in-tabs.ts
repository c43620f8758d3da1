import { countWords } from '@/components/staff/count-words';
import type { ListShape, ViewOf } from '@/lib/core/list';
import { viewAddress } from '@/lib/core/list-views';

import type { ListTab } from './list-view';

type Today = { now: Date; zone: string };

/** The views that a list brings along as its tabs, with the counts that are known. */
export function builtInTabs<L extends ListShape>(
  list: L,
  { label, counts = {}, ...today }: Today & { label: (view: ViewOf<L>) => string; counts?: Record<string, number> },
): ListTab[] {
  return Object.entries(list.views ?? {}).map(([name, view]) => ({
    label: label(name as ViewOf<L>),
    count: counts[name] === undefined ? undefined : countWords(counts[name]),
    ...viewAddress(view, today),
  }));
}
