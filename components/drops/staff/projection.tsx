'use client';

import { useTranslations } from 'use-intl';

import { ShopTime } from '@/components/forms/shop-time';
import { useNow } from '@/components/ui/use-now';
import type { Locale } from '@/lib/core/locale';
import { projectSellOut } from '@/lib/drops/choices/project-sell-out';
import type { StockCount, WaveCount } from '@/lib/drops/queries';

import { useCounts } from './live-counts';
import { useLiveDrop } from './live-drop';

const secondsMs = 1_000;

type Props = { wave: WaveCount; stock: StockCount[]; locale: Locale; className?: string };

/** When a running wave will have sold what everyone may claim, at the pace of its last minutes, or what it will have left. */
export function Projection({ wave, stock, locale, className }: Props) {
  const t = useTranslations('drops.staff.live');
  const { pace, now: told } = useCounts();
  const offset = useLiveDrop()?.offset ?? 0;
  const here = useNow(10 * secondsMs);
  if (wave.phase !== 'open' || pace?.wave !== wave.number) return null;
  const left = stock.reduce((sum, { channel, remaining }) => (channel === 'PUBLIC' ? sum + remaining : sum), 0);
  const now = here === null ? told : Math.max(told, here + offset);
  const from = wave.decidesAt ?? wave.opensAt;
  const projected = projectSellOut({ pace, left, from, closesAt: wave.closesAt, now });
  if (!projected) return null;
  const minutes = Math.max(1, Math.round(projected.seconds / 60));
  return (
    <p className={className}>
      {'soldOutAt' in projected
        ? t.rich('soldOutAt', { minutes, at: () => <ShopTime at={projected.soldOutAt} locale={locale} /> })
        : t('leftAtClose', { minutes, count: projected.leftAtClose })}
    </p>
  );
}
