import { signingKey } from '@/lib/core/keys';

const key = signingKey('members.limit');

/** An e-mail address as limits count it: keyed, so that their rows do not reveal who tried to sign in. */
export const limitSubject = (email: string): string => key.digest(email);
