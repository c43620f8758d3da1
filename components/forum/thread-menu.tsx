'use client';

import { onDemand, useOnDemand } from '@/components/ui/on-demand';
import { useViewer } from '@/components/viewer/viewer-provider';

const menu = onDemand(() => import('./moderator-menu'));

/** A moderator's menu of the whole thread; others see nothing here, and load nothing for it. */
export function ThreadMenu() {
  const loaded = useOnDemand(menu, useViewer().viewer?.thread?.canModerate ?? false);
  return loaded && <loaded.ModeratorMenu />;
}
