import type { Ctx } from '@/lib/core/context';

/** A context in which something else happens, once, right after a member was looked up by address: what another connection commits there. */
export function meanwhile(ctx: Ctx, happens: () => Promise<unknown>): Ctx {
  let happened = false;
  const member = new Proxy(ctx.db.member, {
    get: (table, name) => {
      const own = Reflect.get(table, name) as (asked: { where: { email?: unknown } }) => Promise<unknown>;
      if (name !== 'findUnique') return own.bind(table);
      return async (asked: { where: { email?: unknown } }) => {
        const read = await own.call(table, asked);
        if (!happened && asked.where.email) {
          happened = true;
          await happens();
        }
        return read;
      };
    },
  });
  return { ...ctx, db: new Proxy(ctx.db, { get: (db, name) => (name === 'member' ? member : Reflect.get(db, name)) }) };
}
