import { CaseList } from '@/components/staff/case-list';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Cursor } from '@/lib/core/cursor';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { RepairRow, RepairView } from '@/lib/repairs/queries/staff';

import { deviceTitle } from '../device-title';
import { RepairStateBadge } from '../repair-state';

type Props = {
  page: { rows: RepairRow[]; last: Cursor | null };
  view: RepairView;
  pointId?: string;
  isFirst: boolean;
  locale: Locale;
};

/** One page of repairs, the newest first. */
export function RepairList({ page, view, pointId, isFirst, locale }: Props) {
  const t = translator(locale, 'repairs');
  const home = withQuery(inLocale(locale, paths.staff('repairs')), { view, point: pointId });
  const words = {
    empty: t(`staff.empty.${view}`),
    emptyBody: t('staff.emptyBody'),
    pages: t('staff.pages'),
    newest: t('staff.newest'),
    older: t('staff.older'),
  };
  return <CaseList {...{ page, isFirst, home, words }} row={(row) => <Row row={row} locale={locale} />} />;
}

function Row({
  row: { number, state, unit, member, point, inWarranty, createdAt },
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
        {point && <span>{localText(locale, point.name, point.nameZh)}</span>}
        {inWarranty && <span>{t('facts.inWarranty')}</span>}
        <DateTime at={createdAt} locale={locale} />
      </span>
    </Link>
  );
}
