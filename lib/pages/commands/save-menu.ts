import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import type { SaveMenu } from '../menu-schema';
import { canEditPages } from '../policy';
import { shownMenu, writeMenu } from './write-menu';

/**
 * Saves the order of the menu, which areas it hides, the brand's words for them and its links; everybody gets it from that moment. Areas
 * and pages of the header that are not named follow at the end. Refuses as shownMenu and writeMenu do.
 */
export async function saveMenu(ctx: Ctx, { entries, ...shown }: SaveMenu): Promise<{ version: number }> {
  allow(canEditPages(ctx.actor));
  const before = await shownMenu(ctx, shown);
  const saved = await writeMenu(ctx, before, entries, shown);
  if (!saved) return { version: before.version };
  await audit(ctx, { act: 'menu.save', subject: ['menu', `${saved.version}`], detail: saved });
  return { version: saved.version };
}
