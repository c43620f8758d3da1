import type { ServerResponse } from 'node:http';

export type StandInPost = {
  id: number;
  post_number: number;
  username: string;
  raw: string;
  cooked: string;
  created_at: string;
  deleted_at?: string;
  [key: string]: unknown;
};
export type StandInTopic = {
  id: number;
  title: string;
  category_id: number;
  created_at: string;
  bumped_at: string;
  archetype?: string;
  deleted_at?: string;
  tags?: string[];
  posts: StandInPost[];
  [key: string]: unknown;
};
export type StandInUser = { id: number; username: string; email: string; [key: string]: unknown };
export type StandInForum = {
  categories: { id: number; name: string; slug: string; [key: string]: unknown }[];
  topics: StandInTopic[];
  users: StandInUser[];
  groups: { id: number; name: string; automatic: boolean; members: string[]; owners: string[] }[];
  tags: { id: number; name: string }[];
  tagGroups: { id: number; name: string; tag_names: string[] }[];
  badges: { id: number; name: string; system: boolean; holders: string[] }[];
};
export type StandInRules = {
  key?: string;
  /** The key is an administrator's. */
  staff?: boolean;
  /** Topics may be asked for as for printing. */
  print?: boolean;
  /** Topics of more posts are too long for a list of their posts. */
  longest?: number;
  /** Requests that are answered in a minute by this clock. */
  perMinute?: number;
  now?: () => number;
  perPage?: number;
  /** Called before each answer; true where it has answered itself. */
  before?: (path: string, response: ServerResponse, count: number) => boolean | void;
};

export type Asked = { forum: StandInForum; rules: StandInRules; path: string; query: URLSearchParams };
