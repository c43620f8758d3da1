import { unstable_rethrow } from 'next/navigation';
import { updateTag } from 'next/cache';
import type { z } from 'zod';

import { guest, isMember, isStaff, may, requestOf, type Actor, type SignedIn } from '@/lib/core/actor';
import { isAreaOff } from '@/lib/core/area-settings';
import { Refused } from '@/lib/core/errors';
import { fieldProblems } from '@/lib/core/field-problems';
import { secretsOf } from '@/lib/core/fields';
import { log } from '@/lib/core/log';
import { currentOpening } from '@/lib/core/opening';
import type { Permission } from '@/lib/core/permissions';
import type { SiteArea } from '@/lib/core/site-areas';
import { collectTags } from '@/lib/core/tags';

import { fromForm, typedIn } from './form-data';
import type { Outcome } from './outcome';
import { noteAction } from '@/lib/server/next-quirks/answer';
import { dropPages } from '@/lib/server/page-generation';
import { keepPosted } from './next-quirks/posted';
import { currentActor } from './session';

/**
 * Who may use an action at all; admit answers the refusal's code or null. The command's policy decides the rest. While the site is
 * closed, an action is for staff unless it is `alsoClosed`.
 */
export type Admission<A extends Actor = Actor> = {
  name: string;
  admit: (actor: Actor) => string | null;
  alsoClosed?: true;
  /** The area whose pages send it: where that is off, nobody may. */
  area?: SiteArea;
  actor?: A;
};

/** The same admission for an action of an area of the site, which goes with it. */
export function inArea<A extends Actor>(area: SiteArea, admission: Admission<A>): Admission<A> {
  return { ...admission, area };
}

export const anyone: Admission = { name: 'anyone', admit: () => null };
/** Everybody, also while the site is closed: what leads staff in. */
export const anyoneEver: Admission = { ...anyone, alsoClosed: true };
export const member: Admission<SignedIn> = {
  name: 'member',
  admit: (actor) => (isMember(actor) ? null : 'signed-out'),
};
/** Members, also while the site is closed: what makes one staff. */
export const memberEver: Admission<SignedIn> = { ...member, alsoClosed: true };
export const confirmed: Admission<SignedIn> = {
  name: 'confirmed',
  admit: (actor) => (isMember(actor) ? (actor.confirmed ? null : 'unconfirmed') : 'signed-out'),
};

/** Admits staff who hold a permission; those whose session lacks the second factor hear it, to others it answers 404. */
export function staff(permission: Permission): Admission<SignedIn> {
  return {
    name: `staff:${permission}`,
    admit: (actor) => {
      if (isMember(actor) && may(actor, permission)) return null;
      return isMember(actor) && actor.waiting ? 'factor-needed' : 'not-found';
    },
  };
}

/** Admits staff of every role; to others it answers 404. */
export const anyStaff: Admission<SignedIn> = {
  name: 'staff',
  admit: (actor) => (isMember(actor) && isStaff(actor) ? null : 'not-found'),
};

export type Action<T> = ((before: Outcome<T>, form: FormData) => Promise<Outcome<T>>) & {
  admission?: string;
  area?: SiteArea;
  schema?: z.ZodType;
};

/** A form's way in: session, admission, zod, then the work; its tags are updated so that the writer sees the write. */
export function action<S extends z.ZodType, A extends Actor, T>(
  schema: S,
  admission: Admission<A>,
  work: (actor: A, input: z.output<S>) => Promise<T>,
): Action<T> {
  const secrets = secretsOf(schema);
  const answer = async (form: FormData, typed: Record<string, string>): Promise<Outcome<T>> => {
    const actor = await currentActor();
    const shut = admission.admit(actor);
    if (shut) return refused(shut, typed);
    if (!admission.alsoClosed && !isStaff(actor) && !(await currentOpening()).open)
      return refused('site-closed', typed);
    if (admission.area && (await isAreaOff(admission.area))) return refused('not-found', typed);
    const parsed = schema.safeParse(fromForm(form, secrets));
    if (!parsed.success) return { ...refused('invalid', typed), fields: fieldProblems(parsed.error) };
    const data = await collectTags(
      () => work(actor as A, parsed.data),
      (tags) => {
        tags.forEach((tag) => updateTag(tag));
        dropPages();
      },
    );
    return { status: 'done', data };
  };
  const run: Action<T> = async (_before, form) => {
    noteAction();
    // A client may call an action with any value.
    if (!(form instanceof FormData)) return refused('invalid', {});
    const typed = typedIn(form, secrets);
    const outcome = await answer(form, typed).catch(async (error: unknown) =>
      explain(error, typed, requestOf(await currentActor().catch(() => guest))),
    );
    await keepPosted(form, outcome);
    return outcome;
  };
  run.admission = admission.name;
  run.area = admission.area;
  run.schema = schema;
  return run;
}

type RefusedOutcome = Extract<Outcome, { status: 'refused' }>;

function refused(code: string, typed: Record<string, string>): RefusedOutcome {
  return { status: 'refused', problem: { code }, fields: {}, typed };
}

function explain(error: unknown, typed: Record<string, string>, requestId?: string): RefusedOutcome {
  unstable_rethrow(error);
  if (!(error instanceof Refused)) {
    log.error({ requestId, err: error }, 'action failed');
    return refused('failed', typed);
  }
  const problem = { code: error.code, values: error.detail.values };
  return { status: 'refused', problem, fields: error.detail.field ? { [error.detail.field]: problem } : {}, typed };
}
