/** The line is longer than the database can serve in good time. */
export class LineTooLong extends Error {}
