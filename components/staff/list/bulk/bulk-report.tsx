import { Card, SectionHead } from '@/components/ui/card';
import { ButtonLink } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { api, withQuery } from '@/lib/core/paths';
import type { BulkRowShown } from '@/lib/lists/queries/bulks';

import type { BulkWords, Named } from './bulk-words';

type Props = {
  act: { id: string; refused: number };
  rows: BulkRowShown[];
  /** The place behind which there are more. */
  next?: number;
  here: string;
  words: BulkWords;
  /** What rows are called besides their keys. */
  names?: ReadonlyMap<string, Named>;
  locale: Locale;
};

/** The rows that were refused, each with the words of its refusal, and the whole report as a file. */
export function BulkReport({ act, rows, next, here, words, names, locale }: Props) {
  const t = translator(locale, 'lists');
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
                { key: 'row', header: words.row, lead: true, cell: ({ key }) => words.cell(key, names?.get(key)) },
                { key: 'why', header: t('bulk.why'), cell: ({ code, values }) => words.refused(code ?? '', values) },
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
