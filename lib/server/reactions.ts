import type { EventName } from '@/lib/core/events';

import {
  tellNamedByEdit,
  tellOfAnswer,
  tellOfEdit,
  tellOfHiding,
  tellOfPost,
  tellOfRestoring,
} from '@/lib/flows/forum/on-post';
import { onIdeaMade } from '@/lib/flows/feedback/on-idea-made';
import { onIdeaStaged } from '@/lib/flows/feedback/on-idea-staged';
import { onOwnerHeard } from '@/lib/flows/ownership/on-owner-heard';
import { onReleasePublished } from '@/lib/flows/feedback/on-release-published';
import { tellOfQuestion } from '@/lib/flows/ownership/ask-owners';
import { undoOrders } from '@/lib/flows/drops/on-drop-cancelled';
import { askStaffToLook, tellBuyersOfCallingOff, tellOfCallingOff } from '@/lib/flows/drops/on-drop-called-off';
import { tellOfFCode } from '@/lib/flows/drops/on-f-code-issued';
import { tellOfOffer } from '@/lib/flows/drops/on-unit-offered';
import { tellOfOpening } from '@/lib/flows/drops/remind-reservers';
import {
  tellOfCancel,
  tellOfLateMoney,
  tellOfOveruse,
  tellOfPayment,
  tellOfRefund,
  tellOfSecondPayment,
  tellOfShipping,
  tellStaff,
} from '@/lib/flows/orders/on-order';
import { tellOfExtension, tellOfWave } from '@/lib/flows/drops/on-wave-changed';
import { tellWinners, tellUnlucky } from '@/lib/flows/drops/on-wave-decided';
import {
  tellLifted,
  tellPasswordReset,
  tellSuspended,
  tellWarned,
  welcome,
} from '@/lib/flows/members/on-member-moderated';
import type { Reaction } from './reaction';
import { registerBuyer, welcomeOwner } from '@/lib/flows/ownership/register-owner';

/** The map of the house: what happens next after each event. Each reaction runs once for its event. */
export const reactions: { [N in EventName]: Record<string, Reaction<N>> } = {
  'member.joined': { welcome },
  'member.passwordReset': { tellPasswordReset },
  'member.warned': { tellWarned },
  'member.suspended': { tellSuspended },
  'member.suspensionLifted': { tellLifted },
  'thread.started': { tellOfPost },
  'post.replied': { tellOfPost },
  'post.edited': { tellOfEdit, tellNamedByEdit },
  'answer.accepted': { tellOfAnswer },
  'post.hidden': { tellOfHiding },
  'post.restored': { tellOfRestoring },
  'post.reported': {},
  'idea.staged': { tellVoters: onIdeaStaged },
  'idea.made': { tellAuthor: onIdeaMade },
  'release.published': { tellFans: onReleasePublished },
  'drop.announced': {},
  'drop.cancelled': { tellBuyersOfCallingOff, undoOrders, tellOfCallingOff, askStaffToLook },
  'wave.added': { tellOfWave },
  'wave.extended': { tellOfExtension },
  'wave.decided': { tellWinners, tellUnlucky },
  'unit.offered': { tellOfOffer },
  'fCode.issued': { tellOfFCode },
  'reservation.reminded': { remind: tellOfOpening },
  'claim.released': {},
  'order.placed': {},
  'order.paid': { tellOfPayment },
  'order.paidLate': { tellOfLateMoney },
  'order.paidTwice': { tellOfSecondPayment },
  'order.alerted': { tellStaff },
  'order.overLimit': { tellOfOveruse },
  'order.cancelled': { tellOfCancel },
  'order.shipped': { tellOfShipping },
  'order.delivered': { registerBuyer },
  'order.refunded': { tellOfRefund },
  'owner.registered': { welcomeOwner },
  'owner.asked': { tellOfQuestion },
  'owner.answered': {},
  'owner.heard': { tellOwner: onOwnerHeard },
};
