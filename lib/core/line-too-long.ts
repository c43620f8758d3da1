/** The line is longer, or has waited longer, than the database can serve in good time. */
export class LineTooLong extends Error {}
