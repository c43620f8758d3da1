/** Parts of the demo cast, in the order in which the sign-in page offers them; each signs in as `<part>@demo.millet`. */
export const demoCast = ['fan', 'owner', 'new', 'pm', 'mod', 'ops', 'agent', 'admin'] as const;
