import { z } from 'zod';

import { bodyText } from '@/lib/core/body-text';

export const threadKinds = ['DISCUSSION', 'QUESTION', 'IDEA', 'REVIEW'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export const boardVisibilities = ['PUBLIC', 'MEMBERS', 'OWNERS', 'STAFF'] as const;
export type BoardVisibility = (typeof boardVisibilities)[number];

export const titleLength = { least: 8, most: 140 } as const;
export const bodyMost = 20_000;

const oneLine = (text: unknown) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : text);
const title = z.preprocess(oneLine, z.string().min(titleLength.least).max(titleLength.most).refine((words) => /[\p{L}\p{N}]/u.test(words), 'code:bad-value'));
const body = z.preprocess(bodyText, z.string().min(1).max(bodyMost));
const reason = z.string().trim().max(500).default('');
const number = z.coerce.number().int().min(1).max(2_000_000_000);
const onOff = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

export const boardSlug = z.string().min(1).max(80);

export const startThreadInput = z.object({ board: boardSlug, kind: z.enum(threadKinds), title, body });
export type StartThreadInput = z.output<typeof startThreadInput>;

/** `parent` is the number of the post that is answered; the opening post when left out. */
export const replyInput = z.object({ thread: number, parent: number.default(1), body });
export type ReplyInput = z.output<typeof replyInput>;

/** The title goes with the opening post only; the reason is asked of staff who edit somebody else's words. */
export const editPostInput = z.object({ post: z.uuid(), base: z.string().max(64).optional(), title: title.optional(), body, reason });
export type EditPostInput = z.output<typeof editPostInput>;

/** People edit from words that they were shown: `base` is the version of those. */
export const editPostForm = editPostInput.required({ base: true });

export const withdrawPostInput = z.object({ post: z.uuid() });
export type WithdrawPostInput = z.output<typeof withdrawPostInput>;

export const votePostInput = z.object({ post: z.uuid(), on: onOff });
export type VotePostInput = z.output<typeof votePostInput>;

export const acceptAnswerInput = z.object({ post: z.uuid(), on: onOff });
export type AcceptAnswerInput = z.output<typeof acceptAnswerInput>;

export const threadStateInput = z.object({ thread: number, on: onOff, reason });
export type ThreadStateInput = z.output<typeof threadStateInput>;

export const markReadInput = z.object({ thread: number, upTo: number });
export type MarkReadInput = z.output<typeof markReadInput>;

export const previewInput = z.object({ body: z.preprocess(bodyText, z.string().max(bodyMost)) });

export const openBoardInput = z.object({
  slug: boardSlug.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().trim().min(1).max(80),
  nameZh: z.string().trim().max(80).default(''),
  description: z.string().trim().max(300).default(''),
  descriptionZh: z.string().trim().max(300).default(''),
  position: z.coerce.number().int().min(0).max(10_000).default(0),
  visibility: z.enum(boardVisibilities).default('PUBLIC'),
  postTrust: z.coerce.number().int().min(0).max(4).default(0),
  productId: z.uuid().nullable().default(null),
});
export type OpenBoardInput = z.input<typeof openBoardInput>;
