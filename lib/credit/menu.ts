import { declareMenu } from '@/lib/core/member-menu';

import { creditPaths } from './paths';

/** What a member's menu has of this domain. */
export const creditMenu = declareMenu({ name: 'credit', path: creditPaths.credit, icon: 'list' });
