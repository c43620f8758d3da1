import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { OrderState } from '@/lib/orders/schema';

const tones: Record<OrderState, Tone> = {
  PENDING: 'warning',
  PAID: 'accent',
  SHIPPED: 'info',
  DELIVERED: 'positive',
  CANCELLED: 'neutral',
  REFUNDED: 'neutral',
};

/** Where an order stands, in one or two words. */
export function OrderStateBadge({ state, locale }: { state: OrderState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'orders')(`states.${state}`)}</Badge>;
}
