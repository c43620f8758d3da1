import { declareActs } from '@/lib/core/acts';

const role = ['role', { role: 'role', until: 'roleEnd' }] as const;
const named = ['roleNamed', { name: 'text' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const memberActs = declareActs({
  'member.grantRole': role,
  'member.revokeRole': role,
  'invitation.send': role,
  'invitation.withdraw': role,
  'invitation.accept': role,
  'role.copy': named,
  'role.edit': ['roleChange', { name: 'text', given: 'permissions', taken: 'permissions' }],
  'role.delete': named,
  'member.export': ['exported', { filters: 'text' }],
  'member.setTrust': ['trust', { from: 'count', to: 'level' }],
  'member.correct': ['corrected', { parts: { words: 'member.correct.parts', of: 'staff' } }],
  'member.suspend': ['term', { until: 'term' }],
});
