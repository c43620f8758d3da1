import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { ReturnState } from '@/lib/returns/schema';

const tones: Record<ReturnState, Tone> = {
  ASKED: 'warning',
  APPROVED: 'accent',
  REFUSED: 'neutral',
  CANCELLED: 'neutral',
  ON_THE_WAY: 'info',
  COUNTED: 'accent',
  CLOSED: 'positive',
};

/** Where a return stands, in one or two words. */
export function ReturnStateBadge({ state, locale }: { state: ReturnState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'returns')(`states.${state}`)}</Badge>;
}
