'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { Stat, Stats } from '@/components/ui/stat';
import type { DropCounts } from '@/lib/drops/queries';

type Props = { dropId: string; slug: string; first: DropCounts; names: Record<string, string> };

const restMs = 1_000;
const slowMs = 15_000;

/** The figures of a drop for staff: asked for again when the stream tells of a change, once a second at most. */
export function LiveFigures({ dropId, slug, first, names }: Props) {
  const t = useTranslations('drops.staff');
  const counts = useCounts(dropId, slug, first);
  const sum = (what: 'remaining' | 'held' | 'paid' | 'reserved') => counts.variants.reduce((total, each) => total + each[what], 0);
  return (
    <section aria-labelledby="live">
      <SectionHead id="live" title={t('liveTitle')} lead={t('liveLead')} />
      <Card className="grid gap-6">
        <Stats>
          <Stat label={t('remaining')} value={sum('remaining')} />
          <Stat label={t('held')} value={sum('held')} />
          <Stat label={t('paid')} value={sum('paid')} />
          <Stat label={t('released')} value={counts.released} />
          <Stat label={t('reserved')} value={sum('reserved')} />
        </Stats>
        <div className="grid gap-3">
          {counts.variants.map(({ variantId, units, remaining }) => (
            <Progress key={variantId} showLabel label={names[variantId] ?? ''} value={units - remaining} max={units} valueText={`${units - remaining} / ${units}`} />
          ))}
        </div>
        <Pace perMinute={counts.perMinute} />
      </Card>
    </section>
  );
}

function Pace({ perMinute }: { perMinute: number[] }) {
  const t = useTranslations('drops.staff');
  const most = Math.max(1, ...perMinute);
  return (
    <figure className="grid gap-2">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span>{t('perMinute')}</span>
        <span className="numerals">{t('perMinuteNow', { count: perMinute.at(-1) ?? 0 })}</span>
      </figcaption>
      <div aria-hidden className="flex h-20 items-end gap-0.5 border-b border-line-strong">
        {perMinute.map((count, at) => (
          <span key={at} title={String(count)} className={`flex-1 rounded-t-sm ${count > 0 ? 'bg-accent' : 'bg-line'}`} style={{ height: `${Math.max(3, (count / most) * 100)}%` }} />
        ))}
      </div>
    </figure>
  );
}

function useCounts(dropId: string, slug: string, first: DropCounts): DropCounts {
  const [counts, setCounts] = useState(first);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    due.current = undefined;
    const response = await fetch(`/api/staff/drops/${dropId}/figures`, { cache: 'no-store' }).catch(() => null);
    if (response?.ok) setCounts((await response.json()) as DropCounts);
  }, [dropId]);

  useEffect(() => {
    const soon = () => (due.current ??= setTimeout(() => void ask(), restMs));
    const stream = new EventSource(`/api/drops/${slug}/live`);
    stream.addEventListener('state', soon);
    // Payments change no stock that the stream tells of, and minutes pass.
    const slow = setInterval(soon, slowMs);
    return () => {
      stream.close();
      clearInterval(slow);
      clearTimeout(due.current);
    };
  }, [slug, ask]);

  return counts;
}
