import type { Reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import type { Locale } from '@/lib/core/locale';
import { listWordsVersions } from '@/lib/core/own-words';

import { builtInStart, sayStart, startSettings } from '../start-words';

/** All that the editor of the start page's words shows in a language: the words to edit, what they look like, and their versions. */
export async function getStartText({ db }: Pick<Reading, 'db'>, language: Locale) {
  const versions = await listWordsVersions(startSettings(language), db);
  const own = versions[0]?.words ?? {};
  return {
    shown: versions[0]?.version ?? 0,
    own: Object.keys(own).length > 0,
    words: { ...builtInStart(language), ...own },
    said: sayStart(language, own, await readBrand(db)),
    versions,
  };
}

export type StartText = Awaited<ReturnType<typeof getStartText>>;
