/** By file, the tables of other domains that it still names. Each goes when its owner publishes what is read, or does the write. */
export const foreign: Record<string, string[]> = {
  'lib/members/queries/index.ts': ['IdeaVote', 'Order', 'Ownership', 'Post', 'Report', 'Thread'],
  'lib/moderation/commands.ts': ['Board', 'Hiding', 'Post', 'Thread'],
  'lib/moderation/queries.ts': ['Board', 'Hiding', 'Member', 'Post', 'Suspension', 'Thread', 'Warning'],
  'lib/orders/commands/finish-refund.ts': ['Ownership'],
};
