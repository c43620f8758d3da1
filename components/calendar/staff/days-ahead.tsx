import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { dayAfter } from '@/lib/calendar/choices/working-days';
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
        {stretchesOf(days).map(({ date, until, worked, name }) => (
          <li key={date} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
            <span className="break-keep">{format.formatRange(dateOf(date), dateOf(until))}</span>
            <span className="min-w-0 wrap-anywhere text-muted">
              {[t(`kinds.${worked ? 'worked' : 'closed'}`), name[locale]].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

type Stretch = ApartDay & { until: string };

/** Days that follow each other and are the same are one line. */
function stretchesOf(days: ApartDay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    const goesOn =
      last && dayAfter(last.until) === day.date && last.worked === day.worked && last.name.en === day.name.en;
    if (goesOn) last.until = day.date;
    else stretches.push({ ...day, until: day.date });
  }
  return stretches;
}
