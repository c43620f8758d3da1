export { addUnits } from './add-units';
export { announceDrop } from './announce-drop';
export { cancelDrop } from './cancel-drop';
export { claimUnit } from './claim-unit';
export { keepClaim } from './keep-claim';
export { releaseClaim } from './release-claim';
export { reserveUnit, withdrawReservation } from './reserve-unit';
export { retakeUnit } from './retake-unit';
export { scheduleDrop } from './schedule-drop';
