import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { closeThread, editPost, votePost } from '@/lib/forum/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';

import { importDiscourse, type DiscourseWatch } from './import-discourse';
import type { Refusal } from './report';

const base = 'https://forum.example.com';
const tables = [
  'Member',
  'Board',
  'Thread',
  'ThreadState',
  'Post',
  'Hiding',
  'Mention',
  'RemotePicture',
  'RemotePictureUse',
  'Event',
];

vi.setConfig({ testTimeout: 60_000 });
beforeEach(truncateAll);

type Fields = Record<string, unknown>;
type Topic = Fields & { id: number; posts: (Fields & { id: number })[] };

function folderOf(topics: Topic[], files: Record<string, unknown> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'discourse-'));
  for (const { posts, ...topic } of topics) {
    const full = posts.map((post, at) => ({
      post_number: at + 1,
      username: 'ann',
      created_at: `2024-01-01T00:00:0${at}Z`,
      updated_at: `2024-02-01T00:00:0${at}Z`,
      version: 1,
      cooked: `<p>Post ${post.id}</p>`,
      ...post,
    }));
    writeFileSync(
      path.join(folder, `topic-${topic.id}.json`),
      JSON.stringify({
        title: `Topic number ${topic.id}`,
        created_at: '2024-01-01T00:00:00Z',
        category_id: null,
        ...topic,
        post_stream: { posts: full },
      }),
    );
  }
  for (const [name, value] of Object.entries(files)) writeFileSync(path.join(folder, name), JSON.stringify(value));
  return folder;
}

async function run(folder: string, watch: DiscourseWatch = { base }) {
  const refusals: Refusal[] = [];
  const left = new Map<string, number>();
  const done = await importDiscourse(folder, {
    ...watch,
    onRefusal: (refusal) => refusals.push(refusal),
    onLeftOut: (what, count) => left.set(what, count),
  });
  return { done, left, codes: refusals.map(({ code }) => code) };
}

const postOf = (sourceId: string) =>
  db.post.findFirstOrThrow({ where: { sourceId }, include: { hiding: true, thread: { include: { states: true } } } });

async function said(cooked: string, more: Fields = {}, others: Topic['posts'] = []) {
  const { left } = await run(folderOf([{ id: 7, posts: [{ id: 71, cooked, ...more }, ...others] }]));
  const { html, markdown, excerpt } = await postOf('71');
  return { html, markdown, excerpt, left };
}

describe('boards that the folder names by number alone', () => {
  const topics: Topic[] = [{ id: 1, category_id: 10, posts: [{ id: 11 }] }];
  const named = {
    category_list: {
      categories: [
        { id: 10, name: 'Audio talk', slug: 'audio-talk', read_restricted: false, description: 'All of it' },
      ],
    },
  };

  it('are asked about before anything is written', async () => {
    const { done, codes } = await run(folderOf(topics), { base, strict: true });
    expect([codes, done.empty, await db.thread.count(), await db.board.count({ where: { sourceId: '10' } })]).toEqual([
      ['boards-unnamed'],
      true,
      0,
      0,
    ]);
  });

  it('are opened to everybody when that is said', async () => {
    const { codes } = await run(folderOf(topics), { base, strict: true, boards: 'public' });
    expect([codes, await db.board.findFirst({ where: { sourceId: '10' } })]).toMatchObject([
      [],
      { visibility: 'PUBLIC', slug: 'category-10' },
    ]);
  });

  it('get name, address and readers from a later run with categories.json, and keep them', async () => {
    const { left } = await run(folderOf(topics));
    expect([...left.keys()].join()).toContain('10 are for staff only');
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject({
      visibility: 'STAFF',
      name: 'Category 10',
    });
    await run(folderOf(topics, { 'categories.json': named }));
    const board = { visibility: 'PUBLIC', name: 'Audio talk', slug: 'audio-talk', description: 'All of it' };
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject(board);
    const { codes } = await run(folderOf(topics), { base, strict: true });
    expect([codes, await db.board.findFirst({ where: { sourceId: '10' } })]).toMatchObject([[], board]);
  });

  it('keep what was changed here, field by field', async () => {
    await run(folderOf(topics));
    await db.board.updateMany({ where: { sourceId: '10' }, data: { name: 'Ours', visibility: 'MEMBERS' } });
    await run(folderOf(topics, { 'categories.json': named }));
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject({
      visibility: 'MEMBERS',
      name: 'Ours',
      slug: 'audio-talk',
    });
  });
});

