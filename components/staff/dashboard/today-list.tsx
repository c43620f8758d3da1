import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import type { Happening } from '@/lib/core/dashboard';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { translator } from '@/lib/web/i18n';

/** What goes on now and what begins within a day. */
export function TodayList({ locale, happenings }: { locale: Locale; happenings: Happening[] }) {
  const t = translator(locale, 'staff');
  return (
    <Card as="section" aria-labelledby="today">
      <SectionHead id="today" title={t('dashboard.todayTitle')} />
      {happenings.length === 0 && <p className="text-muted">{t('dashboard.nothingToday')}</p>}
      <ul className="-mx-3 grid gap-1">
        {happenings.map(({ at, kind, title, path }) => (
          <li key={`${path} ${at.toISOString()}`}>
            <Link
              href={inLocale(locale, path)}
              className="touch block rounded-lg px-3 py-2.5 transition-colors hover:bg-hover"
            >
              <bdi className="block font-medium">{title[locale]}</bdi>
              <span className="block text-sm text-muted">
                {t(`dashboard.today.${kind as 'dropOpens'}`)} <DateTime at={at} locale={locale} format="moment" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
