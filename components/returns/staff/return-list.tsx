import { CaseList } from '@/components/staff/case-list';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Cursor } from '@/lib/core/cursor';
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
export function ReturnList({ page, view, isFirst, locale }: Props) {
  const t = translator(locale, 'returns');
  const home = withQuery(inLocale(locale, paths.staff('returns')), { view });
  const words = {
    empty: t(`staff.empty.${view}`),
    emptyBody: t('staff.emptyBody'),
    pages: t('staff.pages'),
    newest: t('staff.newest'),
    older: t('staff.older'),
  };
  return <CaseList {...{ page, isFirst, home, words }} row={(row) => <Row row={row} locale={locale} />} />;
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
