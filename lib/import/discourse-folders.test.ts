import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDiscourseFolder } from './discourse-read';

describe('a folder that is none', () => {
  it('is refused in words', async () => {
    expect((await readDiscourseFolder('/nowhere/at/all')).refused).toMatchObject([{ code: 'folder-unreadable' }]);
    await withFolder({}, async (folder) => {
      expect((await readDiscourseFolder(folder)).refused).toMatchObject([{ code: 'folder-empty' }]);
    });
  });

  it.each([
    'null',
    '1',
    '"x"',
    '[1]',
    '{"post_stream":5,"id":1}',
    '{"topic_list":null}',
    '{"category_list":{"categories":{}}}',
    '[null]',
    '{"users":[null,[],"a"]}',
  ])('survives %s', async (text) => {
    await withFolder({ 'a.json': text, 'b.json': '{"user":{"id":1,"username":"kept"}}' }, async (folder) => {
      const { members, threads } = await readDiscourseFolder(folder);
      expect(members.map((member) => member.username)).toEqual(['kept']);
      expect(threads).toEqual([]);
    });
  });

  it.each([
    [
      'categories below categories',
      `{"categories":[{"id":1,"name":"A","subcategory_list":${'[{"id":2,"name":"B","subcategory_list":'.repeat(50_000)}[]${'}]'.repeat(50_000)}}]}`,
    ],
    ['a post', `{"id":1,"post_stream":{"posts":[{"polls":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}}`],
    ['what is no JSON', '['.repeat(2_000_000)],
  ])('refuses a file that is nested without end: %s', async (_, text) => {
    await withFolder({ 'a.json': text, 'b.json': '{"user":{"id":1,"username":"kept"}}' }, async (folder) => {
      const { members, refused } = await readDiscourseFolder(folder);
      expect(members.map((member) => member.username)).toEqual(['kept']);
      expect(refused).toMatchObject([{ file: 'a.json', code: 'json', reason: expect.stringContaining('too deeply') }]);
    });
  });

  it('breaks a circle of parent categories', async () => {
    const circle = {
      category_list: {
        categories: [
          { id: 1, name: 'A', parent_category_id: 2 },
          { id: 2, name: 'B', parent_category_id: 1 },
        ],
      },
    };
    await withFolder({ 'c.json': JSON.stringify(circle) }, async (folder) => {
      const { boards } = await readDiscourseFolder(folder);
      expect(boards.map(({ sourceId, parent }) => [sourceId, parent])).toEqual([
        ['1', null],
        ['2', '1'],
      ]);
    });
  });

  it('cleans what a database cannot hold', async () => {
    await withFolder({ 'u.json': '{"user":{"username":"nul","name":"a\\u0000b\\ud800"}}' }, async (folder) => {
      expect((await readDiscourseFolder(folder)).members[0]?.name).toBe('ab\uFFFD');
    });
  });
});

async function withFolder(files: Record<string, string>, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'millet-discourse-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
