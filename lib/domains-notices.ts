import type { Kind, Notice } from './core/notices';
import { dropNotices } from './drops/notices';
import { feedbackNotices } from './feedback/notices';
import { forumNotices } from './forum/notices';
import { memberNotices } from './members/notices';
import { orderNotices } from './orders/notices';
import { ownershipNotices } from './ownership/notices';

/** What each domain tells people, by kind. A declared kind that is missing here does not compile. Apart from `domains.ts`, which configures Next. */
const gathered: { [K in Kind]: Notice<K> } = {
  ...memberNotices,
  ...forumNotices,
  ...feedbackNotices,
  ...ownershipNotices,
  ...dropNotices,
  ...orderNotices,
};

/** Every message to a person, by its kind. */
export const notices: ReadonlyMap<string, Notice> = new Map(Object.entries(gathered));
