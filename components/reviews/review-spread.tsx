import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { ReviewSummary } from '@/lib/reviews/queries';

type Props = { summary: ReviewSummary; locale: Locale };

const fromTheBest = [5, 4, 3, 2, 1];

/** The average of a product's stars with how many reviews it is made of, and how they are spread: a picture, and its table for who hears the page. */
export function ReviewSpread({ summary: { counts, total, mean }, locale }: Props) {
  const t = translator(locale, 'reviews');
  if (mean === null) return null;
  const said = mean.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span aria-hidden className="numerals text-title">
          {said} <span className="text-accent-ink">★</span>
        </span>
        <span className="sr-only">{t('mean', { mean: said })}</span>
        <span className="text-muted">{t('count', { count: total })}</span>
      </p>
      <div aria-hidden className="grid gap-1.5 text-sm">
        {fromTheBest.map((stars) => (
          <div key={stars} className="grid grid-cols-[2.25rem_minmax(0,1fr)_2.5rem] items-center gap-3">
            <span className="numerals whitespace-nowrap">{stars} ★</span>
            <span className="h-2.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(counts[stars - 1]! / total) * 100}%` }}
              />
            </span>
            <span className="numerals text-end text-muted">{counts[stars - 1]!.toLocaleString(locale)}</span>
          </div>
        ))}
      </div>
      <table className="sr-only">
        <caption>{t('spread')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('filter')}</th>
            <th scope="col">{t('number')}</th>
          </tr>
        </thead>
        <tbody>
          {fromTheBest.map((stars) => (
            <tr key={stars}>
              <th scope="row">{t('stars', { count: stars })}</th>
              <td>{counts[stars - 1]!.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
