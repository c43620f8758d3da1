import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { second } from '@/lib/core/time';
import { closeSessionJob } from '@/lib/orders/jobs';
import { expireHolds } from './expire-holds';
import { askStaffToLook, tellBuyersOfCallingOff, tellOfCallingOff } from './on-drop-called-off';
import { closeSession, undoOrders } from './on-drop-cancelled';
import { tellOfFCode } from './on-f-code-issued';
import { tellOfOffer } from './on-unit-offered';
import { tellOfExtension, tellOfPostponing, tellOfWave } from './on-wave-changed';
import { tellUnlucky, tellWinners } from './on-wave-decided';
import { remindReservers, tellOfOpening } from './remind-reservers';

export const dropsFlowsWorker: WorkerPart = {
  reactions: {
    'drop.cancelled': { tellBuyersOfCallingOff, undoOrders, tellOfCallingOff, askStaffToLook },
    'wave.added': { tellOfWave },
    'wave.extended': { tellOfExtension },
    'wave.postponed': { tellOfPostponing },
    'wave.decided': { tellWinners, tellUnlucky },
    'unit.offered': { tellOfOffer },
    'fCode.issued': { tellOfFCode },
    'reservation.reminded': { remind: tellOfOpening },
  },
  jobs: [handle(closeSessionJob, closeSession)],
  schedules: [
    { name: 'expire-holds', everyMs: 3 * second, run: expireHolds },
    { name: 'remind-reservers', everyMs: 30 * second, run: remindReservers },
  ],
};
