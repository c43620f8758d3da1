import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import { wordsIn, type Words } from './schema';
import { sentencesOf } from './sentences';

/** The sentence that a notice shows in the app: `notifications.kinds.<kind>`. One that is missing, or a value that it needs, throws. */
export function renderNotification({ kind }: Pick<Notice, 'kind'>, locale: Locale, data: Words): string {
  return sentencesOf(locale, 'notifications')(`kinds.${kind}`, wordsIn(locale, data));
}
