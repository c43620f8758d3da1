import type { Command, Ctx } from '@/lib/core/context';
import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';

import { KeyTable } from './key-table';
import type { LeftOut, TellLeftOut } from './left-out';
import type { Refusal } from './report';
import type { OpenFile } from './sheet-rows';
import type { SheetKind } from './shopify-sheets';

export type ShopifyFile = { name: string; open: OpenFile };
export type ShopifyWatch = {
  /** The currency of amounts beside which none stands. */
  currency: string;
  /** The address of the old shop, for links and pictures in its texts. */
  shop?: string;
  /** Do everything but write. */
  rehearse?: boolean;
  onRefusal?: (refusal: Refusal) => void;
  /** Called at the end with what was left out by design, and how many. */
  onLeftOut?: TellLeftOut;
  onRows?: (file: string, read: number, total: number) => void;
  /** Called as soon as it is known which export a file is. */
  onFile?: (file: string, kind: SheetKind) => void;
};

/** Of one kind: how many the files hold, and what became of them. */
export type Brought = {
  all: number;
  added: number;
  changed: number;
  /** Staff have changed it here. */ kept: number;
  /** Staff have deleted it here. */ gone: number;
  /** Of customers: how many became members without an account. */ members?: number;
};
export type OtherKind = Exclude<SheetKind, 'products'>;

export type ShopifyImported = {
  products: number;
  variants: number;
  refused: number;
  /** Of the products: how many were not here before, or differ from what was. */
  written: number;
  /** How many of those were not here before. */
  added: number;
  /** Files that could be read. */
  read: number;
  /** What else the files held; of kinds that none of them is about there is nothing. */
  others?: Partial<Record<OtherKind, Brought>>;
};

export type Run = ShopifyWatch & {
  done: ShopifyImported;
  /** The files of this run, and in which of them, counted from 1, the things of each kind came. */
  files: string[];
  brought: Map<SheetKind, KeyTable>;
  /** In a rehearsal: what earlier transactions did to the redirects, which the later ones have to see. */
  redone: { rows: number; again: (ctx: Ctx) => Promise<unknown> }[];
  /** When the product before was made here. */ before: Date | null;
  /** The products that name a collection, by its name in small letters. */
  collections: Map<string, { title: string; products: string[] }>;
  refuse: (refusal: Refusal) => void;
  left: LeftOut;
};

/** What came of a kind so far. */
export function broughtOf({ done }: Pick<Run, 'done'>, kind: OtherKind): Brought {
  done.others ??= {};
  return (done.others[kind] ??= { all: 0, added: 0, changed: 0, kept: 0, gone: 0 });
}

/**
 * The file of this run in which a thing came already; null where the one that is read now is the first. Two files that differ would
 * otherwise overwrite each other at every run.
 */
export function earlierFile({ files, brought }: Pick<Run, 'files' | 'brought'>, kind: SheetKind, key: string) {
  const table = brought.get(kind) ?? new KeyTable();
  brought.set(kind, table);
  const earlier = table.get(key);
  if (earlier === 0) table.set(key, files.length);
  return earlier === 0 || earlier === files.length ? null : (files[earlier - 1] ?? null);
}

/** Runs a command as the system in a transaction of its own; in a rehearsal everything is done, and undone again. */
export function write<I, R>({ rehearse }: Pick<Run, 'rehearse'>, command: Command<I, R>): (input: I) => Promise<R> {
  return (input) => (rehearse ? undone(command, input) : transact(command)(system, input));
}

class Rehearsed<R> extends Error {
  constructor(readonly result: R) {
    super('rehearsed');
  }
}

async function undone<I, R>(command: Command<I, R>, input: I): Promise<R> {
  try {
    return await inTransaction(system, async (ctx) => {
      throw new Rehearsed(await command(ctx, input));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as R;
    throw error;
  }
}
