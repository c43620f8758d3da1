/** What the controls under a post need to know of it. */
export type PostFacts = {
  id: string;
  number: number;
  votes: number;
  author: { handle: string | null; name: string };
  edited: boolean;
};
