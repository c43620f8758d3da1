'use server';

import { transact } from '@/lib/core/context';
import { after, clock, day } from '@/lib/core/time';
import { correctMember } from '@/lib/flows/members/correct-member';
import * as commands from '@/lib/members/commands';
import * as schema from '@/lib/members/schema';
import { action, staff } from '@/lib/web/action';

export const warnMemberAction = action(schema.reasonInput, staff('members.moderate'), async (actor, input) => {
  await transact(commands.warnMember)(actor, input);
});

export const correctMemberAction = action(schema.correctInput, staff('members.correct'), correctMember);

export const suspendMemberAction = action(
  schema.suspendInput,
  staff('members.moderate'),
  async (actor, { memberId, reason, days }) => {
    const now = clock();
    const until = days === 'open' ? null : after(now, Number(days) * day);
    await transact(commands.suspendMember)(actor, { memberId, reason, until }, { now });
  },
);

export const liftSuspensionAction = action(
  schema.reasonInput,
  staff('members.moderate'),
  transact(commands.liftSuspension),
);

export const readPersonalAction = action(
  schema.reasonInput,
  staff('members.readPersonal'),
  transact(commands.readPersonal),
);
