import { path } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Who asks: a guest by the key of their order, a member by being signed in. */
export type AskedAs = { key?: string };

/** The page of a repair for its owner; not among the paths of pages, which every browser gets. */
export const repairPath = ({ key }: AskedAs, number: string): string =>
  key === undefined ? path('repairs', number) : paths.askedOrder({ key }) + path('repairs', number);

/** Where the owner of a unit asks for its repair. */
export const askRepairPath = ({ key }: AskedAs, unitId: string): string =>
  key === undefined ? path('repairs', 'new', unitId) : paths.askedOrder({ key }) + path('repair', unitId);
