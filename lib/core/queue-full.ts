/** The queue is longer, or a call has waited longer, than the database can serve in good time. */
export class QueueFull extends Error {}
