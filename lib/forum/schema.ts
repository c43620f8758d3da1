import { z } from 'zod';

import { maybeLine, maybeLines, multiLine, nameLine, oneLine, titleLine } from '@/lib/core/fields';

import { bodyMost, threadKinds } from './choices';

export const boardVisibilities = ['PUBLIC', 'MEMBERS', 'OWNERS', 'STAFF'] as const;
export type BoardVisibility = (typeof boardVisibilities)[number];

export { bodyMost, threadKinds, type ThreadKind } from './choices';
export { titleLength } from '@/lib/core/lengths';

const body = multiLine(bodyMost);
const reason = maybeLines(500);
const number = z.coerce.number().int().min(1).max(2_000_000_000);
const onOff = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

export const boardSlug = oneLine(80);

export const startThreadInput = z.object({ board: boardSlug, kind: z.enum(threadKinds), title: titleLine, body });
export type StartThreadInput = z.output<typeof startThreadInput>;

/** `parent` is the number of the post that is answered; the opening post when left out. */
export const replyInput = z.object({ thread: number, parent: number.default(1), body });
export type ReplyInput = z.output<typeof replyInput>;

/** The title goes with the opening post only; the reason is asked of staff who edit somebody else's words. */
export const editPostInput = z.object({
  post: z.uuid(),
  base: z.string().max(64).optional(),
  title: titleLine.optional(),
  body,
  reason,
});
export type EditPostInput = z.output<typeof editPostInput>;

/** People edit from words that they were shown: `base` is the version of those. */
export const editPostForm = editPostInput.required({ base: true });

export const withdrawPostInput = z.object({ post: z.uuid() });
export type WithdrawPostInput = z.output<typeof withdrawPostInput>;

const why = multiLine(500, 3);

export const hidePostInput = z.object({ post: z.uuid(), reason: why });
export type HidePostInput = z.output<typeof hidePostInput>;

export const restorePostInput = z.object({ post: z.uuid(), reason: why });
export type RestorePostInput = z.output<typeof restorePostInput>;

export const votePostInput = z.object({ post: z.uuid(), on: onOff });
export type VotePostInput = z.output<typeof votePostInput>;

export const acceptAnswerInput = z.object({ post: z.uuid(), on: onOff });
export type AcceptAnswerInput = z.output<typeof acceptAnswerInput>;

export const threadStateInput = z.object({ thread: number, on: onOff, reason });
export type ThreadStateInput = z.output<typeof threadStateInput>;

export const markReadInput = z.object({ thread: number, upTo: number });
export type MarkReadInput = z.output<typeof markReadInput>;

export const previewInput = z.object({ body: maybeLines(bodyMost) });

export const openBoardInput = z.object({
  slug: boardSlug.pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: nameLine(80),
  nameZh: maybeLine(80),
  description: maybeLines(300),
  descriptionZh: maybeLines(300),
  position: z.coerce.number().int().min(0).max(10_000).default(0),
  visibility: z.enum(boardVisibilities).default('PUBLIC'),
  postTrust: z.coerce.number().int().min(0).max(4).default(0),
  productId: z.uuid().nullable().default(null),
});
export type OpenBoardInput = z.input<typeof openBoardInput>;
