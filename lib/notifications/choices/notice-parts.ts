/** What a brand words besides its mails: the sentence of each bell, and what stands in every mail. Safe in the browser. */
export const noticeParts = {
  bell: { sentence: { most: 300 } },
  everyMail: { greeting: { most: 120 }, footer: { most: 500 } },
} as const;

/** The kind of what stands in every mail, beside those of the mails. No notice has this name. */
export const everyMail = 'every.mail';

const bell = 'bell.';

/** The kind under which the bell of a notice is worded. */
export const bellKind = (kind: string): string => bell + kind;

/** The notice whose bell is worded under a kind; null where it is none. */
export const bellOf = (kind: string): string | null => (kind.startsWith(bell) ? kind.slice(bell.length) : null);
