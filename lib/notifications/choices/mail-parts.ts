/** The parts of a mail that a brand may word itself; safe in the browser. */
export const mailParts = ['subject', 'heading', 'body', 'button'] as const;
export type MailPart = (typeof mailParts)[number];

/** How long each may be, in characters as people see them, with the names of what is filled in. */
export const mailPartMost = { subject: 200, heading: 200, body: 4_000, button: 60 } as const satisfies Record<
  MailPart,
  number
>;

/** The words of a mail in one language. A mail that leads nowhere has no button; one without words of its own says "Open". */
export type MailWords = { subject: string; heading: string; body: string; button?: string };

/** A kind as it stands in an address: a dot would make it the name of a file. */
export const addressOfKind = (kind: string): string => kind.replaceAll('.', '-');

/** The kind that an address names, whether there is one or not. */
export const kindOfAddress = (address: string): string => address.replaceAll('-', '.');
