import { Card, SectionHead } from '@/components/ui/card';
import { ButtonLink } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { api, inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { BulkRowShown } from '@/lib/lists/queries/bulks';

import { refusalWords } from './bulk-words';

type Props = {
  act: { id: string; refused: number };
  rows: BulkRowShown[];
  /** The place behind which there are more. */
  next?: number;
  here: string;
  locale: Locale;
};

/** The orders that were refused, each with the words of its refusal, and the whole report as a file. */
export function OrderBulkReport({ act, rows, next, here, locale }: Props) {
  const t = translator(locale, 'lists');
  const orders = translator(locale, 'orders');
  return (
    <div className="grid gap-4">
      {rows.length > 0 && (
        <section>
          <SectionHead title={t('bulk.refusedTitle', { count: act.refused })} />
          <Card flush>
            <Table
              caption={t('bulk.refusedTitle', { count: act.refused })}
              rows={rows}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'order',
                  header: orders('staff.order'),
                  lead: true,
                  cell: ({ key }) => (
                    <TextLink className="font-mono" href={inLocale(locale, paths.staff('orders', key))}>
                      {key}
                    </TextLink>
                  ),
                },
                {
                  key: 'why',
                  header: t('bulk.why'),
                  cell: ({ code, values }) => refusalWords(locale, code ?? '', values),
                },
              ]}
            />
          </Card>
          <Pagination
            label={t('bulk.why')}
            next={next === undefined ? null : { href: withQuery(here, { after: next }), label: t('bulk.more') }}
          />
        </section>
      )}
      <ButtonLink
        href={withQuery(api('bulk', act.id), { locale })}
        prefetch={false}
        download
        icon={<Download aria-hidden />}
        className="justify-self-start"
      >
        {t('bulk.report')}
      </ButtonLink>
    </div>
  );
}
