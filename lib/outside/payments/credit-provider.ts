/** What payments by store credit and gift cards are called where others are called by their gateway: none is asked about them. */
export const creditProvider = 'credit';
