import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateTime } from '@/components/ui/date-time';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { BulkShown } from '@/lib/lists/queries/bulks';
import { paths } from '@/lib/paths';

import type { BulkWords } from './bulk-words';

/** What the act on many is, who started it and when, and the way back to its list. */
export function BulkHead({ bulk, words, locale }: { bulk: BulkShown; words: BulkWords; locale: Locale }) {
  const { act, total, startedAt, member } = bulk;
  const to = (...parts: string[]) => inLocale(locale, paths.staff(words.list, ...parts));
  const crumbs = [
    { label: words.listTitle, href: to() },
    { label: translator(locale, 'lists')('bulk.title'), href: to('bulk') },
    { label: words.name(act) ?? act },
  ];
  return (
    <PageHeader
      title={words.heading(act, total)}
      breadcrumbs={<Breadcrumbs label={words.listTitle} items={crumbs} />}
      meta={
        startedAt && (
          <>
            <bdi>{member.name}</bdi>
            <DateTime at={startedAt} locale={locale} format="moment" />
          </>
        )
      }
    />
  );
}
