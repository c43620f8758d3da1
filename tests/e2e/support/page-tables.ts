/** Who may open each page under staff/ and (account)/: authorisation.spec.ts asks for all of them, architecture/page-tables.test.ts that none is left out. */
export const staff = {
  mod: 'MODERATOR',
  pm: 'PRODUCT_OWNER',
  ops: 'OPERATIONS',
  agent: 'SUPPORT',
  admin: 'ADMIN',
} as const;
export type Staff = keyof typeof staff;

export const everyStaff = Object.keys(staff);
const only = (...who: Staff[]): readonly string[] => [...who, 'admin'];

/** Staff pages by their route, and the roles that may open them. */
export const staffPages: Record<string, readonly string[]> = {
  '/staff': everyStaff,
  '/staff/audit': only(),
  '/staff/boards': only(),
  '/staff/boards/new': only(),
  '/staff/boards/[slug]': only(),
  '/staff/drops': only('ops'),
  '/staff/drops/new': only('ops'),
  '/staff/drops/[id]': only('ops'),
  '/staff/drops/[id]/preview': only('ops'),
  '/staff/drops/[id]/call-off': only('ops'),
  '/staff/members': only('mod'),
  '/staff/members/[handle]': only('mod'),
  '/staff/orders': only('ops', 'agent'),
  '/staff/orders/[number]': only('ops', 'agent'),
  '/staff/orders/bulk': only('ops', 'agent'),
  '/staff/orders/bulk/[id]': only('ops', 'agent'),
  '/staff/products': only('pm', 'ops'),
  '/staff/products/new': only('pm', 'ops'),
  '/staff/products/[id]': only('pm', 'ops'),
  '/staff/releases': only('pm'),
  '/staff/releases/new': only('pm'),
  '/staff/releases/[id]': only('pm'),
  '/staff/reports': only('mod'),
  '/staff/roles': only(),
  '/staff/settings': only(),
  '/staff/settings/brand': only(),
  '/staff/settings/opening': only(),
  '/staff/settings/shipping': only(),
  '/staff/settings/taxes': only(),
  '/staff/setup': only(),
  '/staff/team': only(),
  '/staff/triage': only('pm'),
  '/staff/triage/[id]': only('pm'),
  '/staff/triage/make': only('pm', 'mod'),
  '/staff/triage/voices/[id]': only('pm'),
};

/** Pages for members: `all` who are signed in, or the one whose it is; `anyone` may open the others. */
export const memberPages: Record<string, 'all' | 'anyone' | readonly string[]> = {
  '/account': 'all',
  '/new': 'all',
  '/notifications': 'all',
  '/orders': 'all',
  '/owned': 'all',
  '/inner': 'all',
  '/welcome': 'all',
  '/orders/[number]': ['owner'],
  '/owned/answer/[prompt]': ['xiaoman'],
  '/checkout/[claim]': ['fan'],
  '/second-factor': everyStaff,
  '/inner/boards/[slug]/[[...view]]': everyStaff,
  '/inner/t/[number]/[[...view]]': everyStaff,
  '/sign-in': 'anyone',
  '/sign-up': 'anyone',
  '/confirm': 'anyone',
  '/forgot': 'anyone',
  '/invitation': 'anyone',
  '/setup': 'anyone',
  '/mailbox': 'anyone',
  '/mailbox/[id]': 'anyone',
};
