import { z } from 'zod';

import { maybeLines, multiLine, nameLine, maybeLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { language, linkKey, list, orNothing, pickedId, reason, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

export const recallStates = ['DRAFT', 'OPEN', 'CLOSED', 'WITHDRAWN'] as const;
export type RecallState = (typeof recallStates)[number];

export const recallScopes = ['RANGE', 'LIST', 'GOODS', 'DATES'] as const;
export type RecallScope = (typeof recallScopes)[number];

export const recallDates = ['MADE', 'SHIPPED'] as const;
export type RecallDates = (typeof recallDates)[number];

/** What a recall offers, in the order in which it is shown. */
export const remedies = ['REPAIR', 'REPLACEMENT', 'REFUND', 'SELF_HELP'] as const;
export type RecallRemedy = (typeof remedies)[number];

export const recallUnitStates = [
  ...(['PLANNED', 'SENT', 'DELIVERED', 'FAILED'] as const),
  ...(['ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'] as const),
] as const;
export type RecallUnitState = (typeof recallUnitStates)[number];

/** The most serials that one recall lists. */
export const mostListed = 5_000;

const text = multiLine(1_000, 3);

/** What a form of a recall sends; `shown` is the version that it showed, 0 where there is none yet. */
export const saveRecallInput = withMoments(
  ['from', 'until'],
  z.object({
    recallId: orNothing(z.uuid().optional()),
    shown: whole(0, 2_000_000_000).default(0),
    ...{ title: nameLine(100, 3), titleZh: nameLine(100, 2) },
    ...{ cause: text, causeZh: text, danger: text, dangerZh: text, task: text, taskZh: text },
    remedies: list(z.enum(remedies), remedies.length),
    scope: z.enum(recallScopes),
    productId: pickedId,
    sku: typed(60).default(''),
    ...{ serialFrom: maybeLine(60), serialTo: maybeLine(60), serials: maybeLines(100_000) },
    dates: z.enum(recallDates).default('MADE'),
    from: orNothing(moment.optional()),
    until: orNothing(moment.optional()),
    locale: language.default('en'),
  }),
);

const one = { recallId: pickedId };

/** `version` is the one that was rehearsed, and `sure` that it is to be published for good. */
export const publishRecallInput = z.object({ ...one, version: whole(1, 2_000_000_000), sure: ticked });
export const endRecallInput = z.object({ ...one, reason });
export const remindInput = z.object(one);
export const recallInput = z.object(one);

/** What staff note of a unit that is recalled. */
export const handledStates = ['REMEDIED', 'REFUSED', 'UNREACHABLE', 'ACKNOWLEDGED', 'PLANNED'] as const;
export const handleUnitInput = z.object({
  recallUnitId: pickedId,
  to: z.enum(handledStates),
  remedy: orNothing(z.enum(remedies).optional()),
  reason,
});

/** What an owner answers by the link in their mail, for one of their devices. */
export const answerRecallInput = z.object({
  key: linkKey,
  recallUnitId: pickedId,
  answer: z.enum(['ACKNOWLEDGED', 'REFUSED']).default('ACKNOWLEDGED'),
  stopped: ticked,
  remedy: orNothing(z.enum(remedies).optional()),
});

export const checkSerialInput = z.object({
  slug: typed(80),
  serial: typed(80).pipe(z.string().min(1, 'code:required')),
});

export type SaveRecall = z.output<typeof saveRecallInput>;
export type PublishRecall = z.output<typeof publishRecallInput>;
export type EndRecall = z.output<typeof endRecallInput>;
export type HandleUnit = z.output<typeof handleUnitInput>;
export type AnswerRecall = z.output<typeof answerRecallInput>;
export type CheckSerial = z.output<typeof checkSerialInput>;
