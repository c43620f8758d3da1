import type { ServerPart } from '@/lib/core/server-part';
import { hour } from '@/lib/core/time';

import { forgetCodes } from './schedules/forget-codes';
import { raiseTrust } from './schedules/raise-trust';

export const membersServer: ServerPart = {
  schedules: [
    { name: 'raise-trust', everyMs: hour, run: raiseTrust },
    { name: 'forget-codes', everyMs: hour, run: forgetCodes },
  ],
};
