import { brandData, neutralBrand, type Brand } from './brand';
import { db, type Db } from './db';
import { log } from './log';
import { remembered } from './remembered';

/** The tag of all that shows the brand. */
export const brandTag = 'brand';

/** The brand as it was saved last, with its version; version 0 is the neutral one of a database without any. */
export type StoredBrand = Brand & { version: number };

const kept = remembered<StoredBrand>({
  name: 'brand',
  holds: 'The brand that mails, notices and jobs name, which is read again after four seconds.',
  bytes: 64 * 1024,
});

/** Reads the brand from the database. */
export async function readBrand(from: Pick<Db, 'brandVersion'> = db): Promise<StoredBrand> {
  const row = await from.brandVersion.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, data: true },
  });
  return row ? { ...storedBrand(row), version: row.version } : { ...neutralBrand, version: 0 };
}

/** What a row of the table says. What it lacks, since it is older than the program, or what cannot be read, is as in the neutral brand. */
export function storedBrand({ version, data }: { version: number; data: unknown }): Brand {
  const given = (data ?? {}) as Record<string, unknown>;
  const parts = Object.entries(brandData.shape).map(([name, schema]) => {
    const part = schema.safeParse(given[name]);
    if (!part.success && name in given) log.error({ version, part: name }, 'a part of the brand cannot be read');
    return [name, part.success ? part.data : neutralBrand[name as keyof Brand]] as const;
  });
  return Object.fromEntries(parts) as Brand;
}

/** The brand for what is made outside of pages. At most five seconds old in every process. */
export function currentBrand(from: Pick<Db, 'brandVersion'> = db): Promise<StoredBrand> {
  return kept.get(() => readBrand(from));
}
