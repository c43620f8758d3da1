/** The status of a reading that came to its end and left some topics for the next one: what the folder does not name may exist all the same. */
export const withGaps = 3;
