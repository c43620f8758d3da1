import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { RepairState } from '@/lib/repairs/schema';

/** How each state of a repair looks. */
export const repairTones: Record<RepairState, Tone> = {
  ASKED: 'warning',
  APPROVED: 'accent',
  REFUSED: 'neutral',
  CANCELLED: 'neutral',
  RECEIVED: 'info',
  DIAGNOSED: 'info',
  QUOTED: 'warning',
  ACCEPTED: 'info',
  DECLINED: 'neutral',
  WAITING_PARTS: 'warning',
  WORKING: 'info',
  TESTING: 'info',
  READY: 'accent',
  HANDED_OVER: 'positive',
  CLOSED: 'positive',
};

/** Where a repair stands, in one or two words. */
export function RepairStateBadge({ state, locale }: { state: RepairState; locale: Locale }) {
  return <Badge tone={repairTones[state]}>{translator(locale, 'repairs')(`states.${state}`)}</Badge>;
}
