import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { BulkShown } from '@/lib/lists/queries/bulks';
import { paths } from '@/lib/paths';

import type { BulkWords } from './bulk-words';

/** What was done to many rows of a list at once, each act with how it ended. */
export function BulkActs({ rows, words, locale }: { rows: BulkShown[]; words: BulkWords; locale: Locale }) {
  const t = translator(locale, 'lists');
  const list = inLocale(locale, paths.staff(words.list));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('bulk.title')}
        lead={t('bulk.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('bulk.title')}
            items={[{ label: words.listTitle, href: list }, { label: t('bulk.title') }]}
          />
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('bulk.none')} action={<ButtonLink href={list}>{words.back}</ButtonLink>}>
          {t('bulk.noneBody')}
        </EmptyState>
      ) : (
        <Card flush>
          <Table caption={t('bulk.title')} columns={columns(words, locale)} rows={rows} rowKey={({ id }) => id} />
        </Card>
      )}
    </div>
  );
}

function columns({ list, name }: BulkWords, locale: Locale): Column<BulkShown>[] {
  const t = translator(locale, 'lists');
  return [
    {
      key: 'act',
      header: t('bulk.act'),
      lead: true,
      cell: ({ id, act }) => (
        <TextLink href={inLocale(locale, paths.staff(list, 'bulk', id))}>{name(act) ?? act}</TextLink>
      ),
    },
    { key: 'by', header: t('bulk.by'), cell: ({ member }) => <bdi>{member.name}</bdi> },
    {
      key: 'at',
      header: t('bulk.at'),
      cell: ({ startedAt }) => startedAt && <DateTime at={startedAt} locale={locale} format="moment" />,
    },
    {
      key: 'state',
      header: t('bulk.state'),
      cell: ({ endedAt, stopped }) => t(`bulk.states.${endedAt ? (stopped ? 'stopped' : 'ended') : 'running'}`),
    },
    {
      key: 'result',
      header: t('bulk.result'),
      cell: ({ done, refused, total }) => t('bulk.tally', { done, refused, total }),
    },
  ];
}
