import type { LiveDoor } from '@/lib/core/door';

import { dropLiveDoor } from './drop-state';

/** Every stream of server-sent events. */
export const liveDoors: readonly LiveDoor[] = [dropLiveDoor];
