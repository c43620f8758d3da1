import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Link, TextLink } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ListedDrop } from '@/lib/drops/queries';
import { translator } from '@/lib/core/i18n';
import { homeCurrency } from '@/lib/web/brand';

import { DropPhase } from './drop-phase';
import { DropPicture } from './drop-picture';

/** One drop in a list. */
export async function DropCard({ drop, locale, wide = false }: { drop: ListedDrop; locale: Locale; wide?: boolean }) {
  const t = translator(locale, 'drops');
  const home = await homeCurrency();
  const past = drop.phase === 'ended' || drop.phase === 'cancelled';
  const when = past ? drop.closesAt : drop.phase === 'upcoming' ? drop.opensAt : drop.closesAt;
  const word = past ? 'endedLabel' : drop.phase === 'upcoming' ? 'opensLabel' : 'closesLabel';
  return (
    <Card
      as="article"
      flush
      look={past ? 'plain' : 'raised'}
      className={`group relative flex h-full flex-col ${wide ? 'sm:flex-row' : ''}`}
    >
      <DropPicture
        picture={drop.product.images[0]}
        locale={locale}
        className={wide ? 'aspect-[8/7] sm:w-2/5' : 'aspect-[8/7]'}
      />
      <div className="flex flex-1 flex-col gap-3 p-5 sm:p-6">
        <div className="flex items-center justify-between gap-3">
          <span className="min-w-0 truncate text-sm text-muted">
            {localText(locale, drop.product.title, drop.product.titleZh)}
          </span>
          <DropPhase phase={drop.phase} opensAt={drop.opensAt.toISOString()} closesAt={drop.closesAt.toISOString()} />
        </div>
        <h3 className={wide ? 'text-title' : 'text-heading'}>
          <Link
            href={inLocale(locale, paths.drop(drop.slug))}
            className="after:absolute after:inset-0 after:rounded-xl group-hover:text-accent-ink"
          >
            {localText(locale, drop.title, drop.titleZh)}
          </Link>
        </h3>
        {wide && (
          <p className="line-clamp-3 max-w-[37em] text-muted">{localText(locale, drop.summary, drop.summaryZh)}</p>
        )}
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-2 text-[0.9375rem] text-muted">
          <span>
            {t(word)} <DateTime at={when} locale={locale} format="moment" />
          </span>
          <span className="numerals">{t('units', { count: drop.units })}</span>
          <span className="numerals">
            {t('from', { price: formatMoney(drop.fromMinor, drop.currency, locale, home) })}
          </span>
          {past && (
            <TextLink href={inLocale(locale, paths.dropReport(drop.slug))} className="relative z-1">
              {t('report.read')}
            </TextLink>
          )}
        </p>
      </div>
    </Card>
  );
}
