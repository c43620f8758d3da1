import { beforeEach, describe, expect, it, vi } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { editPost } from '@/lib/forum/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { base, folderOf, postOf, run, tables, type Fields, type Topic } from '@/tests/support/discourse-topics';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(truncateAll);

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

async function said(cooked: string, more: Fields = {}, others: Topic['posts'] = []) {
  const { left } = await run(folderOf([{ id: 7, posts: [{ id: 71, cooked, ...more }, ...others] }]));
  const { html, markdown, excerpt } = await postOf('71');
  return { html, markdown, excerpt, left };
}