describe('a forgotten address', () => {
  const topics: Topic[] = [
    { id: 1, posts: [{ id: 11, cooked: '<p><a href="/guidelines">rules</a> <img src="/uploads/a.png" alt="a"></p>' }] },
  ];

  it('is asked for before anything is written, and can be done without', async () => {
    const { codes, done } = await run(folderOf(topics), { strict: true });
    expect([codes, done.threads]).toEqual([['from-missing'], 0]);
    const { left } = await run(folderOf(topics), { strict: true, withoutBase: true });
    expect([...left.entries()].find(([what]) => what.includes('--from'))?.[1]).toBe(2);
  });

  it('is mended by a later run', async () => {
    await run(folderOf(topics), {});
    expect((await postOf('11')).html).toBe('<p>rules </p>');
    const { done } = await run(folderOf(topics), { base });
    expect((await postOf('11')).html).toContain('<a href="https://forum.example.com/guidelines"');
    expect((await postOf('11')).markdown).toContain('![a](https://forum.example.com/uploads/a.png)');
    expect(done.changed).toBe(1);
  });
});

describe('a later run', () => {
  const before: Topic = {
    id: 1,
    title: 'The old title',
    posts: [{ id: 11 }, { id: 12, like_count: 1 }, { id: 13 }, { id: 14 }],
  };
  const after: Topic = {
    id: 1,
    title: 'The new title',
    closed: true,
    pinned: true,
    accepted_answer: { post_number: 2 },
    posts: [
      { id: 11, cooked: '<p>New words</p>', version: 2 },
      { id: 12, like_count: 5 },
      { id: 13, user_deleted: true },
      { id: 15, post_number: 5, created_at: '2024-01-01T00:01:00Z' },
    ],
  };

  it('brings what changed there, and hides what was deleted there', async () => {
    await run(folderOf([before]));
    const reader = await makeMember();
    const liked = await postOf('12');
    await transact(votePost)(reader, { post: liked.id, on: true });
    await run(folderOf([after]));
    const [opening, answer] = [await postOf('11'), await postOf('12')];
    expect(opening).toMatchObject({
      html: '<p>New words</p>',
      markdown: 'New words',
      editedAt: new Date('2024-02-01T00:00:00Z'),
    });
    expect(opening.thread).toMatchObject({ title: 'The new title', slug: 'the-new-title', kind: 'QUESTION' });
    expect(opening.thread.states.map(({ kind }) => kind).toSorted()).toEqual(['ACCEPTED_ANSWER', 'CLOSED', 'PINNED']);
    expect(answer.voteCount).toBe(6);
    expect(
      [(await postOf('13')).hiding, (await postOf('14')).hiding, (await postOf('15')).hiding].map(
        (hiding) => hiding !== null,
      ),
    ).toEqual([true, true, false]);
    expect(await db.event.count({ where: { name: { startsWith: 'post.edited' } } })).toBe(0);
    const rows = await rowsOf(...tables);
    const { done } = await run(folderOf([after]));
    expect([done.changed, done.added]).toEqual([0, 0]);
    expect(await rowsOf(...tables)).toEqual(rows);
  });

  it('goes back when that is what changed there', async () => {
    await run(folderOf([after]));
    await run(
      folderOf([
        {
          ...after,
          closed: false,
          pinned: false,
          accepted_answer: null,
          posts: after.posts.map((post) => ({ ...post, user_deleted: false, like_count: 0 })),
        },
      ]),
    );
    const { thread } = await postOf('11');
    expect([thread.states, (await postOf('12')).voteCount]).toEqual([[], 0]);
  });

  it('never overwrites what was changed here', async () => {
    await run(folderOf([before]));
    const staff = await makeMember({ roles: ['ADMIN', 'MODERATOR'] });
    const opening = await postOf('11');
    await transact(editPost)(staff, {
      post: opening.id,
      title: 'Our own title',
      body: 'Our words',
      reason: 'Tidied up',
    });
    await transact(closeThread)(staff, { thread: opening.thread.number, on: true, reason: 'Done' });
    await run(folderOf([after]));
    await db.hiding.deleteMany();
    await run(folderOf([{ ...after, title: 'A third title', closed: false }]));
    const now = await postOf('11');
    expect([
      now.markdown,
      now.thread.title,
      now.thread.states.some(({ kind, byId }) => kind === 'CLOSED' && byId === staff.id),
    ]).toEqual(['Our words', 'Our own title', true]);
    expect(await db.hiding.count()).toBe(0);
  });

  it('hides a topic that was deleted there', async () => {
    await run(folderOf([before]));
    await run(folderOf([{ ...before, deleted_at: '2024-03-01T00:00:00Z' }]));
    expect((await postOf('11')).hiding).not.toBeNull();
  });

  it('takes an incomplete folder for no sign of deletion', async () => {
    const stream = { posts_count: 4 };
    await run(folderOf([{ ...before, ...stream }]));
    await run(folderOf([{ ...before, ...stream, posts: before.posts.slice(0, 2) }]));
    expect(await db.hiding.count()).toBe(0);
  });

  it('moves a thread to the board on which it stands now', async () => {
    const files = {
      'categories.json': {
        category_list: {
          categories: [
            { id: 1, name: 'One' },
            { id: 2, name: 'Two', read_restricted: true },
          ],
        },
      },
    };
    await run(folderOf([{ ...before, category_id: 1 }], files));
    await run(folderOf([{ ...before, category_id: 2 }], files));
    expect((await db.board.findMany({ orderBy: { name: 'asc' } })).map(({ threadCount }) => threadCount)).toEqual([
      0, 1,
    ]);
  });
});

