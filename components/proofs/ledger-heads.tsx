'use client';

import { useTranslations } from 'use-intl';

import { Table } from '@/components/ui/table';
import type { LedgerBook } from '@/lib/drops/ledger/verify';

/** The last fingerprint of every book, to be noted down and compared later. */
export function LedgerHeads({ books, nameOf }: { books: LedgerBook[]; nameOf: (book: LedgerBook) => string }) {
  const t = useTranslations('drops.ledger');
  return (
    <details className="rounded-lg border border-line">
      <summary className="touch cursor-pointer px-4 py-3 font-semibold">{t('heads')}</summary>
      <p className="px-4 pb-2 text-[0.9375rem] text-muted">{t('headsBody')}</p>
      <Table
        caption={t('heads')}
        rows={books}
        rowKey={({ allotmentId }) => allotmentId}
        columns={[
          { key: 'book', header: t('book'), lead: true, cell: nameOf },
          { key: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => rows },
          {
            key: 'head',
            header: t('head'),
            cell: ({ head }) => <code className="font-mono text-sm break-all select-all">{head}</code>,
          },
        ]}
      />
    </details>
  );
}
