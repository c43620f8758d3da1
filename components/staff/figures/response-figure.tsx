import { DayBars } from '@/components/staff/day-bars';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';
import type { Responses } from '@/lib/web/read-figures';

import { ChartCard } from './chart-card';
import { dayWords, spanWords } from './figure-words';

/** How long things waited for staff by the week in which they came: the median before the 90th percentile, with their table. */
export function ResponseFigure({ locale, name, weeks }: Responses & { locale: Locale }) {
  const t = translator(locale, 'staff');
  const title = t(`figures.responses.${name as 'ideas'}`);
  const say = (seconds: number | null) => (seconds === null ? '–' : spanWords(seconds, locale));
  const count = (value: number) => value.toLocaleString(messageLocale(locale));
  const drawn = (of: 'median' | 'most') => weeks.map((row) => ({ day: row.week, value: row[of] ?? 0 }));
  // Of the week that runs, only the quickest are answered yet.
  const last = weeks.at(-2)!;
  return (
    <ChartCard
      title={title}
      figure={say(last.median)}
      note={
        last.median === null
          ? t(last.came === 0 ? 'figures.lastEmpty' : 'figures.lastNone')
          : t('figures.lastWeek', { median: say(last.median), most: say(last.most) })
      }
      ends={[weeks[0]!.week, weeks.at(-1)!.week].map((week) => dayWords(week, locale))}
      empty={weeks.every(({ answered }) => answered === 0) ? t('figures.nothing') : undefined}
      table={{
        caption: t('figures.table', { figure: title }),
        open: t('figures.asTable'),
        head: [t('figures.week'), t('figures.came'), t('figures.answered'), t('figures.median'), t('figures.most')],
        rows: weeks.map(({ week, came, answered, median, most }) => ({
          key: week,
          name: dayWords(week, locale),
          cells: [count(came), count(answered), say(median), say(most)],
        })),
      }}
    >
      <DayBars week={drawn('median')} before={drawn('most')} />
    </ChartCard>
  );
}
