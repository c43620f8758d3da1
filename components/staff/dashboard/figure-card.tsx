import { DayBars } from '@/components/staff/day-bars';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Locale } from '@/lib/core/locale';
import type { Figure } from '@/lib/web/read-dashboard';
import { translator } from '@/lib/web/i18n';

import { compared } from '../compared';

type Props = { locale: Locale; figure: Figure; home: string };

/** One figure of the last seven days beside the seven before them, drawn by day, with its table for screen readers. */
export function FigureCard({ locale, figure, home }: Props) {
  const { name, days } = figure;
  const t = translator(locale, 'staff');
  const title = t(`dashboard.figures.${name as 'orders'}`);
  const { before, period, past, now, say } = compared(figure, locale, home);
  return (
    <article className="grid content-start gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div>
        <h3 className="font-sans text-sm font-medium text-muted">{title}</h3>
        <p className="numerals mt-1 font-display text-heading">{say(now)}</p>
        <p className="text-sm text-muted">
          {now === past ? t('dashboard.same') : t('dashboard.before', { value: say(past) })}
        </p>
      </div>
      <DayBars week={period} before={before} />
      <VisuallyHidden>
        <table>
          <caption>{t('dashboard.table', { figure: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.day')}</th>
              <th scope="col">{t('dashboard.value')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{say(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </article>
  );
}
