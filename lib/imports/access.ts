import type { Access } from '@/lib/core/access';
import { anyId } from '@/lib/core/access';

const importing = ['imports.keep'] as const;

export const access: Access = {
  actions: {
    sendImportFileAction: importing,
    dropImportFileAction: importing,
    rehearseShopAction: importing,
    rehearseForumAction: importing,
    importRehearsedAction: importing,
    stopImportRunAction: importing,
    goOnWithRunAction: importing,
    dropRunFilesAction: importing,
  },
  commands: {
    keepRecords: importing,
    takeRecords: importing,
    dropRecords: importing,
    keepPeople: importing,
    erasePerson: importing,
    keepImportPart: importing,
    dropImportFile: importing,
    dropRunFiles: importing,
    rehearseShop: importing,
    rehearseForum: importing,
    importRehearsed: importing,
    stopImportRun: importing,
    goOnWithRun: importing,
    beginRun: 'step',
    beginRunHere: 'step',
    noteRun: 'step',
    endRun: 'step',
    tendImportRuns: 'step',
  },
  flows: { keepImportPart: importing, sendImportFile: importing },
  sample: {
    ...{ source: 'discourse', kind: 'group', records: [], sourceIds: [], person: 'fan@example.com' },
    ...{ id: anyId, file: anyId, name: 'products.csv', bytes: 1, at: 0, part: new Uint8Array(1) },
    ...{ currency: 'USD', site: 'https://forum.example', again: false },
  },
  pages: {
    'staff/imports': [{}, { search: { before: anyId } }],
    'staff/imports/[id]': [{ params: { id: 'crowd:importRun' } }],
  },
};
