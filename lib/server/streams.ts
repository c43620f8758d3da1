import type { LiveDoor } from '@/lib/core/door';

import { dropLiveDoor } from '@/lib/drops/endpoints/state';

/** Every stream of server-sent events. */
export const liveDoors: readonly LiveDoor[] = [dropLiveDoor];
