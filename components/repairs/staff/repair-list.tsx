import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { writeCursor, type Cursor } from '@/lib/core/cursor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { RepairRow, RepairView } from '@/lib/repairs/queries/staff';

import { deviceTitle } from '../device-title';
import { RepairStateBadge } from '../repair-state';

type Props = { page: { rows: RepairRow[]; last: Cursor | null }; view: RepairView; isFirst: boolean; locale: Locale };

/** One page of repairs, the newest first. */
export function RepairList({ page: { rows, last }, view, isFirst, locale }: Props) {
  const t = translator(locale, 'repairs');
  const home = withQuery(inLocale(locale, paths.staff('repairs')), { view });
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

function Row({
  row: { number, state, unit, member, inWarranty, createdAt },
  locale,
}: {
  row: RepairRow;
  locale: Locale;
}) {
  const t = translator(locale, 'repairs');
  return (
    <Link
      href={inLocale(locale, paths.staff('repairs', number))}
      className="grid gap-1 p-4 transition-colors hover:bg-hover sm:px-6"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold break-words">{deviceTitle(unit, locale)}</span>
        <RepairStateBadge state={state} locale={locale} />
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span className="font-mono">{number}</span>
        <span className="font-mono break-all">{unit.serial}</span>
        <bdi>{member.name}</bdi>
        {inWarranty && <span>{t('facts.inWarranty')}</span>}
        <DateTime at={createdAt} locale={locale} />
      </span>
    </Link>
  );
}
