/** A small forum of the kind that brands have, made by us: what the stand-in serves, and the same as a folder of JSON. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { StandInForum, StandInPost, StandInTopic } from './discourse-stand-in';

const start = Date.parse('2024-03-01T09:00:00.000Z');
export const minutes = (count: number): string => new Date(start + count * 60_000).toISOString();

export function madePost(id: number, number: number, rest: Partial<StandInPost> = {}): StandInPost {
  const raw = `Post **${id}** of the old forum`;
  return {
    ...{ id, post_number: number, username: ['ann', 'bea', 'carl'][id % 3]!, user_id: (id % 3) + 1, trust_level: 2 },
    ...{ raw, cooked: `<p>Post <strong>${id}</strong> of the old forum</p>`, created_at: minutes(id) },
    reply_to_post_number: number > 2 ? 1 : null,
    actions_summary: number % 2 === 0 ? [{ id: 2, count: 3, can_act: true }] : [],
    ...rest,
  };
}

export function madeTopic(id: number, posts: number, rest: Partial<StandInTopic> = {}): StandInTopic {
  const own = Array.from({ length: posts }, (_, at) => madePost(id * 1_000 + at, at + 1));
  return {
    ...{ id, title: `Topic number ${id}`, slug: `topic-number-${id}`, category_id: 5, closed: false, archived: false },
    ...{ created_at: minutes(id), bumped_at: minutes(id * 1_000 + posts), pinned: false, visible: true, tags: [] },
    ...{ like_count: 0, posts: own },
    ...rest,
  };
}

export function madeForum(topics: StandInTopic[] = manyTopics(7)): StandInForum {
  return {
    categories: [
      {
        id: 5,
        name: 'Talk',
        slug: 'talk',
        read_restricted: false,
        topic_url: '/t/about-the-talk-category/900',
        position: 1,
      },
      { id: 6, name: 'Repairs', slug: 'repairs', parent_category_id: 5, read_restricted: false, position: 2 },
      { id: 7, name: 'Team', slug: 'team', read_restricted: true, position: 3 },
    ],
    topics: [
      ...topics,
      madeTopic(900, 1, { title: 'About the Talk category' }),
      madeTopic(990, 3, { title: 'A private word', archetype: 'private_message', category_id: 0 }),
    ],
    users: ['ann', 'bea', 'carl', 'dora'].map((username, at) => ({
      ...{
        id: at + 1,
        username,
        name: `${username} of old`,
        email: `${username}@old.example`,
        active: username !== 'dora',
      },
      ...{ trust_level: at, title: username === 'ann' ? 'Founder' : null, admin: at === 0, moderator: false },
      avatar_template: `/letter_avatar_proxy/v4/letter/${username[0]}/{size}.png`,
      created_at: minutes(-1_000 + at),
    })),
    groups: [
      { id: 10, name: 'trust_level_0', automatic: true, members: ['ann'], owners: [] },
      { id: 41, name: 'Beta', automatic: false, members: ['bea', 'carl'], owners: ['ann'] },
    ],
    tags: [{ id: 1, name: 'bass' }],
    tagGroups: [{ id: 3, name: 'Sound', tag_names: ['bass'] }],
    badges: [
      { id: 1, name: 'Basic', system: true, holders: ['ann', 'bea'] },
      { id: 101, name: 'Prototype tester', system: false, holders: ['carl'] },
    ],
  };
}

function manyTopics(count: number): StandInTopic[] {
  return Array.from({ length: count }, (_, at) =>
    madeTopic(100 + at, 1 + ((at * 7) % 5), {
      category_id: [5, 6, 7][at % 3],
      tags: at % 2 === 0 ? ['bass'] : [],
      closed: at === 3,
    }),
  );
}

/** A topic with all that Discourse knows: an accepted answer, a poll, a pin, a hidden post, a whisper, a note and a deleted post. */
export function richTopic(id: number): StandInTopic {
  const poll = { name: 'poll', type: 'regular', voters: 5, options: [{ id: 'a', html: 'Yes', votes: 5 }] };
  const raw = '[quote="ann, post:1, topic:100"]\nAs said\n[/quote]\n\nSo @bea, [poll]\n* Yes\n[/poll]';
  const cooked = '<p>So <a class="mention" href="/u/bea">@bea</a></p><div class="poll" data-poll-name="poll"></div>';
  const posts = [
    madePost(id * 1_000, 1, { raw, cooked, polls: [poll] }),
    madePost(id * 1_000 + 1, 2, { accepted_answer: true, version: 3, updated_at: minutes(5) }),
    madePost(id * 1_000 + 2, 3, { hidden: true }),
    madePost(id * 1_000 + 3, 4, { post_type: 4 }),
    madePost(id * 1_000 + 4, 5, { post_type: 3, cooked: '', raw: '' }),
    madePost(id * 1_000 + 5, 6, { deleted_at: minutes(6) }),
    madePost(id * 1_000 + 6, 7, { reply_to_post_number: 2 }),
  ];
  return madeTopic(id, 0, { pinned: true, accepted_answer: { post_number: 2, username: 'bea' }, posts });
}

/** The same forum as somebody would have saved it by hand. */
export function folderOfForum(forum: StandInForum): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'forum-'));
  const put = (name: string, value: unknown) => writeFileSync(path.join(folder, name), JSON.stringify(value));
  mkdirSync(path.join(folder, 't'));
  put('categories.json', { category_list: { categories: forum.categories } });
  put('user_list.json', forum.users);
  put('groups.json', {
    groups: forum.groups.map((group) =>
      group.automatic
        ? { ...group, members: undefined, owners: undefined, user_count: group.members.length }
        : { ...group, user_count: group.members.length },
    ),
  });
  put('tags.json', { tags: forum.tags.map(({ id, name }) => ({ id, name, text: name, count: 1 })) });
  put('tag_groups.json', { tag_groups: forum.tagGroups });
  put('badges.json', {
    badges: forum.badges.map(({ holders, ...badge }) => ({
      ...badge,
      grant_count: holders.length,
      ...(!badge.system && { holders }),
    })),
  });
  const shown = forum.topics.filter(
    ({ id, archetype = 'regular', deleted_at }) => id !== 900 && archetype === 'regular' && !deleted_at,
  );
  for (const { posts, ...topic } of shown) {
    const standing = posts.filter(({ deleted_at }) => !deleted_at);
    put(`t/${topic.id}.json`, {
      ...topic,
      ...{ archetype: 'regular', posts_count: standing.length },
      post_stream: {
        posts: standing.map((post) => ({ post_type: 1, updated_at: post.created_at, ...post })),
        stream: standing.map(({ id }) => id),
      },
    });
  }
  return folder;
}
