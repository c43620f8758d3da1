export { getClaimForCheckout, listExpiredClaims, type ClaimForCheckout } from './get-claim-for-checkout';
