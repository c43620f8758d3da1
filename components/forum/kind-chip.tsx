import { CircleHelp, Lightbulb, MessageCircle, Star } from '@/components/ui/icons';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { Locale } from '@/lib/core/locale';
import type { ThreadKind } from '@/lib/forum/schema';
import { shownAreas } from '@/lib/web/areas';
import { translator } from '@/lib/web/i18n';

const looks: Record<ThreadKind, { tone: Tone; Icon: typeof Star }> = {
  DISCUSSION: { tone: 'stone', Icon: MessageCircle },
  QUESTION: { tone: 'river', Icon: CircleHelp },
  IDEA: { tone: 'straw', Icon: Lightbulb },
  REVIEW: { tone: 'plum', Icon: Star },
};

/** The kind of a thread; where ideas are off, one of an idea is a thread like others. */
export async function KindChip({ kind, locale }: { kind: ThreadKind; locale: Locale }) {
  if (kind === 'IDEA' && !(await shownAreas()).ideas) return null;
  const t = translator(locale, 'forum');
  const { tone, Icon } = looks[kind];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`kind.${kind}`)}
    </Badge>
  );
}
