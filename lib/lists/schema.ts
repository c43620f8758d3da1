import { z } from 'zod';

import { list } from '@/lib/core/pieces';

const name = z.string().regex(/^[a-z][a-zA-Z-]{0,39}$/);

/** The columns of a list that somebody wants to see; none gives back those of the list. */
export const chooseColumnsSchema = z.object({ list: name, columns: list(name, 40) });
export type ChooseColumns = z.output<typeof chooseColumnsSchema>;
