import { z } from 'zod';

import { chosenRows } from '@/lib/core/bulk';
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

const reason = maybeLines(600);

/** What is done to many ideas at once, and the stage to which it moves each. */
export const ideaActs = {
  'ideas.accept': 'ACCEPTED',
  'ideas.plan': 'PLANNED',
  'ideas.start': 'STARTED',
  'ideas.decline': 'DECLINED',
} as const satisfies Record<string, IdeaStage>;
export type IdeaAct = keyof typeof ideaActs;
export const ideaActNames = Object.keys(ideaActs) as IdeaAct[];

/** Ideas that are ticked on a page of the list, or all that its address names. */
export const chooseIdeasInput = chosenRows.extend({ act: z.enum(ideaActNames) });
export type ChooseIdeas = z.output<typeof chooseIdeasInput>;

/** Words for everybody who asked; a no needs them. */
export const stageManyInput = z.object({ reason });
export const declineManyInput = z.object({ reason: multiLine(600) });

/** What one idea among many is told: the stage that it had when it was chosen. */
export const stageOneOfManyInput = stageManyInput.extend({ from: z.enum(ideaStages).optional() });

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
