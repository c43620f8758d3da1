/** Settings that staff change in the back office: typed, versioned, audited, and the same for all processes within five seconds. */
import type { z } from 'zod';

import { may, memberId } from './actor';
import { audit, type Act } from './audit';
import type { Ctx } from './context';
import { db, type Db } from './db';
import { allow, Refused } from './errors';
import { log } from './log';
import type { Permission } from './permissions';
import { remembered } from './remembered';

/** One kind of settings: how its data are read, what holds until somebody saves some, and who may save them. */
export type ShopSettings<T extends object = object> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  readonly permission: Permission;
};

/** Settings as they were saved last; version 0 where nobody saved any. */
export type Stored<T> = T & { version: number };

/** Declares one kind of settings. Its data are plain JSON. */
export const declareSettings = <T extends object>(settings: ShopSettings<T>): ShopSettings<T> => settings;

/** The tag of every page that shows what these settings say. */
export const settingsTag = ({ name }: Pick<ShopSettings, 'name'>): string => `settings:${name}`;

const kept = remembered<{ version: number }>({
  name: 'shop settings',
  holds: 'What staff set in the back office, each kind read again after four seconds.',
  count: 50,
  bytes: 1024 * 1024,
});

type Rows = Pick<Db, 'settingsVersion'>;

/** Reads settings from the database. What an older version of the program saved and cannot be read is as at the beginning. */
export async function readSettings<T extends object>(settings: ShopSettings<T>, from: Rows = db): Promise<Stored<T>> {
  const { name, schema, initial } = settings;
  const row = await from.settingsVersion.findFirst({
    where: { name },
    orderBy: { version: 'desc' },
    select: { version: true, data: true },
  });
  if (!row) return { ...initial, version: 0 };
  const read = schema.safeParse(row.data);
  if (!read.success) log.error({ name, version: row.version }, 'settings cannot be read');
  return { ...(read.data ?? initial), version: row.version };
}

/** The settings for what is made outside of pages; at most five seconds old in every process. */
export function currentSettings<T extends object>(settings: ShopSettings<T>, from: Rows = db): Promise<Stored<T>> {
  return kept.get(() => readSettings(settings, from), settings.name) as Promise<Stored<T>>;
}

/**
 * Saves settings as a new version, in force for everybody at once. Refuses who may not, and with `settings-changed` who saw an older
 * version, saying who saved what meanwhile: of two at once who saw the same one, the number of the later is taken. The audit log has
 * that they were saved, or the act that is given.
 */
export async function saveSettings<T extends object>(
  ctx: Ctx,
  settings: ShopSettings<T>,
  { shown, data, act }: { shown: number; data: T; act?: Pick<Act, 'act' | 'subject'> },
): Promise<void> {
  const { name, schema, permission } = settings;
  allow(may(ctx.actor, permission));
  const { version, ...before } = await readSettings(settings, ctx.db);
  if (version !== shown) throw await savedMeanwhile(ctx, name);
  const after = schema.parse(data);
  if (version > 0 && JSON.stringify(schema.parse(before)) === JSON.stringify(after)) return;
  const row = { name, version: version + 1, data: after, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.settingsVersion.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, name);
  kept.forget(name);
  ctx.touch(settingsTag(settings));
  const done = act ?? { act: 'settings.save', subject: ['settings', name] };
  await audit(ctx, { ...done, detail: { version: row.version } });
}

async function savedMeanwhile(ctx: Ctx, name: string): Promise<Refused> {
  const last = await ctx.db.settingsVersion.findFirst({
    where: { name },
    orderBy: { version: 'desc' },
    select: { version: true, actor: { select: { name: true } } },
  });
  const values = { name: last?.actor?.name ?? '–', version: last?.version ?? 0 };
  return new Refused('settings-changed', 'other settings were saved meanwhile', { values });
}
