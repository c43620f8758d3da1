import { Stars } from '@/components/ownership/stars';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Revision = { version: number; rating: number; title: string; body: string; at: Date };

/** What a review said before it was changed, the latest first. Nothing where it never was. */
export function Versions({ revisions, locale }: { revisions: Revision[]; locale: Locale }) {
  const t = translator(locale, 'reviews');
  if (revisions.length === 0) return null;
  return (
    <details className="min-w-0">
      <summary className="touch w-fit cursor-pointer text-[0.9375rem] text-accent-ink">
        {t('writing.history', { count: revisions.length })}
      </summary>
      <ol className="mt-3 grid gap-4">
        {revisions.map(({ version, rating, title, body, at }) => (
          <li key={version} className="grid min-w-0 gap-1 border-s-2 border-line ps-4">
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
              <Stars rating={rating} locale={locale} />
              <DateTime at={at} locale={locale} format="moment" />
            </p>
            <p dir="auto" className="font-semibold wrap-anywhere">
              {title}
            </p>
            <p dir="auto" className="wrap-anywhere whitespace-pre-line">
              {body}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
