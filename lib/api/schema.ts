import { z } from 'zod';

import { nameLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { orNothing, pickedId, ticked } from '@/lib/core/pieces';

import { scopes, type Scope } from './scope-names';

/** So many keys that work can there be at once. */
export const mostKeys = 50;

/** A new key: its name, what it may do, each by a box of the form with its own name, and until when. */
export const makeKeyInput = withMoments(
  ['until'],
  z
    .object({
      name: nameLine(60),
      until: orNothing(moment.optional()),
      ...(Object.fromEntries(scopes.map((scope) => [scope, ticked])) as Record<Scope, typeof ticked>),
    })
    // Said together with what is wrong elsewhere in the form.
    .refine((form) => scopes.some((scope) => form[scope] === true), {
      path: ['scopes'],
      message: 'code:choose-scope',
      when: ({ value }) => typeof value === 'object' && value !== null,
    })
    .transform(({ name, until, ...boxes }) => ({ name, until, scopes: scopes.filter((scope) => boxes[scope]) })),
);
export type MakeKey = Omit<z.output<typeof makeKeyInput>, 'until'> & { until?: Date };

export const revokeKeyInput = z.object({ id: pickedId });
