import type { Ctx } from '@/lib/core/context';
import type { EventName, Happened } from '@/lib/core/events';

/** What happens next after an event, in a transaction of its own. */
export type Reaction<N extends EventName = EventName> = (ctx: Ctx, event: Happened<N>) => Promise<void>;
