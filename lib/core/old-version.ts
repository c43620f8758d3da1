import type { z } from 'zod';

import { Refused } from './errors';

/** What an older version of something holds, as this program reads it; refuses with `version-unreadable` what it cannot read. */
export function readOldVersion<S extends z.ZodType>(schema: S, { version, data }: Row): z.output<S> {
  const read = schema.safeParse(data);
  if (!read.success)
    throw new Refused('version-unreadable', 'an older version cannot be read', { values: { version } });
  return read.data;
}

type Row = { version: number; data: unknown };
