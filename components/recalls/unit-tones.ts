import type { Tone } from '@/components/ui/tone';
import type { RecallState, RecallUnitState } from '@/lib/recalls/schema';

/** How each state of a unit of a recall looks. */
export const unitTones: Record<RecallUnitState, Tone> = {
  PLANNED: 'neutral',
  SENT: 'info',
  DELIVERED: 'info',
  FAILED: 'danger',
  ACKNOWLEDGED: 'accent',
  REMEDIED: 'positive',
  REFUSED: 'warning',
  UNREACHABLE: 'warning',
};

/** How each state of a recall looks. */
export const recallTones: Record<RecallState, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'danger',
  CLOSED: 'positive',
  WITHDRAWN: 'neutral',
};
