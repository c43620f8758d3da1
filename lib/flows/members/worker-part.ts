import type { WorkerPart } from '@/lib/core/worker-part';
import {
  tellCorrected,
  tellDoubted,
  tellFactorAdded,
  tellFactorChanged,
  tellFactorReset,
  tellRecovered,
  tellLifted,
  tellPasswordReset,
  tellPhoneChanged,
  tellSuspended,
  tellWarned,
  welcome,
} from './on-member-moderated';

export const membersFlowsWorker: WorkerPart = {
  reactions: {
    'member.joined': { welcome },
    'member.passwordReset': { tellPasswordReset },
    'member.corrected': { tellCorrected },
    'member.warned': { tellWarned },
    'member.suspended': { tellSuspended },
    'phone.changed': { tellPhoneChanged },
    'factor.added': { tellFactorAdded },
    'factor.changed': { tellFactorChanged },
    'factor.recovered': { tellRecovered },
    'factor.doubted': { tellDoubted },
    'factor.reset': { tellFactorReset },
    'member.suspensionLifted': { tellLifted },
  },
};
