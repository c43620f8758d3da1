export { getClaimForCheckout, listExpiredClaims, type ClaimForCheckout } from './get-claim-for-checkout';
export { getDrop, type DropFigures, type DropPage } from './get-drop';
export { getReport, type Report, type ReportCell, type ReportPage, type ReportWave } from './get-report';
export { getDropCounts, type DropCounts, type Pace, type StockCount, type WaveCount } from './get-drop-counts';
export { getOwnDropPart, type OwnDropPart } from './get-own-drop-part';
export { listDrops, type ListedDrop } from './list-drops';
export { getDropForStaff, listDropsForStaff, type StaffDrop } from './staff-drops';
