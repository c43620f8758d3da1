import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { ApartDay } from '@/lib/calendar/days-ahead';

/** The next days that differ from the week, with what they are. */
export function DaysAhead({ days, locale }: { days: ApartDay[]; locale: Locale }) {
  const t = translator(locale, 'calendar');
  const format = new Intl.DateTimeFormat(messageLocale(locale), { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <Card as="section" aria-labelledby="ahead">
      <SectionHead id="ahead" title={t('ahead')} lead={t('aheadLead')} />
      {days.length === 0 && <p className="text-muted">{t('aheadNone')}</p>}
      <ul className="divide-y divide-line">
        {days.map(({ date, worked, name }) => (
          <li key={date} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
            <time dateTime={date}>{format.format(new Date(`${date}T00:00:00Z`))}</time>
            <span className="min-w-0 wrap-anywhere text-muted">
              {[t(`kinds.${worked ? 'worked' : 'closed'}`), name[locale]].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
