import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { StaffPoint } from '@/lib/service/queries';
import { translator } from '@/lib/web/i18n';

/** All service points, those that everybody is shown first. */
export function PointTable({ points, locale }: { points: readonly StaffPoint[]; locale: Locale }) {
  const t = translator(locale, 'service');
  if (points.length === 0)
    return (
      <EmptyState compact title={t('staff.empty')}>
        <p>{t('staff.emptyBody')}</p>
      </EmptyState>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {points.map(({ id, name, nameZh, address, closedUntil, hiddenAt }) => (
          <li key={id}>
            <Link
              href={inLocale(locale, paths.staff('service', id))}
              className="grid gap-1 p-4 transition-colors hover:bg-hover sm:px-6"
            >
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0 font-semibold break-words">{localText(locale, name, nameZh)}</span>
                {hiddenAt && <Badge>{t('staff.hidden')}</Badge>}
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span className="min-w-0 break-words">{address.replaceAll('\n', ', ')}</span>
                {closedUntil && (
                  <span>
                    {t('staff.closedUntil')} <DateTime at={closedUntil} locale={locale} format="moment" />
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
