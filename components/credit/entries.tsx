import type { ReactNode } from 'react';

import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { CreditEntryKind } from '@/lib/core/prisma-client/enums';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

export type ShownEntry = { id: bigint; kind: CreditEntryKind; amountMinor: number; at: Date; more?: ReactNode };
type Props = { entries: readonly ShownEntry[]; currency: string; locale: Locale; home: string; caption: string };

/** What moved a balance, the newest first. */
export function CreditEntries({ entries, currency, locale, home, caption }: Props) {
  const t = translator(locale, 'credit');
  return (
    <Table
      caption={caption}
      rows={[...entries]}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'what',
          header: t('columns.what'),
          lead: true,
          cell: ({ kind, more }) => (
            <span className="grid">
              <span>{t(`kinds.${kind}`)}</span>
              {more && <span className="text-sm text-muted">{more}</span>}
            </span>
          ),
        },
        { key: 'at', header: t('columns.at'), cell: ({ at }) => <DateTime at={at} locale={locale} format="date" /> },
        {
          key: 'amount',
          header: t('columns.amount'),
          align: 'end',
          cell: ({ amountMinor }) => (
            <span className={amountMinor > 0 ? 'text-positive' : undefined}>
              {amountMinor > 0 && '+'}
              <Money amount={amountMinor} {...{ currency, locale, home }} />
            </span>
          ),
        },
      ]}
    />
  );
}
