import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { listMembers } from './queries';

beforeEach(truncateAll);

describe('finding members', () => {
  it('by handle, name in any script, or whole address; page after page without gap or repetition', async () => {
    for (let at = 0; at < 65; at += 1)
      await makeMember({
        handle: `walker${at}`,
        name: at === 7 ? '林小满' : `Walker ${at}`,
        joinedAt: after(clock(), -Math.floor(at / 10) * day),
      });
    const only = async (search: string) =>
      (await listMembers({ db, now: clock() }, { search })).members.map(({ handle }) => handle);
    expect(await only('小满')).toEqual(['walker7']);
    expect(await only('WALKER64')).toEqual(['walker64']);
    expect(await only('@walker3')).toContain('walker3');
    expect(await only('walker3@test.millet')).toEqual([]);
    expect(await only('100%_')).toEqual([]);
    const seen: string[] = [];
    let cursor: { at: Date; id: string } | undefined;
    for (let more = true; more;) {
      const page = await listMembers({ db, now: clock() }, { search: 'walker', after: cursor });
      seen.push(...page.members.map(({ handle }) => handle));
      const last = page.members.at(-1);
      cursor = last && { at: last.createdAt, id: last.id };
      more = page.more;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
  });
});
