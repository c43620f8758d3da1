import { z } from 'zod';

import { maybeLine, maybeLines, multiLine, nameLine, titleLine } from '@/lib/core/fields';
import { titleLength } from '@/lib/core/lengths';
import { list, onOff, pickedId, rowNumber, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';

export const ideaStages = ['NEW', 'ACCEPTED', 'PLANNED', 'STARTED', 'SHIPPED', 'DECLINED', 'MERGED'] as const;
export type IdeaStage = (typeof ideaStages)[number];

/** Stages in which an idea may still become something: it takes votes and can be moved. */
export const openStages = ['NEW', 'ACCEPTED', 'PLANNED', 'STARTED'] as const satisfies readonly IdeaStage[];

/** Stages from which a release may ship an idea. */
export const shippableStages = ['ACCEPTED', 'PLANNED', 'STARTED'] as const satisfies readonly IdeaStage[];

export const ideaKinds = ['IDEA', 'REPORT'] as const;
export type IdeaKind = (typeof ideaKinds)[number];

export const releaseKinds = ['HARDWARE', 'FIRMWARE', 'APP'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** Stages that the roadmap shows, in the order of its columns. */
export const roadmapStages = ['PLANNED', 'STARTED', 'SHIPPED'] as const satisfies readonly IdeaStage[];

/** By what the triage queue can be sorted. */
export const triageOrders = ['votes', 'owners', 'worth', 'newest'] as const;
export type TriageOrder = (typeof triageOrders)[number];

const reason = maybeLines(600);

export const openIdeaInput = z.object({
  threadId: z.uuid(),
  productId: z.uuid(),
  kind: z.enum(ideaKinds).default('IDEA'),
  originPostId: z.uuid().optional(),
});
export type OpenIdeaInput = z.input<typeof openIdeaInput>;

export const voteIdeaInput = z.object({ ideaId: z.uuid(), on: onOff });
export type VoteIdeaInput = z.output<typeof voteIdeaInput>;

/** The stage that the form showed: a decision on an outdated one is refused. */
const shownStage = z.enum(ideaStages).optional();

export const stageIdeaInput = z.object({ ideaId: z.uuid(), from: shownStage, to: z.enum(ideaStages), reason });
export type StageIdeaInput = z.input<typeof stageIdeaInput>;

export const mergeIdeasInput = z.object({ ideaId: z.uuid(), from: shownStage, intoId: pickedId, reason });
export type MergeIdeasInput = z.input<typeof mergeIdeasInput>;

export const makeIdeaInput = z.object({
  postId: z.uuid(),
  productId: pickedId,
  kind: z.enum(ideaKinds).default('IDEA'),
  title: maybeLine(titleLength.most),
});
export type MakeIdeaInput = z.input<typeof makeIdeaInput>;

export const voiceToIdeaInput = z.object({
  voiceId: z.uuid(),
  kind: z.enum(ideaKinds).default('IDEA'),
  title: titleLine,
});
export type VoiceToIdeaInput = z.input<typeof voiceToIdeaInput>;

const version = typed(30).pipe(
  z
    .string()
    .min(1)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}. _-]*$/u, { message: 'code:bad-value' }),
);

export const saveReleaseInput = z.object({
  releaseId: z.uuid().optional(),
  /** The revision that the form showed. */
  revision: rowNumber.optional(),
  productId: pickedId,
  kind: z.enum(releaseKinds),
  version,
  title: nameLine(120, 3),
  titleZh: maybeLine(120),
  markdown: multiLine(20_000),
  markdownZh: maybeLines(20_000),
  ideas: list(z.uuid(), 100),
});
export type SaveReleaseInput = z.input<typeof saveReleaseInput>;

export const writeReleaseInput = saveReleaseInput.extend({ publish: ticked });
export type WriteReleaseInput = z.input<typeof writeReleaseInput>;

export const publishReleaseInput = z.object({ releaseId: z.uuid() });
export type PublishReleaseInput = z.output<typeof publishReleaseInput>;
