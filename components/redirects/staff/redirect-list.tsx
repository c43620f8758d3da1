import type { ReactNode } from 'react';

import { EmptyState } from '@/components/ui/empty-state';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { DateTime } from '@/components/ui/date-time';
import { Table } from '@/components/ui/table';
import { readableAddress } from '@/lib/core/address';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { StaffRedirect } from '@/lib/redirects/queries';

type Props = {
  rows: StaffRedirect[];
  previous: string | null;
  next: string | null;
  words?: string;
  here: string;
  locale: Locale;
  /** What is offered where there are none. */
  instead?: ReactNode;
};

/** Redirects by their address; each leads to its form. */
export function RedirectList({ rows, previous, next, words, here, locale, instead }: Props) {
  const t = translator(locale, 'redirects');
  if (rows.length === 0)
    return (
      <EmptyState title={t(words ? 'foundNone' : 'empty')} level={3} compact action={!words && instead}>
        {t(words ? 'foundNoneLead' : 'emptyLead')}
      </EmptyState>
    );
  const page = (name: 'after' | 'before', id: string | null, label: string) =>
    id === null ? null : { href: withQuery(here, { q: words, [name]: id }), label };
  return (
    <>
      <Card flush>
        <Table
          caption={t('title')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'from',
              header: t('from'),
              lead: true,
              className: 'wrap-anywhere sm:w-2/5',
              cell: ({ id, fromPath }) => (
                <TextLink href={inLocale(locale, paths.staff('settings', 'redirects', id))}>
                  <bdi>{fromPath}</bdi>
                </TextLink>
              ),
            },
            {
              key: 'to',
              header: t('to'),
              className: 'wrap-anywhere sm:w-2/5',
              cell: ({ to }) => <bdi>{readableAddress(to)}</bdi>,
            },
            {
              key: 'changed',
              header: t('changed'),
              className: 'text-sm text-muted sm:whitespace-nowrap',
              cell: ({ updatedAt, by }) => (
                <>
                  <DateTime at={updatedAt} locale={locale} /> {by && <bdi>{by.name}</bdi>}
                </>
              ),
            },
          ]}
        />
      </Card>
      <Pagination
        label={t('pages')}
        previous={page('before', previous, t('previous'))}
        next={page('after', next, t('next'))}
      />
    </>
  );
}
