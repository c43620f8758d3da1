import { Badge } from '@/components/ui/badge';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { standOf } from '@/lib/discounts/policy';

type Stand = ReturnType<typeof standOf>;
const tones = { planned: 'info', running: 'positive', over: 'neutral' } as const;

/** Whether a discount is planned, running or over. */
export function DiscountState({ stand, locale }: { stand: Stand; locale: Locale }) {
  return <Badge tone={tones[stand]}>{translator(locale, 'discounts')(`states.${stand}`)}</Badge>;
}
