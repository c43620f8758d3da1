import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

import { makeLinkKey } from './keys';
import { newsPaths } from './paths';

/** The whole address at which who asked for news by this consent leaves the list. */
export const leaveAddress = (locale: Locale, consentId: string): string =>
  env.PUBLIC_URL + inLocale(locale, newsPaths.leaveNews(makeLinkKey('leave', consentId)));
