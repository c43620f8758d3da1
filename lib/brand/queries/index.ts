import { neutralBrand } from '@/lib/core/brand';
import { storedBrand } from '@/lib/core/current-brand';
import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

import { changedParts, type BrandPart } from '../parts';

/** A version of the brand in its history. */
export type BrandVersion = {
  version: number;
  name: string;
  nameZh: string;
  parts: BrandPart[];
  reason: string;
  at: Date;
  by: { name: string } | null;
};

const page = 20;

/** The newest versions of the brand before a given one, each with what changed in it and who saved it. */
export async function listVersions(
  { db }: Reading,
  { before }: { before?: number } = {},
): Promise<{ versions: BrandVersion[]; next: number | null }> {
  const rows = await db.brandVersion.findMany({
    where: before === undefined ? {} : { version: { lt: before } },
    orderBy: { version: 'desc' },
    take: page + 1,
    select: { version: true, data: true, reason: true, at: true, actor: { select: plainName } },
  });
  const read = rows.map((row) => ({ ...row, brand: storedBrand(row) }));
  const versions = read
    .slice(0, page)
    .map(({ version, brand, reason, at, actor }, index) => ({
      version,
      name: brand.name.en,
      nameZh: brand.name.zh,
      parts: changedParts(read[index + 1]?.brand ?? neutralBrand, brand),
      reason,
      at,
      by: actor,
    }));
  return { versions, next: rows.length > page ? versions.at(-1)!.version : null };
}
