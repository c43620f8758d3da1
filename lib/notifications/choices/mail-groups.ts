/** How the list of mails is parted: by what they are about, as their kinds begin. */
const groups = {
  orders: ['credit', 'order', 'recall', 'repair', 'return', 'stock'],
  drops: ['drop', 'fCode', 'reservation', 'unit', 'wave'],
  ideas: ['idea', 'release', 'owner'],
  community: ['member', 'post', 'question', 'review'],
  account: ['account', 'email', 'factor', 'mail', 'password', 'phone', 'signUp'],
  news: ['news'],
} as const;

export const mailGroups = [...(Object.keys(groups) as (keyof typeof groups)[]), 'staff'] as const;
export type MailGroup = (typeof mailGroups)[number];

/** The group of a kind; what is in no other is for staff. */
export function groupOf(kind: string): MailGroup {
  const [first] = kind.split('.');
  const found = Object.entries(groups).find(([, beginnings]) => (beginnings as readonly string[]).includes(first!));
  return (found?.[0] as MailGroup | undefined) ?? 'staff';
}
