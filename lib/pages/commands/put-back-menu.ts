import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { readOldVersion } from '@/lib/core/old-version';

import { menuData, type MenuEntry } from '../choices/menu';
import type { PutBackMenu } from '../menu-schema';
import { canEditPages } from '../policy';
import { shownMenu, writeMenu } from './write-menu';

/**
 * Puts an older version of the menu back, or with 0 the program's own, as a new one; the versions between them stay in the history.
 * Refuses with version-unreadable what cannot be read, else as shownMenu and writeMenu do.
 */
export async function putBackMenu(ctx: Ctx, { version: from, ...shown }: PutBackMenu): Promise<{ version: number }> {
  allow(canEditPages(ctx.actor));
  const before = await shownMenu(ctx, shown);
  const saved = await writeMenu(ctx, before, await entriesOf(ctx, from), shown);
  if (!saved) return { version: before.version };
  await audit(ctx, { act: 'menu.putBack', subject: ['menu', `${saved.version}`], detail: { ...saved, from } });
  return { version: saved.version };
}

async function entriesOf({ db }: Ctx, version: number): Promise<MenuEntry[]> {
  if (version === 0) return [];
  const row = await db.menuVersion.findUnique({ where: { version }, select: { version: true, data: true } });
  return readOldVersion(menuData, found(row)).entries;
}
