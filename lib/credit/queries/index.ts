export { findCard, listOwnCredit, listSpendable, readCard, type OwnBalance, type OwnCredit } from './spendable';
export { getCredit, listCredit, sumCredit, type CreditRow, type StaffCredit } from './staff';
export { getIssued } from './issued';
