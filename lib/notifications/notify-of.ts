import type { Ctx } from '@/lib/core/context';
import type { Notice } from '@/lib/core/notices';

import { notify, type Occasion, type Recipient } from './notify';

type Found<D extends object, M extends object | undefined> = Recipient<D, M> | Recipient<D, M>[] | null;

/** A reaction that only notifies: finds whom its event concerns, one or many or nobody, and sends them the notice. */
export function notifyOf<E, D extends object, M extends object | undefined>(
  notice: Notice<string, D, M>,
  find: (ctx: Ctx, event: E) => Promise<Found<D, M>>,
) {
  return async (ctx: Ctx, event: E & Occasion): Promise<void> => {
    const found = await find(ctx, event);
    if (found) await notify(ctx, notice, event, Array.isArray(found) ? found : [found]);
  };
}
