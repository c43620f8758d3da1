import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { sayer, type OwnWords } from '@/lib/core/own-words';

import { bellKind } from './choices/notice-parts';
import { wordsIn, type Words } from './schema';
import { sentencesOf } from './sentences';

/**
 * The sentence that a notice shows in the app: the brand's own where it has given it one, else `notifications.kinds.<kind>`. One that is
 * missing, or a value that it needs, throws.
 */
export function renderNotification(
  { kind }: Pick<Notice, 'kind'>,
  locale: Locale,
  data: Words,
  own: OwnWords = {},
): string {
  const t = sentencesOf(locale, 'notifications');
  const say = sayer(locale, own, (_part, values) => t(`kinds.${kind}`, values), bellKind(kind));
  return say('sentence', wordsIn(locale, data));
}
