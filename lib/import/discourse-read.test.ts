import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDiscourseFolder, readDiscourseFolder } from './discourse-read';
import { createTally } from './report';

const fixture = (name: string) => fileURLToPath(new URL(`../../tests/fixtures/discourse/${name}/`, import.meta.url));

describe('a folder of one topic', () => {
  it('keeps the thread with its posts, order, authors, times and likes', async () => {
    const { threads } = await readDiscourseFolder(fixture('workshop'));
    expect(threads).toHaveLength(1);
    expect(threads[0]).toMatchObject({
      sourceId: '412',
      title: 'START HERE -- how this workshop works',
      board: '13',
      author: 'oriel',
      pinned: true,
      views: 268,
      createdAt: new Date('2021-03-08T09:12:25.400-05:00'),
    });
    expect(
      threads[0]?.posts.map(({ sourceId, number, author, likes, kind }) => [sourceId, number, author, likes, kind]),
    ).toEqual([
      ['7083', 1, 'oriel', 0, 'post'],
      ['7084', 2, 'oriel', 0, 'staff-note'],
      ['7086', 3, 'bramble', 5, 'post'],
      ['7226', 14, 'yanzi', 5, 'post'],
    ]);
  });

  it('never hands a post to the listed user who happens to have the same id', async () => {
    const { members } = await readDiscourseFolder(fixture('workshop'));
    const fifteen = members.filter((member) => member.sourceUserId === 15);
    expect(fifteen.map(({ username, placeholder }) => [username, placeholder])).toEqual([
      ['pettifer', false],
      ['oriel', true],
    ]);
    expect(members).toHaveLength(24);
    expect(members.filter((member) => member.email).map((member) => member.username)).toEqual(['wick']);
    expect(members.filter((member) => member.system).map((member) => member.username)).toEqual(['system']);
  });

  it('names the board of a thread from what the folder says beside it', async () => {
    const { boards } = await readDiscourseFolder(fixture('workshop'));
    expect(
      boards.map(({ sourceId, name, placeholder, private: closed }) => [sourceId, name, placeholder, closed]),
    ).toEqual([
      ['1', 'Bench', false, false],
      ['2', 'Kiln', false, false],
      ['3', '织机', false, false],
      ['13', 'uncategorized', true, false],
    ]);
  });

  it('refuses rows that have no posts or reuse an id', async () => {
    const { refused } = await readDiscourseFolder(fixture('workshop'));
    expect(refused.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['latest.json', 2, 'duplicate-id'],
      ['latest.json', 3, 'duplicate-id'],
      ['latest.json', 1, 'no-posts'],
    ]);
  });
});

