import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** A rating out of five. */
export function Stars({ rating, locale }: { rating: number; locale: Locale }) {
  return (
    <span
      role="img"
      aria-label={translator(locale, 'feedback')('voices.rating', { rating })}
      className="inline-flex tracking-[0.1em] text-accent-ink"
    >
      <span aria-hidden>
        {'★'.repeat(rating)}
        <span className="opacity-35">{'★'.repeat(5 - rating)}</span>
      </span>
    </span>
  );
}
