export type Category = { id: number; slugs: string[]; topicUrl: string };
export type Lists = {
  categories: Category[];
  /** Whether the key sees what staff see: only then does what it does not find not exist any more. */
  staff: boolean;
  users: number;
  /** What the forum did not let us read, in words. */
  without: string[];
};
