import { DateTime } from '@/components/ui/date-time';
import { Package } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { DropSince } from '@/lib/feedback/queries';

/** The drops that sold after something shipped, with how many orders they brought: what an idea moved. */
export function DropsSince({ drops, locale }: { drops: DropSince[]; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <ul className="grid gap-2.5">
      {drops.map((drop) => (
        <li key={drop.slug} className="flex gap-3">
          <Package aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
          <div className="min-w-0">
            <Link
              href={inLocale(locale, paths.drop(drop.slug))}
              className="font-semibold hover:text-accent-ink hover:underline hover:underline-offset-4"
            >
              {localText(locale, drop.title, drop.titleZh)}
            </Link>
            <p className="text-sm text-muted">
              <DateTime at={drop.opensAt} locale={locale} /> · {t('since.orders', { count: drop.orders })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
