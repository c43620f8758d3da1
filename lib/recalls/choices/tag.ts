/** Tag of what everybody reads of recalls. */
export const recallsTag = 'recalls';
