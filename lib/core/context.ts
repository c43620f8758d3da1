import { randomUUID } from 'node:crypto';

import type { Actor } from './actor';
import { cleanJson } from './clean-json';
import { guest, memberId, requestOf } from './actor';
import { db, rawTransaction, type Db } from './db';
import type { EventName, Events, RecordName, Records } from './events';
import { uuid7 } from './ids';
import { attempts, reactJob } from './jobs';
import type { Raw } from './raw';
import { announceTags, reportTags } from './tags';
import { clock } from './time';

/** What a query reads with. */
export type Reading = { db: Db; actor: Actor; now: Date };

/** What a command works with: one transaction, one actor, one moment. `Ctx<Raw>` is enough for a command that sends raw statements only. */
export type Ctx<D extends Raw = Db> = Omit<Reading, 'db'> & {
  db: D;
  requestId: string;
  /** Writes an event in the same commit; the worker runs its reactions. Returns the event's id. */
  emit<N extends EventName>(name: N, payload: Events[N]): Promise<string>;
  /** Writes an event that is kept for the record only. Returns the event's id. */
  record<N extends RecordName>(name: N, payload: Records[N]): Promise<string>;
  /** Marks cached public data as changed; every process drops it after the commit. */
  touch(...tags: string[]): void;
};

export type Options = { now?: Date; requestId?: string };
export type Command<I, R> = (ctx: Ctx, input: I) => Promise<R>;
export type BoundCommand<I, R> = (actor: Actor, input: I, options?: Options) => Promise<R>;

/** Makes a command callable as `(actor, input)`, inside one transaction of its own. */
export function transact<I, R>(command: Command<I, R>): BoundCommand<I, R> {
  return (actor, input, options) => inTransaction(actor, (ctx) => command(ctx, input), options);
}

/** Runs several commands in one transaction; a deadlock or serialisation failure is tried again, three times at most. */
export function inTransaction<R>(actor: Actor, work: (ctx: Ctx) => Promise<R>, options: Options = {}): Promise<R> {
  return inOne((run) => db.$transaction(run, { timeout: 20_000, maxWait: 10_000 }), actor, work, options);
}

/** The same for commands that send raw statements only. */
export function inRawTransaction<R>(
  actor: Actor,
  work: (ctx: Ctx<Raw>) => Promise<R>,
  options: Options = {},
): Promise<R> {
  return inOne(rawTransaction<R>, actor, work, options);
}

type Begin<D, R> = (run: (tx: D) => Promise<R>) => Promise<R>;

async function inOne<D extends Raw, R>(
  begin: Begin<D, R>,
  actor: Actor,
  work: (ctx: Ctx<D>) => Promise<R>,
  options: Options,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const tags = new Set<string>();
    try {
      const result = await begin((tx) => runIn(tx, actor, work, tags, options));
      reportTags(tags);
      return result;
    } catch (error) {
      if (attempt === 3 || !isTransient(error)) throw error;
    }
  }
}

async function runIn<D extends Raw, R>(
  tx: D,
  actor: Actor,
  work: (ctx: Ctx<D>) => Promise<R>,
  tags: Set<string>,
  options: Options,
): Promise<R> {
  const ctx: Ctx<D> = {
    db: tx,
    actor,
    now: options.now ?? clock(),
    requestId: options.requestId ?? requestOf(actor) ?? randomUUID(),
    emit: (name, payload) => writeEvent(ctx, { name, payload, followed: true }),
    record: (name, payload) => writeEvent(ctx, { name, payload, followed: false }),
    touch: (...more) => more.forEach((tag) => tags.add(tag)),
  };
  const result = await work(ctx);
  await announceTags(tx, tags);
  return result;
}

type Written = { name: string; payload: object; followed: boolean };

async function writeEvent(ctx: Ctx<Raw>, { name, payload, followed }: Written): Promise<string> {
  const id = uuid7(ctx.now);
  await ctx.db.$executeRaw`
    SELECT emit_event(${id}::uuid, ${name}::text, ${JSON.stringify(cleanJson(payload))}::jsonb, ${memberId(ctx.actor)}::uuid, ${ctx.now}::timestamptz,
      ${followed}::boolean, ${attempts}::int, ${reactJob.priority}::int)`;
  return id;
}

/** What a query outside any transaction reads with. */
export function reading(actor: Actor = guest, now: Date = clock()): Reading {
  return { db, actor, now };
}

// Serialisation failure and deadlock, as PostgreSQL names them; P2034 is Prisma's own name for both.
const transient = new Set(['40001', '40P01', 'P2034']);

type Failure = { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };

function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, meta } = error as Failure;
  return [code, meta?.driverAdapterError?.cause?.originalCode].some(
    (each) => each !== undefined && transient.has(each),
  );
}
