import { createHash } from 'node:crypto';

type Words = { number: number; markdown: string; thread: { title: string } };

/** Stands for the words of a post as they are, its thread's title among them: an edit says from which words it began. */
export function versionOf({ number, markdown, thread }: Words): string {
  return createHash('sha256')
    .update(number === 1 ? thread.title : '')
    .update('\0')
    .update(markdown)
    .digest('hex')
    .slice(0, 32);
}
