/** A text as LIKE and ILIKE find it and nothing else: its own wildcards are taken as they stand. */
export const literalPattern = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The pattern of texts that have this one anywhere. */
export const anywherePattern = (text: string): string => `%${literalPattern(text)}%`;
