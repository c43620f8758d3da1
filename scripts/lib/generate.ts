/** The code that is made and not written: the lists of what domains declare, and the Prisma client. */
import { makeLists } from './make-lists';
import { generateClient } from './prisma-client';

/** Makes what is missing or older than what it is made from; tells whether the Prisma client was made anew. */
export async function generateCode(dataDir: string): Promise<boolean> {
  makeLists();
  return generateClient(dataDir);
}
