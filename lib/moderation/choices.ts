export const reportReasons = ['SPAM', 'ABUSE', 'OFF_TOPIC', 'PRIVACY', 'OTHER'] as const;
export type ReportReason = (typeof reportReasons)[number];
