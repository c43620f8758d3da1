import { z } from 'zod';

import { bodyText } from '@/lib/core/body-text';

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

const onOff = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const reason = z.string().trim().max(600).default('');
const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
const oneLine = (text: unknown) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : text);

export const openIdeaInput = z.object({ threadId: z.uuid(), productId: z.uuid(), kind: z.enum(ideaKinds).default('IDEA'), originPostId: z.uuid().optional() });
export type OpenIdeaInput = z.input<typeof openIdeaInput>;

export const voteIdeaInput = z.object({ ideaId: z.uuid(), on: onOff });
export type VoteIdeaInput = z.output<typeof voteIdeaInput>;

export const stageIdeaInput = z.object({ ideaId: z.uuid(), to: z.enum(ideaStages), reason });
export type StageIdeaInput = z.input<typeof stageIdeaInput>;

export const mergeIdeasInput = z.object({ ideaId: z.uuid(), intoId: z.uuid({ message: 'code:required' }), reason });
export type MergeIdeasInput = z.input<typeof mergeIdeasInput>;

export const makeIdeaInput = z.object({
  postId: z.uuid(),
  productId: z.uuid({ message: 'code:required' }),
  kind: z.enum(ideaKinds).default('IDEA'),
  title: z.preprocess(oneLine, z.string().max(140).default('')),
});
export type MakeIdeaInput = z.input<typeof makeIdeaInput>;

export const noteVoiceInput = z.object({ voiceId: z.uuid() });
export type NoteVoiceInput = z.output<typeof noteVoiceInput>;

export const linkVoiceInput = z.object({ voiceId: z.uuid(), ideaId: z.uuid({ message: 'code:required' }) });
export type LinkVoiceInput = z.output<typeof linkVoiceInput>;

export const voiceToIdeaInput = z.object({
  voiceId: z.uuid(),
  kind: z.enum(ideaKinds).default('IDEA'),
  title: z.preprocess(oneLine, z.string().min(8).max(140)),
});
export type VoiceToIdeaInput = z.input<typeof voiceToIdeaInput>;

const version = z.string().trim().min(1).max(30).regex(/^[\p{L}\p{N}][\p{L}\p{N}. _-]*$/u, { message: 'code:bad-value' });

export const saveReleaseInput = z.object({
  releaseId: z.uuid().optional(),
  productId: z.uuid({ message: 'code:required' }),
  kind: z.enum(releaseKinds),
  version,
  title: z.preprocess(oneLine, z.string().min(3).max(120)),
  titleZh: z.preprocess(oneLine, z.string().max(120).default('')),
  markdown: z.preprocess(bodyText, z.string().min(1).max(20_000)),
  markdownZh: z.preprocess(bodyText, z.string().max(20_000).default('')),
  ideas: list(z.uuid()).pipe(z.array(z.uuid()).max(100)),
});
export type SaveReleaseInput = z.input<typeof saveReleaseInput>;

export const publishReleaseInput = z.object({ releaseId: z.uuid() });
export type PublishReleaseInput = z.output<typeof publishReleaseInput>;
