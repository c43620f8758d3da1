import { onDemand } from '@/components/ui/on-demand';

/** Where a reply is written comes when somebody is about to write one. */
export const replyBox = onDemand(() => import('./reply-box'));
