import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { RunShown } from '@/lib/imports/queries/runs';
import { paths } from '@/lib/paths';

import { headingOf, stateOf } from './run-words';

type Props = { runs: RunShown[]; next: string | null; paged: boolean; locale: Locale };

/** Every import, the newest first. */
export function RunList({ runs, next, paged, locale }: Props) {
  const t = translator(locale, 'imports');
  const here = inLocale(locale, paths.staff('imports'));
  const state = (run: RunShown) => stateOf(run, locale);
  return (
    <section aria-labelledby="runs">
      <SectionHead id="runs" title={t('list.title')} lead={t('list.lead')} />
      {runs.length === 0 ? (
        <EmptyState title={t('list.empty')} level={3} compact>
          {t('list.emptyLead')}
        </EmptyState>
      ) : (
        <Card flush>
          <Table
            caption={t('list.title')}
            rows={runs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'what',
                header: t('list.what'),
                lead: true,
                cell: (run) => (
                  <TextLink href={inLocale(locale, paths.staff('imports', run.id))}>{headingOf(run, locale)}</TextLink>
                ),
              },
              {
                key: 'state',
                header: t('list.state'),
                cell: (run) => <Badge tone={state(run).tone}>{state(run).word}</Badge>,
              },
              {
                key: 'when',
                header: t('list.when'),
                className: 'text-sm text-muted',
                cell: ({ askedAt }) => <DateTime at={askedAt} locale={locale} format="moment" />,
              },
              {
                key: 'who',
                header: t('list.who'),
                className: 'text-sm text-muted',
                cell: ({ origin, askedBy }) =>
                  origin === 'TERMINAL' ? t('run.terminal') : <bdi>{askedBy?.name ?? t('run.somebody')}</bdi>,
              },
            ]}
          />
        </Card>
      )}
      <Pagination
        label={t('list.pages')}
        previous={paged ? { href: `${here}#runs`, label: t('list.newest') } : null}
        next={next === null ? null : { href: withQuery(here, { before: next }), label: t('list.older') }}
      />
    </section>
  );
}
