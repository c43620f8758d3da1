import { declareMenu } from '@/lib/core/member-menu';

import { ownershipPaths } from './paths';

/** What a member's menu has of this domain. */
export const ownershipMenu = declareMenu({ name: 'owned', path: () => ownershipPaths.owned(), icon: 'sprout' });
