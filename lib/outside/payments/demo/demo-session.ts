import type { InNumbers } from '@/lib/core/money';
import type { DemoSession as Row } from '@/lib/core/prisma-client/client';

/** A session of the demo gateway as it is read. */
export type DemoSession = InNumbers<Row>;
