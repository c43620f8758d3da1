/** The most pictures that a product can have, that one form brings, and the most bytes of such a form; safe in the browser. */
export const pictureMost = { pictures: 24, atOnce: 12, bytes: 32 * 1024 * 1024 } as const;
