import { CaseList } from '@/components/staff/case-list';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Cursor } from '@/lib/core/cursor';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { RecallRow, RecallView } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { recallTones } from '../unit-tones';

type Props = { page: { rows: RecallRow[]; last: Cursor | null }; view: RecallView; isFirst: boolean; locale: Locale };

/** One page of recalls, the newest first. */
export function RecallList({ page, view, isFirst, locale }: Props) {
  const t = translator(locale, 'recalls');
  const home = withQuery(inLocale(locale, paths.staff('recalls')), { view });
  const words = {
    empty: t(`staff.empty.${view}`),
    emptyBody: t('staff.emptyBody'),
    pages: t('staff.pages'),
    newest: t('staff.newest'),
    older: t('staff.older'),
  };
  return <CaseList {...{ page, isFirst, home, words }} row={(row) => <Row row={row} locale={locale} />} />;
}

function Row({ row, locale }: { row: RecallRow; locale: Locale }) {
  const t = translator(locale, 'recalls');
  return (
    <Link
      href={inLocale(locale, paths.staff('recalls', row.id))}
      className="grid gap-1 p-4 transition-colors hover:bg-hover sm:px-6"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-semibold break-words">{localText(locale, row.title, row.titleZh)}</span>
        <Badge tone={recallTones[row.state]}>{t(`staff.states.${row.state}`)}</Badge>
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{localText(locale, row.product.title, row.product.titleZh)}</span>
        <DateTime at={row.publishedAt ?? row.createdAt} locale={locale} />
      </span>
    </Link>
  );
}
