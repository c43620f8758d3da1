import { z } from 'zod';

import { maybeLine, maybeLines, multiLine, nameLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { language, orNothing, pickedId, ticked } from '@/lib/core/pieces';
import type { DropMode } from '@/lib/core/prisma-client/enums';
import { asTyped, typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

import { furtherIn, unitsIn, type WavePlan } from './choices/waves-in';

export { mostWaves, type FurtherWave, type SetAside, type WavePlan } from './choices/waves-in';

/** Why staff did something: any word of theirs. */
const why = multiLine(300);

/** What a fan sends to claim: which variant. */
export const claimBody = z.object({ variantId: z.uuid() });

// What these codes mean is said by another code of ISO 3166-1.
const aliases: Record<string, string> = { UK: 'GB', EL: 'GR' };

/** Countries as typed: two-letter codes with commas or spaces between, in any case. Which of them can be served is the plan's to check. */
const regions = typed(2_000)
  .default('')
  .transform((listed, ctx) => {
    const codes = [
      ...new Set(
        listed
          .toUpperCase()
          .split(/[\s,、;]+/)
          .filter(Boolean)
          .map((code) => aliases[code] ?? code),
      ),
    ];
    if (codes.every((code) => /^[A-Z]{2}$/.test(code))) return codes;
    ctx.addIssue({ code: 'custom', message: 'code:bad-regions' });
    return z.NEVER;
  });

/** Says that an unusual plan is meant as it stands. */
const sure = ticked;

const planFields = {
  title: nameLine(120, 3),
  titleZh: maybeLine(120),
  summary: maybeLines(600),
  summaryZh: maybeLines(600),
  opensAt: moment,
  closesAt: moment,
  needsReservation: ticked,
  minTrust: whole(0, 4).default(0),
  holdMinutes: whole(1, 120).default(15),
  mode: z.enum(['FIRST_COME', 'DRAW']).default('FIRST_COME'),
  fairSeconds: orNothing(whole(0, 600).default(0)),
  offerMinutes: whole(1, 10_080).default(60),
  proofOfWork: ticked,
  regions,
  sure,
};

/**
 * A product, its words, its times, its terms and its units; units arrive as `units.<variantId>` and `units.<variantId>.<CHANNEL>`, and what
 * belongs to a further wave as `waves.<number>.<name of the field>`.
 */
export const scheduleInput = withMoments(
  ['opensAt', 'closesAt', /^waves\.\d{1,2}\.(?:opensAt|closesAt)$/],
  z
    .object({ productId: pickedId, ...planFields })
    .catchall(z.unknown())
    .transform((form, ctx) => ({ ...form, ...unitsIn(form, ctx), further: furtherIn(form, ctx) })),
);

/** The version of a plan that a form showed. */
const shown = whole(1, 2_000_000_000);

/** A plan as it is to read from now on: all of it, save its product; the times and units are those of its first wave. */
export const editDropInput = withMoments(
  ['opensAt', 'closesAt'],
  z
    .object({ dropId: z.uuid(), shown, locale: language.default('en'), ...planFields })
    .catchall(z.unknown())
    .transform((form, ctx) => ({ ...form, ...unitsIn(form, ctx) })),
);

/** A further wave of a drop: its times and its units, named as in the plan of a drop. */
export const addWaveInput = withMoments(
  ['opensAt', 'closesAt'],
  z
    .object({ dropId: z.uuid(), opensAt: moment, closesAt: moment, sure })
    .catchall(z.unknown())
    .transform((form, ctx) => ({ ...form, ...unitsIn(form, ctx) })),
);

/** A further wave of a plan as it is to be from now on, in the version of the plan that was shown. */
export const editWaveInput = withMoments(
  ['opensAt', 'closesAt'],
  z
    .object({
      dropId: z.uuid(),
      number: whole(2, 1_000),
      shown,
      locale: language.default('en'),
      opensAt: moment,
      closesAt: moment,
      sure,
    })
    .catchall(z.unknown())
    .transform((form, ctx) => ({ ...form, ...unitsIn(form, ctx) })),
);
export type EditWave = WavePlan & { dropId: string; number: number; shown: number };

export const dropInput = z.object({ dropId: z.uuid() });
/** A plan to delete, in the version that was shown. */
export const deleteDropInput = z.object({ dropId: z.uuid(), shown });
/** The last wave of a plan, to be taken out, in the version that was shown. */
export const removeWaveInput = z.object({ dropId: z.uuid(), number: whole(2, 1_000), shown });
export type RemoveWave = z.output<typeof removeWaveInput>;
/** A plan to announce; whoever says which version they saw announces no other. */
export const announceInput = z.object({ dropId: z.uuid(), shown: orNothing(shown.optional()) });
export const addUnitsInput = z.object({
  dropId: z.uuid(),
  allotmentId: z.uuid(),
  units: whole(1, 1_000_000),
  reason: why,
});
const ofWave = { dropId: z.uuid(), waveId: z.uuid() };
/** A wave to pause or to resume: at once, whether or not somebody says why. */
export const waveInput = z.object({ ...ofWave, reason: maybeLines(300) });
export const explainInput = z.object({ ...ofWave, reason: why });
export const extendInput = withMoments(['closesAt'], z.object({ ...ofWave, reason: why, closesAt: moment }));
/** New times of a wave that has not opened; fans read the reason. */
export const postponeInput = withMoments(
  ['opensAt', 'closesAt'],
  z.object({ ...ofWave, reason: multiLine(300, 3), opensAt: moment, closesAt: moment }),
);
export type Postponement = { dropId: string; waveId: string; opensAt: Date; closesAt: Date; reason: string };

/** Calls a drop off; buyers read the reason. */
export const cancelInput = z.object({ dropId: z.uuid(), reason: multiLine(600) });
export const reserveInput = z.object({ dropId: z.uuid(), variantId: z.uuid(), country: typed(2).optional() });
export const claimInput = z.object({ claimId: z.uuid() });
export const waitInput = z.object({ dropId: z.uuid(), variantId: z.uuid() });

export const fCodeSources = ['STAFF', 'BETA', 'EVENT'] as const;
const fCodeTerms = { dropId: z.uuid(), note: maybeLine(200), expiresAt: moment };
/** How many codes, what for, until when; with a handle one code that only this member may use. */
export const issueFCodesInput = withMoments(
  ['expiresAt'],
  z.object({ ...fCodeTerms, count: whole(1, 500), source: z.enum(fCodeSources), handle: typed(60).optional() }),
);
export type IssueFCodes = z.output<typeof issueFCodesInput>;
const mostHandles = 200;

/** Handles as typed: with commas, spaces or lines between, with or without an @. */
const handles = z
  .string()
  .max(10_000)
  .transform((listed, ctx) => {
    const names = [
      ...new Set(
        asTyped(listed)
          .toLowerCase()
          .split(/[\s,，、;；]+/)
          .map((name) => name.replace(/^@/, ''))
          .filter(Boolean),
      ),
    ];
    if (names.length > 0 && names.length <= mostHandles) return names;
    ctx.addIssue({ code: 'custom', message: names.length === 0 ? 'code:required' : 'code:too-many-handles' });
    return z.NEVER;
  });

/** Thanks the authors of ideas with codes: all of them in order, or those who are named. */
export const giveFCodesInput = withMoments(
  ['expiresAt'],
  z.object({ ...fCodeTerms, handles: orNothing(handles.optional()) }),
);
export const revokeFCodeInput = z.object({ dropId: z.uuid(), codeId: z.uuid() });

/** The channels whose members staff name. */
export const namedChannels = ['BETA', 'STAFF'] as const;
export type NamedChannel = (typeof namedChannels)[number];

export const nameMembersInput = z.object({ dropId: z.uuid(), channel: z.enum(namedChannels), handles });
export type NameMembers = z.output<typeof nameMembersInput>;
export const unnameMemberInput = z.object({ dropId: z.uuid(), channel: z.enum(namedChannels), memberId: z.uuid() });

/** What a fan sends to redeem: the variant, and the code as typed or the id of one that is bound to them. */
export const redeemBody = z.union([
  z.object({ variantId: z.uuid(), code: typed(60).pipe(z.string().min(1)) }),
  z.object({ variantId: z.uuid(), codeId: z.uuid() }),
]);

export type ScheduleInput = WavePlan & {
  productId: string;
  title: string;
  titleZh: string;
  summary: string;
  summaryZh: string;
  needsReservation: boolean;
  minTrust: number;
  holdMinutes: number;
  mode?: DropMode;
  fairSeconds?: number;
  offerMinutes?: number;
  proofOfWork?: boolean;
  regions?: string[];
  /** Address of the page; made from the title where it is not given. */
  slug?: string;
};

/** A plan as it is to read, and the version of it that was seen. */
export type EditDrop = Omit<ScheduleInput, 'productId' | 'slug'> & { dropId: string; shown: number };
