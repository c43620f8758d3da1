import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { db } from '@/lib/core/db';

import { importDiscourse, type DiscourseWatch } from '@/lib/import/import-discourse';
import type { Refusal } from '@/lib/import/report';

export const base = 'https://forum.example.com';

export const tables = [
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

export type Fields = Record<string, unknown>;

export type Topic = Fields & { id: number; posts: (Fields & { id: number })[] };

export function folderOf(topics: Topic[], files: Record<string, unknown> = {}): string {
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

export async function run(folder: string, watch: DiscourseWatch = { base }) {
  const refusals: Refusal[] = [];
  const left = new Map<string, number>();
  const done = await importDiscourse(folder, {
    ...watch,
    onRefusal: (refusal) => refusals.push(refusal),
    onLeftOut: (what, count) => left.set(what, count),
  });
  return { done, left, codes: refusals.map(({ code }) => code) };
}

export const postOf = (sourceId: string) =>
  db.post.findFirstOrThrow({ where: { sourceId }, include: { hiding: true, thread: { include: { states: true } } } });
