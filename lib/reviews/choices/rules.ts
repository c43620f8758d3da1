/** What reviews are chosen by. Safe in the browser. */

/** The rules for which a review may be hidden, by name. That somebody dislikes a product is none of them. */
export const reviewRules = ['SPAM', 'ABUSE', 'PRIVACY', 'OFF_TOPIC', 'UNLAWFUL', 'NOT_OWN'] as const;
export type ReviewRuleName = (typeof reviewRules)[number];

export const grades = ['1', '2', '3', '4', '5'] as const;

/** How many of each a review may have, and how long each is. */
export const reviewMost = { points: 5, point: 120, photos: 4, bytes: 24_000_000, title: 120, body: 5_000 } as const;
