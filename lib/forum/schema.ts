import { z } from 'zod';

import { maybeLine, maybeLines, multiLine, nameLine, oneLine, titleLine } from '@/lib/core/fields';
import { onOff, reason, rowNumber } from '@/lib/core/pieces';

import { bodyMost, threadKinds, type BoardVerb } from './choices';
import { readRuleWord } from './rules';

export { bodyMost, boardVisibilities, threadKinds, type BoardVisibility, type ThreadKind } from './choices';
export { titleLength } from '@/lib/core/lengths';

const body = multiLine(bodyMost);
const maybeReason = maybeLines(500);

export const boardSlug = oneLine(80);

export const startThreadInput = z.object({ board: boardSlug, kind: z.enum(threadKinds), title: titleLine, body });
export type StartThreadInput = z.output<typeof startThreadInput>;

/** `parent` is the number of the post that is answered; the opening post when left out. */
export const replyInput = z.object({ thread: rowNumber, parent: rowNumber.default(1), body });
export type ReplyInput = z.output<typeof replyInput>;

/** The title goes with the opening post only; the reason is asked of staff who edit somebody else's words. */
export const editPostInput = z.object({
  post: z.uuid(),
  base: z.string().max(64).optional(),
  title: titleLine.optional(),
  body,
  reason: maybeReason,
});
export type EditPostInput = z.output<typeof editPostInput>;

/** People edit from words that they were shown: `base` is the version of those. */
export const editPostForm = editPostInput.required({ base: true });

export const withdrawPostInput = z.object({ post: z.uuid() });
export type WithdrawPostInput = z.output<typeof withdrawPostInput>;

export const hidePostInput = z.object({ post: z.uuid(), reason });
export type HidePostInput = z.output<typeof hidePostInput>;

export const restorePostInput = z.object({ post: z.uuid(), reason });
export type RestorePostInput = z.output<typeof restorePostInput>;

export const votePostInput = z.object({ post: z.uuid(), on: onOff });
export type VotePostInput = z.output<typeof votePostInput>;

export const acceptAnswerInput = z.object({ post: z.uuid(), on: onOff });
export type AcceptAnswerInput = z.output<typeof acceptAnswerInput>;

export const threadStateInput = z.object({ thread: rowNumber, on: onOff, reason: maybeReason });
export type ThreadStateInput = z.output<typeof threadStateInput>;

export const markReadInput = z.object({ thread: rowNumber, upTo: rowNumber });
export type MarkReadInput = z.output<typeof markReadInput>;

export const previewInput = z.object({ body: maybeLines(bodyMost) });

// A rule as one word of a form; several for a verb stand for whoever one of them admits.
const ruleOf = (verb: BoardVerb) =>
  z
    .string()
    .max(100)
    .transform((word, check) => {
      const rule = readRuleWord(verb, word);
      if (!rule) check.addIssue({ code: 'custom', message: 'code:bad-value' });
      return rule ?? z.NEVER;
    });
const boardRules = { reads: ruleOf('READ'), starts: ruleOf('POST'), replies: ruleOf('REPLY') };

export const openBoardInput = z.object({
  slug: boardSlug.pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: nameLine(80),
  nameZh: maybeLine(80),
  description: maybeLines(300),
  descriptionZh: maybeLines(300),
  position: z.int().min(0).max(10_000).default(0),
  productId: z.uuid().nullable().default(null),
  parentId: z.uuid().nullable().default(null),
  reads: boardRules.reads.default({ verb: 'READ', who: 'EVERYONE', trust: 0, roleKey: null }),
  starts: boardRules.starts.default({ verb: 'POST', who: 'READERS', trust: 0, roleKey: null }),
  replies: boardRules.replies.default({ verb: 'REPLY', who: 'READERS', trust: 0, roleKey: null }),
});
// The address of the board above, or nothing at the root.
const boardOrRoot = z.union([z.literal(''), boardSlug]).default('');

const boardForm = {
  name: nameLine(80),
  nameZh: maybeLine(80),
  description: maybeLines(300),
  descriptionZh: maybeLines(300),
  ...boardRules,
  productId: z.union([z.literal('').transform(() => null), z.uuid()]),
};

export const addBoardInput = z.object({ ...boardForm, parent: boardOrRoot });
export type AddBoardInput = z.output<typeof addBoardInput>;

/** `shown` is the version of the board that the page showed. */
export const changeBoardInput = z.object({ ...boardForm, parent: boardOrRoot, board: boardSlug, shown: rowNumber });
export const archiveBoardInput = z.object({ board: boardSlug, reason: maybeReason });
export const unarchiveBoardInput = z.object({ board: boardSlug });
export const moveBoardInput = z.object({ board: boardSlug, to: z.enum(['up', 'down']) });
export const mergeBoardInput = z.object({ board: boardSlug, into: boardSlug });
export const mergeRef = z.object({ merge: z.uuid() });
export const deleteBoardInput = z.object({ board: boardSlug });

export type OpenBoardInput = z.input<typeof openBoardInput>;
