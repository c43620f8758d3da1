import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { importDiscourse } from '@/lib/import/import-discourse';
import { type Refusal } from '@/lib/import/report';

export const base = 'https://forum.example.com';

export const fixture = (name: string) => path.resolve('tests/fixtures/discourse', name);

export async function run(folder: string, from: string | undefined = base) {
  const refusals: Refusal[] = [];
  const done = await importDiscourse(folder, {
    base: from || undefined,
    onRefusal: (refusal) => refusals.push(refusal),
  });
  return { done, refusals };
}

export type Post = { id: number; username?: string; cooked?: string; at?: string; [key: string]: unknown };

export function folderOf(...topics: { id: number; title?: string; posts: Post[]; [key: string]: unknown }[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'discourse-'));
  for (const topic of topics) {
    const posts = topic.posts.map((post, at) => ({
      post_number: at + 1,
      username: 'ann',
      created_at: post.at ?? `2024-01-01T00:00:${String(at % 60).padStart(2, '0')}Z`,
      cooked: `<p>Post ${post.id}</p>`,
      ...post,
    }));
    const { title = `Topic ${topic.id}`, ...rest } = topic;
    writeFileSync(
      path.join(folder, `topic-${topic.id}.json`),
      JSON.stringify({ title, created_at: posts[0]?.created_at, category_id: null, ...rest, post_stream: { posts } }),
    );
  }
  return folder;
}
