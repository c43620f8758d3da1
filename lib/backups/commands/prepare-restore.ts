import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { allow, found, Refused } from '@/lib/core/errors';

type Wish = { id: string; name: string; reason: string };

/**
 * Writes down that somebody is about to restore a backup, and answers its file and the brand's name for the command that does it. Refuses
 * another name than the brand's, and a backup that is not good or not there any more.
 */
export async function prepareRestore(ctx: Ctx, { id, name, reason }: Wish): Promise<{ file: string; brand: string }> {
  allow(may(ctx.actor, 'backups.manage'));
  const row = found(
    await ctx.db.backup.findFirst({
      where: { id, endedAt: { not: null }, failure: null, file: { not: null } },
      select: { file: true, askedAt: true, goneAt: true, spoiltAt: true },
    }),
    'backup',
  );
  if (row.goneAt) throw new Refused('backup-gone', 'its file was deleted');
  if (row.spoiltAt) throw new Refused('backup-spoilt', 'its file is spoilt');
  const brand = (await readBrand(ctx.db)).name;
  if (name !== brand.en && name !== brand.zh) throw new Refused('brand-name', 'another name', { field: 'name' });
  const file = row.file!;
  await audit(ctx, { act: 'backups.prepareRestore', subject: ['backup', id], reason, detail: { file } });
  return { file, brand: brand.en };
}
