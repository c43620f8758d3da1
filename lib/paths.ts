import { catalogPaths } from './catalog/paths';
import { path } from './core/paths';
import { dropsPaths } from './drops/paths';
import { feedbackPaths } from './feedback/paths';
import { forumPaths } from './forum/paths';
import { membersPaths } from './members/paths';
import { notificationsPaths } from './notifications/paths';
import { ordersPaths } from './orders/paths';
import { ownershipPaths } from './ownership/paths';

/** Paths of the site without their language; `inLocale` puts it in front. A domain whose pages others link to stands here. */
export const paths = {
  home: () => '/',
  staff: (...parts: string[]) => path('staff', ...parts),
  ...membersPaths,
  ...forumPaths,
  ...feedbackPaths,
  ...ownershipPaths,
  ...catalogPaths,
  ...dropsPaths,
  ...ordersPaths,
  ...notificationsPaths,
} as const;
