import { DateTime } from '@/components/ui/date-time';
import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { StockMovement } from '@/lib/stock/queries/get-stock';

/** Movements of a variant's units, the newest first. */
export function MovesTable({ moves, locale }: { moves: StockMovement[]; locale: Locale }) {
  const t = translator(locale, 'stock');
  const place = ({ kind, location, drop }: StockMovement['from']) => {
    if (drop)
      return t('moves.forDrop', { kind: t(`kinds.${kind}`), drop: localText(locale, drop.title, drop.titleZh) });
    return location ? t('moves.at', { kind: t(`kinds.${kind}`), place: location.name }) : t(`kinds.${kind}`);
  };
  return (
    <Table
      caption={t('moves.title')}
      rows={moves}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ key: 'what', header: t('moves.what'), lead: true },
          cell: ({ cause, note }) => (
            <>
              {t(`causes.${cause}`)}
              {note !== '' && <bdi className="block text-sm font-normal wrap-anywhere text-muted">{note}</bdi>}
            </>
          ),
        },
        {
          ...{ key: 'units', header: t('moves.units'), align: 'end' },
          cell: ({ units }) => <span className="tabular-nums">{groupDigits(units)}</span>,
        },
        {
          ...{ key: 'way', header: t('moves.way') },
          cell: ({ from, to }) => (
            <bdi className="wrap-anywhere">
              {place(from)} → {place(to)}
            </bdi>
          ),
        },
        {
          ...{ key: 'when', header: t('moves.when'), className: 'whitespace-nowrap' },
          cell: ({ at }) => <DateTime at={at} locale={locale} format="moment" />,
        },
        {
          ...{ key: 'by', header: t('moves.by') },
          cell: ({ actor }) => (actor?.handle ? <bdi>@{actor.handle}</bdi> : t('moves.system')),
        },
      ]}
    />
  );
}
