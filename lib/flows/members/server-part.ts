import type { ServerPart } from '@/lib/core/server-part';

import { tellLifted, tellPasswordReset, tellSuspended, tellWarned, welcome } from './on-member-moderated';
import { readerPart } from './viewer-reader';

export const membersFlows: ServerPart = {
  reactions: {
    'member.joined': { welcome },
    'member.passwordReset': { tellPasswordReset },
    'member.warned': { tellWarned },
    'member.suspended': { tellSuspended },
    'member.suspensionLifted': { tellLifted },
  },
  viewer: [readerPart],
};
