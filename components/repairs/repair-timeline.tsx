import {
  CircleCheck,
  ClipboardCheck,
  Clock,
  FileText,
  PackageCheck,
  ReceiptText,
  Search,
  Undo2,
  Wrench,
  XCircle,
  type LucideIcon,
} from 'lucide-react';

import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { RepairState } from '@/lib/repairs/schema';

import { repairTones } from './repair-state';

const signs: Record<RepairState, LucideIcon> = {
  ASKED: ReceiptText,
  APPROVED: CircleCheck,
  REFUSED: XCircle,
  CANCELLED: XCircle,
  RECEIVED: PackageCheck,
  DIAGNOSED: Search,
  QUOTED: FileText,
  ACCEPTED: CircleCheck,
  DECLINED: XCircle,
  WAITING_PARTS: Clock,
  WORKING: Wrench,
  TESTING: ClipboardCheck,
  READY: CircleCheck,
  HANDED_OVER: Undo2,
  CLOSED: CircleCheck,
};

// What usually follows; what a quote or missing parts add is not promised.
const usual = ['APPROVED', 'RECEIVED', 'DIAGNOSED', 'WORKING', 'TESTING', 'READY', 'HANDED_OVER'] as const;
const place: Partial<Record<RepairState, number>> = {
  ...{ ASKED: 0, APPROVED: 1, RECEIVED: 2, DIAGNOSED: 3, QUOTED: 3, ACCEPTED: 3, WAITING_PARTS: 3 },
  ...{ WORKING: 4, TESTING: 5, READY: 6 },
};

/** What is still to come of a repair that stands so; of one that its owner declined, that it is handed back. */
export function aheadOf(state: RepairState): RepairState[] {
  if (state === 'DECLINED') return ['HANDED_OVER'];
  const from = place[state];
  return from === undefined ? [] : usual.slice(from);
}

type Step = { id: string; state: RepairState; at: Date };
type Props = { steps: readonly Step[]; state: RepairState; locale: Locale };

/** The story of a repair: what happened, and below it what is still to come. */
export function RepairTimeline({ steps, state, locale }: Props) {
  const t = translator(locale, 'repairs');
  const done = steps.map(({ id, state: was, at }) => {
    const Sign = signs[was];
    return {
      ...{ key: id, tone: repairTones[was], icon: <Sign aria-hidden /> },
      title: t(`steps.${was}`),
      time: <DateTime at={at} locale={locale} format="moment" />,
    };
  });
  const ahead = aheadOf(state).map((next) => ({
    key: next,
    title: <span className="font-normal text-muted">{t(`ahead.${next as (typeof usual)[number]}`)}</span>,
  }));
  return <Timeline label={t('timeline')} items={[...done, ...ahead]} />;
}