describe('a forum as exported', () => {
  it('joins the pages of a topic and knows who answers whom', async () => {
    const { threads } = await readDiscourseFolder(fixture('forum'));
    const [quiet] = threads;
    expect(quiet).toMatchObject({
      sourceId: '100',
      board: '6',
      tags: ['audio', 'left'],
      pinned: true,
      acceptedAnswer: 4,
      views: 42,
    });
    expect(
      quiet?.posts.map(({ number, author, replyTo, depth, branch, likes, hidden }) => [
        number,
        author,
        replyTo,
        depth,
        branch,
        likes,
        hidden,
      ]),
    ).toEqual([
      [1, 'mei', null, 0, null, 0, false],
      [2, 'helper', null, 1, null, 4, false],
      [3, 'mei', 2, 2, 2, 2, false],
      [4, 'helper', 3, 3, 2, 0, false],
      [7, 'rude', null, 1, null, 0, true],
      [9, 'mei', null, 1, null, 0, false],
      [10, null, null, 1, null, 0, false],
      [11, 'late', null, 1, null, 0, false],
    ]);
    expect(quiet?.posts[0]).toMatchObject({
      raw: 'Left is **quiet**',
      createdAt: new Date('2024-01-01T02:00:00Z'),
      editedAt: new Date('2024-02-01T00:00:00Z'),
    });
    expect(quiet?.posts[1]?.editedAt).toBeNull();
  });

  it('keeps closed categories closed, and closes those of which nothing is known', async () => {
    const { boards } = await readDiscourseFolder(fixture('forum'));
    expect(
      boards.map(({ sourceId, parent, private: closed, placeholder }) => [sourceId, parent, closed, placeholder]),
    ).toEqual([
      ['5', null, false, false],
      ['7', null, true, false],
      ['77', null, true, true],
      ['6', '5', false, false],
    ]);
  });

  it('gathers members once, with an address only where it proves one person', async () => {
    const { members } = await readDiscourseFolder(fixture('forum'), { baseUrl: 'https://forum.example.com' });
    expect(Object.fromEntries(members.map((member) => [member.sourceId, member.email]))).toEqual({
      mei: 'mei@example.com',
      rude: 'rude@example.com',
      twin: null,
      typo: null,
      system: null,
      helper: null,
      late: null,
    });
    const mei = members.find((member) => member.sourceId === 'mei');
    expect(mei).toMatchObject({
      username: 'Mei',
      name: '梅',
      trustLevel: 2,
      placeholder: false,
      avatarUrl: 'https://forum.example.com/user_avatar/forum.example.com/mei/240/3_2.png',
    });
    expect(members.find((member) => member.sourceId === 'rude')?.suspendedUntil).toEqual(
      new Date('3019-01-01T00:00:00Z'),
    );
  });

  it('names every record that stays behind and counts it', async () => {
    const { refused } = await readDiscourseFolder(fixture('forum'));
    expect(refused.map(({ file, row, list, code, count }) => [file, list ?? '', row, code, count ?? 1]).sort()).toEqual(
      [
        ['broken.json', '', 0, 'json', 1],
        ['categories.json', 'category', 4, 'category-shape', 1],
        ['latest-page-1.json', 'topic', 2, 'topic-shape', 1],
        ['latest-page-1.json', 'topic', 1, 'no-posts', 1],
        ['site-settings.json', '', 0, 'file-unknown', 1],
        ['t/topic-100.json', '', 0, 'posts-missing', 2],
        ['t/topic-100.json', 'post', 6, 'whisper', 1],
        ['t/topic-100.json', 'post', 8, 'post-deleted', 1],
        ['t/topic-200.json', '', 0, 'private-message', 2],
        ['t/topic-201.json', '', 0, 'topic-deleted', 2],
        ['t/topic-202.json', '', 0, 'opening-post-missing', 2],
        ['t/topic-202.json', '', 0, 'posts-missing', 1],
        ['t/topic-203.json', '', 0, 'no-posts', 1],
        ['user_list.json', 'user', 3, 'email-duplicate', 0],
        ['user_list.json', 'user', 4, 'email-invalid', 0],
        ['user_list.json', 'user', 5, 'user-shape', 1],
      ].sort(),
    );
    expect(refused.find((refusal) => refusal.code === 'json')?.reason).toContain('line 3');
    const tally = createTally();
    refused.forEach((refusal) => tally.add(refusal));
    expect(tally.refused).toBe(18);
  });

  it('lets nobody be known by what was not imported', async () => {
    const { members } = await readDiscourseFolder(fixture('forum'));
    expect(members.map((member) => member.sourceId)).not.toContain('secret');
    expect(members.map((member) => member.sourceId)).not.toContain('gone');
  });

  it('streams the same threads each time it is asked', async () => {
    const folder = await openDiscourseFolder(fixture('forum'));
    const ids = async () => {
      const found: string[] = [];
      for await (const thread of folder.threads()) found.push(thread.sourceId);
      return found;
    };
    expect(folder.threadCount).toBe(2);
    expect(await ids()).toEqual(['100', '204']);
    expect(await ids()).toEqual(['100', '204']);
  });
});
