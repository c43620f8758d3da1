import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: {
    keepRecords: ['imports.keep'],
    takeRecords: ['imports.keep'],
    dropRecords: ['imports.keep'],
    keepPeople: ['imports.keep'],
    erasePerson: ['imports.keep'],
  },
  sample: { source: 'discourse', kind: 'group', records: [], sourceIds: [], person: 'fan@example.com' },
};