describe('an edit of an imported post', () => {
  const cooked =
    '<p>See <a href="https://x.example/">this</a>:</p><p><img src="https://forum.example.com/a.png" alt="a"></p><ul><li>one</li><li>two</li></ul><pre><code class="lang-js">let a;\n</code></pre><blockquote><p>said</p></blockquote>';

  it('keeps pictures, links, code, quotes and lists, and a new title alone changes no words', async () => {
    await run(folderOf([{ id: 1, posts: [{ id: 11, cooked }] }]));
    const post = await postOf('11');
    const admin = await makeMember({ roles: ['ADMIN', 'MODERATOR'] });
    await transact(editPost)(admin, {
      post: post.id,
      title: 'A better title',
      body: post.markdown.replaceAll('\n', '\r\n'),
      reason: 'Clearer',
    });
    expect(await postOf('11')).toMatchObject({ html: post.html, editedAt: null });
    await transact(editPost)(admin, { post: post.id, body: `${post.markdown}\n\nMore.`, reason: 'Added' });
    const { html } = await postOf('11');
    for (const part of [
      '<a href="https://x.example/"',
      'src="https://forum.example.com/a.png"',
      '<li>two</li>',
      '<code class="language-js">let a;',
      '<blockquote>',
      '<p>More.</p>',
    ])
      expect(html).toContain(part);
  });
});

it('keeps the level of trust that posts and lists tell, also in a later run', async () => {
  const topics = (level: number): Topic[] => [
    {
      id: 1,
      posts: [
        { id: 11, trust_level: level },
        { id: 12, username: 'bo', trust_level: 4 },
        { id: 13, username: 'cy' },
      ],
    },
  ];
  const { left } = await run(folderOf(topics(0)));
  await run(folderOf(topics(2)));
  const members = await db.member.findMany({ orderBy: { handle: 'asc' } });
  expect(members.map(({ handle, trust }) => [handle, trust])).toEqual([
    ['ann', 2],
    ['bo', 3],
    ['cy', 0],
  ]);
  expect([...left.entries()].find(([what]) => what.includes('above 3'))?.[1]).toBe(1);
});

describe('videos', () => {
  it.each([
    [
      '<div class="lazyYT" data-youtube-id="abc123_-x" data-youtube-title="My film"></div>',
      '[My film](https://www.youtube.com/watch?v=abc123_-x)',
    ],
    [
      '<div class="youtube-onebox lazy-video-container" data-video-id="abc123" data-video-title="T" data-provider-name="youtube"><a href="https://www.youtube.com/watch?v=abc123"><img src="https://img.youtube.com/x.jpg"></a></div>',
      '[T](https://www.youtube.com/watch?v=abc123)',
    ],
    ['<iframe src="https://player.vimeo.com/video/1"></iframe>', '<https://vimeo.com/1>'],
    ['<iframe src="//www.youtube.com/embed/abc123?rel=0"></iframe>', '<https://www.youtube.com/watch?v=abc123>'],
    [
      '<video width="1"><source src="https://forum.example.com/a.mp4"><a href="https://forum.example.com/a.mp4">a</a></video>',
      '<https://forum.example.com/a.mp4>',
    ],
    [
      '<div class="video-placeholder-container" data-video-src="/uploads/b.mp4"></div>',
      '[/uploads/b.mp4](https://forum.example.com/uploads/b.mp4)',
    ],
  ])('%s', async (cooked, markdown) => expect((await said(cooked)).markdown).toBe(markdown));

  it('that nobody can link are told', async () => {
    const { html, left } = await said('<p>a</p><iframe src="https://x.example/"></iframe>');
    expect([html, left.get('frames of other sites')]).toEqual(['<p>a</p>', 1]);
  });
});

