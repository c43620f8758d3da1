import type { Ctx } from '@/lib/core/context';

/** A context whose conditional updates of second factors compare nothing but the row's key: the control of their races. */
export function withoutGuard(ctx: Ctx): Ctx {
  const loose = <T extends object>(table: T): T =>
    new Proxy(table, {
      get: (target, name) => {
        const own = Reflect.get(target, name) as (asked: { where: Record<string, unknown> }) => unknown;
        if (name !== 'updateMany') return own.bind(target);
        return ({ where: { OR: _compared, usedAt: _unused, ...where }, ...rest }: { where: Record<string, unknown> }) =>
          own.call(target, { ...rest, where });
      },
    });
  const authenticator = loose(ctx.db.authenticator);
  const recoveryCode = loose(ctx.db.recoveryCode);
  const tables: Record<string | symbol, unknown> = { authenticator, recoveryCode };
  return { ...ctx, db: new Proxy(ctx.db, { get: (target, name) => tables[name] ?? Reflect.get(target, name) }) };
}
