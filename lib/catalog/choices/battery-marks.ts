/** The cells of a variant, as postal and customs forms name them. */
export const batteryMarks = ['NONE', 'IN_DEVICE', 'PACKED_WITH', 'ALONE'] as const;
