import { digestKey } from '@/lib/core/keys';

// What a source knows somebody by is often their address: a digest of it finds them again, and tells nobody.
const key = digestKey('members.customer');

/** What is kept of the id by which a source knows a customer. */
export const sourceDigest = (sourceId: string): string => key.digest(sourceId);
