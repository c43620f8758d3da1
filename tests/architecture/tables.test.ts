/**
 * A domain's statements name its own tables (and those of `base.prisma`, which are everybody's). Of others it reads what they publish:
 * a view in the PostgreSQL schema named as its owner (prisma/views), or a set of fields or a condition in their `published.ts`.
 */
import { describe, expect, it } from 'vitest';

import { mayName, models } from './models';
import { isTest, sources } from './sources';
import { tablesNamed } from './tables-named';

const shared = /^lib\/(core|web|server|outside|flows|import)\//;

/** By file, the tables of other domains that it names. */
function strays(): Record<string, string[]> {
  const found = sources('lib').filter((source) => !isTest(source) && !shared.test(source.file));
  return Object.fromEntries(
    found.flatMap(({ file, text }) => {
      const [, domain] = file.split('/');
      const names = [...tablesNamed(file, text)].filter((name) => !mayName(domain!, models.get(name)!));
      return names.length > 0 ? [[file, names.toSorted()]] : [];
    }),
  );
}

describe('tables', () => {
  it('are named by their domain only', () => {
    expect(strays()).toEqual({});
  });

  it('are found in SQL, by their delegates, and along relations', () => {
    const named = (text: string) => [...tablesNamed('lib/planted/queries.ts', text)].toSorted();
    expect(named('await db.$queryRaw`SELECT 1 FROM "Order" o JOIN "Member" m ON true`')).toEqual(['Member', 'Order']);
    expect(named('pool.query(\'UPDATE "Post" SET x = 1\')')).toEqual(['Post']);
    expect(named('ctx.db.idea.findMany({ where: { thread: { board: { slug } } }, select: { id: true } })')).toEqual([
      'Board',
      'Idea',
      'Thread',
    ]);
    expect(named('const f = { author: { select: { name: true } } } satisfies Prisma.PostSelect;')).toEqual(['Member']);
    expect(
      named('const by = { name: true }; const find = () => db.post.findMany({ include: { author: { select: by } } });'),
    ).toEqual(['Member', 'Post']);
    expect(named('db.member.count({ where: { _count: { orders: true } } })')).toEqual(['Member', 'Order']);
  });

  it('may be read by the sets that their owners publish, and not beyond them', () => {
    const named = (select: string) => [
      ...tablesNamed(
        'lib/planted/queries.ts',
        `import { memberName } from '@/lib/members/published';\ndb.post.findMany({ select: { author: { select: ${select} } } })`,
      ),
    ];
    expect(named('memberName')).toEqual(['Post']);
    expect(named('{ ...memberName, email: true }')).toEqual(['Post', 'Member']);
  });
});
