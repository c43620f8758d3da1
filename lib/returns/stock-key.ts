/** The key of the movement by which what came of a line went into stock. */
export const stockKey = (returnId: string, lineId: string): string => `return:${returnId}:${lineId}`;
