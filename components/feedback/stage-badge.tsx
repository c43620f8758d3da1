import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { IdeaStage } from '@/lib/feedback/schema';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

export const stageTone: Record<IdeaStage, Tone> = {
  NEW: 'neutral',
  ACCEPTED: 'river',
  PLANNED: 'plum',
  STARTED: 'straw',
  SHIPPED: 'positive',
  DECLINED: 'clay',
  MERGED: 'stone',
};

/** Where an idea stands, in a word. */
export function StageBadge({ stage, locale }: { stage: IdeaStage; locale: Locale }) {
  return <Badge tone={stageTone[stage]}>{translator(locale, 'feedback')(`stage.${stage}`)}</Badge>;
}
