import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { writeCursor, type Cursor } from '@/lib/core/cursor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { pieces } from '@/lib/orders/choices/item-words';
import { lineTitle } from '@/lib/orders/schema';
import { paths } from '@/lib/paths';
import type { ReturnRow, ReturnView } from '@/lib/returns/queries';

import { ReturnStateBadge } from '../return-state';

type Props = { page: { rows: ReturnRow[]; last: Cursor | null }; view: ReturnView; isFirst: boolean; locale: Locale };

/** One page of returns, the newest first. */
export function ReturnList({ page: { rows, last }, view, isFirst, locale }: Props) {
  const t = translator(locale, 'returns');
  const home = withQuery(inLocale(locale, paths.staff('returns')), { view });
  if (isFirst && rows.length === 0)
    return (
      <EmptyState compact title={t(`staff.empty.${view}`)}>
        <p>{t('staff.emptyBody')}</p>
      </EmptyState>
    );
  return (
    <div>
      <Card flush>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} locale={locale} />
            </li>
          ))}
        </ul>
      </Card>
      <Pagination
        label={t('staff.pages')}
        previous={isFirst ? null : { href: home, label: t('staff.newest') }}
        next={
          last ? { href: withQuery(home, { after: writeCursor(last.at, last.id) }), label: t('staff.older') } : null
        }
      />
    </div>
  );
}

function Row({ row: { number, state, wish, createdAt, order, lines }, locale }: { row: ReturnRow; locale: Locale }) {
  const t = translator(locale, 'returns');
  return (
    <Link
      href={inLocale(locale, paths.staff('returns', number))}
      className="grid gap-1 p-4 transition-colors hover:bg-hover sm:px-6"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold break-words">
          {lines.map(({ announced, line }) => pieces(announced, lineTitle(locale, line))).join('; ')}
        </span>
        <ReturnStateBadge state={state} locale={locale} />
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t(`wishes.${wish}`)}</span>
        <span className="font-mono">{number}</span>
        <span>
          {t('staff.ofOrder')} <span className="font-mono">{order.number}</span>
        </span>
        <DateTime at={createdAt} locale={locale} />
      </span>
    </Link>
  );
}
