import { digestKey } from '@/lib/core/keys';

const key = digestKey('backups.secretMark');

/** By what a restore sees whether it runs under the secret that a backup was made under; the secret cannot be found by it. */
export const secretMark = (): string => key.digest('backup');
