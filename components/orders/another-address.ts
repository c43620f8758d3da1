/** What stands for an address that is not kept, among the choices of a checkout. */
export const another = 'new';
