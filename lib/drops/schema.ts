import { z } from 'zod';

import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';

const text = (most: number) => z.string().trim().max(most);
const moment = z.iso.datetime({ offset: true, error: 'code:bad-date' }).transform((value) => new Date(value));
const units = z.coerce.number().int().min(0).max(1_000_000);

/** What a fan sends to claim: which variant. */
export const claimBody = z.object({ variantId: z.uuid() });

// Unions, the unknown and the made-up have names too.
const countryShape = /^(?!EU|EZ|QO|UN|XA|XB|ZZ)[A-Z]{2}$/;
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Countries as typed: two-letter codes with commas or spaces between, in any case. */
const regions = z.string().default('').transform((typed, ctx) => {
  const codes = [...new Set(typed.toUpperCase().split(/[\s,，、;]+/).filter(Boolean))];
  if (codes.every((code) => countryShape.test(code) && regionNames.of(code))) return codes;
  ctx.addIssue({ code: 'custom', message: 'code:bad-regions' });
  return z.NEVER;
});

/** A product, its words, its times, its terms and its units; units arrive as `units.<variantId>` and `units.<variantId>.<CHANNEL>`. */
export const scheduleInput = z
  .object({
    productId: z.uuid(),
    title: text(120).min(3),
    titleZh: text(120).default(''),
    summary: text(600).default(''),
    summaryZh: text(600).default(''),
    opensAt: moment,
    closesAt: moment,
    needsReservation: z.coerce.boolean().default(false),
    minTrust: z.coerce.number().int().min(0).max(4).default(0),
    holdMinutes: z.coerce.number().int().min(1).max(120).default(15),
    mode: z.enum(['FIRST_COME', 'DRAW']).default('FIRST_COME'),
    fairSeconds: z.coerce.number().int().min(0).max(600).default(0),
    offerMinutes: z.coerce.number().int().min(1).max(10_080).default(60),
    proofOfWork: z.coerce.boolean().default(false),
    regions,
  })
  .catchall(z.unknown())
  .transform((form) => ({ ...form, ...unitsIn(form) }));

/** A further wave of a drop: its times and its units, named as in the plan of a drop. */
export const addWaveInput = z
  .object({ dropId: z.uuid(), opensAt: moment, closesAt: moment })
  .catchall(z.unknown())
  .transform((form) => ({ ...form, ...unitsIn(form) }));

const unitsName = /^units\.([0-9a-f-]{36})(?:\.(RESERVED|FCODE|BETA|STAFF))?$/i;

/** The form's units by variant, and those set aside for a channel; what is empty or no number offers nothing. */
function unitsIn(form: Record<string, unknown>): { units: Record<string, number>; setAside: SetAside[] } {
  const offered = Object.entries(form).flatMap(([name, value]) => {
    const [, variantId, channel] = unitsName.exec(name) ?? [];
    const count = units.safeParse(value === '' ? 0 : value);
    return variantId && count.success && count.data > 0 ? [{ variantId, channel: channel as Channel | undefined, units: count.data }] : [];
  });
  return {
    units: Object.fromEntries(offered.filter(({ channel }) => !channel).map((each) => [each.variantId, each.units])),
    setAside: offered.flatMap(({ channel, ...each }) => (channel ? [{ ...each, channel }] : [])),
  };
}

export const dropInput = z.object({ dropId: z.uuid() });
export const addUnitsInput = z.object({
  dropId: z.uuid(),
  allotmentId: z.uuid(),
  units: z.coerce.number().int().min(1).max(100_000),
  reason: text(300).min(3),
});
const waveReason = { dropId: z.uuid(), waveId: z.uuid(), reason: text(300).min(3) };
export const waveInput = z.object(waveReason);
export const extendInput = z.object({ ...waveReason, closesAt: moment });
export const cancelInput = z.object({ dropId: z.uuid(), reason: text(600).min(5) });
export const reserveInput = z.object({ dropId: z.uuid(), variantId: z.uuid(), country: text(2).optional() });
export const claimInput = z.object({ claimId: z.uuid() });
export const waitInput = z.object({ dropId: z.uuid(), variantId: z.uuid() });

export const fCodeSources = ['STAFF', 'BETA', 'EVENT'] as const;
const fCodeTerms = { dropId: z.uuid(), note: text(200).default(''), expiresAt: moment };
/** How many codes, what for, until when; with a handle one code that only this member may use. */
export const issueFCodesInput = z.object({
  ...fCodeTerms,
  count: z.coerce.number().int().min(1).max(500),
  source: z.enum(fCodeSources),
  handle: text(60).optional(),
});
export type IssueFCodes = z.output<typeof issueFCodesInput>;
export const giveFCodesInput = z.object(fCodeTerms);
export const revokeFCodeInput = z.object({ dropId: z.uuid(), codeId: z.uuid() });

/** The channels whose members staff name. */
export const namedChannels = ['BETA', 'STAFF'] as const;
export type NamedChannel = (typeof namedChannels)[number];

const mostHandles = 200;

/** Handles as typed: with commas, spaces or lines between, with or without an @. */
const handles = z.string().transform((typed, ctx) => {
  const names = [...new Set(typed.toLowerCase().split(/[\s,，、;；]+/).map((name) => name.replace(/^@/, '')).filter(Boolean))];
  if (names.length > 0 && names.length <= mostHandles) return names;
  ctx.addIssue({ code: 'custom', message: names.length === 0 ? 'code:required' : 'code:too-many-handles' });
  return z.NEVER;
});

export const nameMembersInput = z.object({ dropId: z.uuid(), channel: z.enum(namedChannels), handles });
export type NameMembers = z.output<typeof nameMembersInput>;
export const unnameMemberInput = z.object({ dropId: z.uuid(), channel: z.enum(namedChannels), memberId: z.uuid() });

/** What a fan sends to redeem: the variant, and the code as typed or the id of one that is bound to them. */
export const redeemBody = z.union([
  z.object({ variantId: z.uuid(), code: z.string().min(1).max(60) }),
  z.object({ variantId: z.uuid(), codeId: z.uuid() }),
]);

/** Units of a variant that are set aside for a channel. */
export type SetAside = { variantId: string; channel: Channel; units: number };

/** When a wave opens and closes, and what it offers: public units by variant, and those set aside. */
export type WavePlan = { opensAt: Date; closesAt: Date; units: Record<string, number>; setAside?: SetAside[] };

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
