import { DayBars } from '@/components/staff/day-bars';
import type { Locale } from '@/lib/core/locale';
import type { Figure } from '@/lib/web/read-dashboard';
import { translator } from '@/lib/web/i18n';

import { compared } from '../compared';
import { ChartCard } from './chart-card';
import { dayWords } from './figure-words';

type Props = { locale: Locale; figure: Figure; home: string };

/** One figure of a period beside the one before it, drawn by day, with its table. */
export function PeriodFigure({ locale, figure, home }: Props) {
  const { name, currency } = figure;
  const t = translator(locale, 'staff');
  const title = t(`dashboard.figures.${name as 'orders'}`);
  const { count, before, period, past, now, say } = compared(figure, locale, home);
  const rows = period.map(({ day, value }, at) => ({ key: day, cells: [say(value), say(before[at]!.value)] }));
  return (
    <ChartCard
      title={currency ? t('figures.inCurrency', { figure: title, currency }) : title}
      figure={say(now)}
      note={now === past ? t('figures.same', { count }) : t('figures.before', { value: say(past), count })}
      ends={[period[0]!.day, period.at(-1)!.day].map((day) => dayWords(day, locale))}
      empty={now + past === 0 ? t('figures.nothing') : undefined}
      table={{
        caption: t('dashboard.table', { figure: title }),
        open: t('figures.asTable'),
        head: [t('figures.day'), t('figures.value'), t('figures.pastValue')],
        rows: rows.map(({ key, cells }) => ({ key, name: dayWords(key, locale), cells })),
      }}
    >
      <DayBars week={period} before={before} />
    </ChartCard>
  );
}