it('polls become a table of their totals', async () => {
  const cooked =
    '<div class="poll" data-poll-name="poll"><ul><li>Red</li><li>Blue</li></ul><div class="poll-info">0 voters</div><button>Show results</button></div><p>after</p>';
  const polls = [
    {
      name: 'poll',
      title: 'Which one?',
      voters: 12,
      options: [
        { id: 'a', html: 'Red &amp; black', votes: 8 },
        { id: 'b', html: 'Blue', votes: 4 },
      ],
    },
  ];
  const { markdown, html } = await said(cooked, { polls });
  expect(markdown).toBe(
    '| Which one? | Votes |\n| --- | ---: |\n| Red & black | 8 |\n| Blue | 4 |\n| Voters | 12 |\n\nafter',
  );
  expect(html).not.toContain('0 voters');
  await truncateAll();
  const raw = 'Vote\n\n[poll type=regular]\n* Red\n* Blue\n[/poll]\n\nafter';
  expect((await said(`<p>Vote</p>${cooked}`, { polls, raw })).markdown).toContain('| Voters | 12 |\n\nafter');
});

it('quotes lead to the quoted member and post, also of a topic that comes later', async () => {
  const aside = (topic: number, post: number) =>
    `<aside class="quote" data-username="Bob" data-post="${post}" data-topic="${topic}"><div class="title"><div class="quote-controls"></div><img class="avatar" src="https://forum.example.com/b.png"> Bob:</div><blockquote><p>hi</p></blockquote></aside>`;
  const folder = folderOf([
    {
      id: 7,
      posts: [
        { id: 71 },
        { id: 72, username: 'Bob' },
        { id: 73, post_number: 9, cooked: `${aside(7, 2)}<p><a href="${base}/t/old/8/1">there</a></p>` },
      ],
    },
    { id: 8, posts: [{ id: 81, cooked: aside(7, 9) }] },
    {
      id: 6,
      posts: [
        { id: 61, raw: '[quote="Bob, post:2, topic:7"]\nhi\n[/quote]\n\nyes', cooked: `${aside(7, 2)}<p>yes</p>` },
      ],
    },
  ]);
  await run(folder);
  const threads = await db.thread.findMany({ orderBy: { sourceId: 'asc' } });
  const [, seven, eight] = threads.map(({ number, slug }) => `/t/${number}/${slug}`);
  expect((await postOf('73')).html).toBe(
    `<blockquote><p><a href="/u/bob" class="mention" data-mention="bob">@Bob</a> <a href="${seven}#post-2">#2</a>:</p><p>hi</p></blockquote><p><a href="${eight}">there</a></p>`,
  );
  expect((await postOf('81')).markdown).toBe(`> @bob [#9](${seven}):\n>\n> hi`);
  expect((await postOf('61')).markdown).toBe(`> @bob [#2](${seven}):\n>\n> hi\n\nyes`);
  const rows = await rowsOf(...tables);
  await run(folder);
  expect(await rowsOf(...tables)).toEqual(rows);
});

