export { adjustCredit, disableCard } from './adjust-credit';
export { expireCredit } from './expire-credit';
export { issueCredit } from './issue-credit';
export { giveCredit, holdSpent, openStoreCredit, refundToCredit, returnCredit, spendCredit } from './move-credit';
export { redeemCard } from './redeem-card';
