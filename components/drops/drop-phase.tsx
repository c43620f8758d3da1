'use client';

import { useTranslations } from 'use-intl';

import { Badge } from '@/components/ui/badge';
import { useNow } from '@/components/ui/use-now';
import type { Phase } from '@/lib/drops/policy';

type Props = { phase: Phase | 'planned'; opensAt: string; closesAt: string };

const tones = {
  upcoming: 'info',
  opening: 'positive',
  open: 'positive',
  paused: 'warning',
  'sold-out': 'warning',
  ended: 'neutral',
  cancelled: 'danger',
  planned: 'neutral',
} as const;

/** Where a drop stands, moved on by the clock while the page is open. */
export function DropPhase({ phase, opensAt, closesAt }: Props) {
  const now = useNow();
  return <PhaseBadge phase={now === null ? phase : moved(phase, now, opensAt, closesAt)} />;
}

/** A phase in its words and colour. */
export function PhaseBadge({ phase }: Pick<Props, 'phase'>) {
  const t = useTranslations('drops');
  return <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>;
}

function moved(phase: Props['phase'], now: number, opensAt: string, closesAt: string): Props['phase'] {
  if (phase === 'cancelled' || phase === 'planned') return phase;
  if (now >= Date.parse(closesAt)) return 'ended';
  return phase === 'upcoming' && now >= Date.parse(opensAt) ? 'open' : phase;
}