describe('what only Discourse knows', () => {
  it.each([
    [
      'emoji are characters',
      '<p>Hi <img class="emoji" src="https://emoji.discourse-cdn.com/apple/smile.png" alt=":smile:" title=":smile:"> <img class="emoji" alt=":+1:t3:" src="/images/emoji/twitter/+1/3.png"></p>',
      'Hi 😄 👍🏼',
    ],
    [
      'check boxes stand',
      '<ul><li><span class="chcklst-box checked fa fa-check-square-o"></span> done</li><li><span class="chcklst-box fa fa-square-o"></span> open</li></ul>',
      '- [x] done\n- [ ] open',
    ],
    [
      'lightboxes are the large picture',
      '<div class="lightbox-wrapper"><a class="lightbox" href="https://cdn.example.com/large.png" title="image"><img src="https://cdn.example.com/small.png" alt="a" width="1" height="2"><div class="meta"><span class="filename">image</span><span class="informations">1548×857 839 KB</span></div></a></div>',
      '![a](https://cdn.example.com/large.png)',
    ],
    [
      'icons of sites are dropped',
      '<aside class="onebox"><header class="source"><img src="https://x.example/f.ico" class="site-icon"><a href="https://x.example/">x.example</a></header><article class="onebox-body"><h3><a href="https://x.example/">Title</a></h3></article></aside>',
      '[x.example](https://x.example/)\n\n### [Title](https://x.example/)',
    ],
    [
      'spoilers stay closed',
      '<p>It was <span class="spoiler">the butler</span></p><div class="spoiler"><p>really</p></div>',
      'It was [spoiler]the butler[/spoiler]\n\n[spoiler]\n\nreally\n\n[/spoiler]',
    ],
  ])('%s', async (_name, cooked, markdown) => expect((await said(cooked)).markdown).toBe(markdown));

  it('spoilers are covered in lists too', async () =>
    expect((await said('<p>It was <span class="spoiler">the butler</span></p>')).excerpt).toBe('It was …'));

  it.each([
    [
      'uploads',
      '![pic|690x400, 50%](upload://abcDEF.png) and `upload://x.png`',
      '<p><img src="https://cdn.example.com/p.png" alt="pic" data-base62-sha1="abcDEF"> and <code>upload://x.png</code></p>',
      '![pic](https://cdn.example.com/p.png) and `upload://x.png`',
    ],
    [
      'spoilers and details',
      '[spoiler]a[/spoiler]\n\n[details="More"]\nb\n[/details]',
      '<p><span class="spoiler">a</span></p><details><summary>More</summary><p>b</p></details>',
      '[spoiler]a[/spoiler]\n\n[details="More"]\n\nb\n\n[/details]',
    ],
    ['emoji outside of code', ':wave: `:wave:`', '<p>x</p>', '👋 `:wave:`'],
    ['HTML of their own', 'a <kbd>K</kbd>', '<p>a <kbd>K</kbd></p>', 'a `K`'],
  ])('with the words as typed: %s', async (_name, raw, cooked, markdown) =>
    expect((await said(cooked, { raw })).markdown).toBe(markdown),
  );
});

describe('other folders', () => {
  const post = (id: number, topic: number, number: number, more: Fields = {}) => ({
    id,
    topic_id: topic,
    topic_title: `Loose topic ${topic}`,
    topic_slug: 'loose',
    category_id: null,
    post_number: number,
    username: 'ann',
    created_at: `2024-01-01T00:00:0${number}Z`,
    cooked: `<p>Post ${id}</p>`,
    ...more,
  });

  it('of one JSON for each post, and of /posts.json, make threads', async () => {
    const files = {
      '12.json': post(12, 1, 2),
      '11.json': post(11, 1, 1, { topic_title: 'Its first title' }),
      'posts.json': { latest_posts: [post(22, 2, 2), post(21, 2, 1), post(13, 1, 3)] },
      'late.json': [post(33, 3, 3)],
    };
    const { done, codes } = await run(folderOf([], files));
    expect([done.threads, done.posts, codes]).toEqual([2, 5, ['opening-post-missing']]);
    expect(
      (await db.post.findMany({ where: { thread: { sourceId: '1' } }, orderBy: { number: 'asc' } })).map(
        ({ sourceId }) => sourceId,
      ),
    ).toEqual(['11', '12', '13']);
    const rows = await rowsOf(...tables);
    await run(folderOf([], files));
    expect(await rowsOf(...tables)).toEqual(rows);
    await run(folderOf([], { '11.json': post(11, 1, 1), '12.json': post(12, 1, 2, { user_deleted: true }) }));
    expect(await db.hiding.findMany({ select: { post: { select: { sourceId: true } } } })).toEqual([
      { post: { sourceId: '12' } },
    ]);
  });

  it('of old versions name users in the item itself', async () => {
    const { done, codes } = await run(
      folderOf([], {
        'directory_items.json': {
          directory_items: [
            { id: 3, username: 'old_one', likes_received: 2 },
            { id: 4, user: { id: 4, username: 'newer' } },
          ],
        },
      }),
    );
    expect([done.members, codes]).toEqual([2, []]);
  });

  it('in another encoding are refused by file', async () => {
    const folder = folderOf([{ id: 1, posts: [{ id: 11 }] }]);
    writeFileSync(
      path.join(folder, 'latin.json'),
      Buffer.from('{"users":[{"id":1,"username":"j\u00fcrgen"}]}', 'latin1'),
    );
    const { done, codes } = await run(folder);
    expect([done.threads, codes]).toEqual([1, ['encoding']]);
  });

  it('notes of the forum are no refusals, and are told', async () => {
    const { done, left } = await run(
      folderOf([{ id: 1, tags: ['a', 'b'], posts: [{ id: 11 }, { id: 12, post_type: 3 }] }]),
    );
    expect([
      done.refused,
      left.get('notes of the forum about a topic, such as that it was closed'),
      left.get('tags of topics'),
    ]).toEqual([0, 1, 2]);
  });
});
