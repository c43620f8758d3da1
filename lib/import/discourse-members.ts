import { asEmail } from '@/lib/core/email';

import { shapeReason, userShape, type Post, type User } from './discourse-shape';
import type { ImportedMember } from './discourse-types';
import type { Refusal } from './report';

const AVATAR_SIZE = '240';

/** Gathers members from user lists, topic lists and posts: one per user name, whatever the order of the files. */
export class MemberBook {
  private readonly members = new Map<string, ImportedMember>();
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly baseUrl: string | undefined,
    private readonly refuse: (refusal: Refusal) => void,
  ) {}

  addListed(file: string, row: number, value: unknown): void {
    const user = userShape.safeParse(value);
    if (!user.success) {
      this.refuse({ file, row, list: 'user', code: 'user-shape', reason: shapeReason(user.error) });
      return;
    }
    const member = this.merge(user.data);
    if (member.placeholder) Object.assign(member, { placeholder: false, file, row });
    // Whoever never proved the address there has no claim by it here.
    if (user.data.email && user.data.active !== false)
      this.giveEmail(member, user.data.email, { file, row, list: 'user' });
  }

  addMentioned(value: unknown): void {
    const user = userShape.safeParse(value);
    if (user.success) this.merge(user.data);
  }

  addAuthor(post: Post): void {
    if (!post.username) return;
    const { username, name, avatar_template, user_id, trust_level } = post;
    this.addMentioned({ id: user_id, username, name, avatar_template });
    const member = this.members.get(memberId(username));
    // Posts written at different times tell different levels; the last is what counts, and levels rise.
    if (member && (member.placeholder || member.trustLevel === null))
      member.trustLevel = Math.max(member.trustLevel ?? 0, trust_level ?? 0);
    if (member && (!member.firstPostAt || post.created_at < member.firstPostAt)) member.firstPostAt = post.created_at;
  }

  all(): ImportedMember[] {
    return [...this.members.values()];
  }

  private merge(user: User): ImportedMember {
    const sourceId = memberId(user.username);
    const known = this.members.get(sourceId);
    const member = known ?? blank(sourceId, user.username);
    member.sourceUserId ??= user.id;
    member.name ??= user.name;
    member.avatarUrl ??= avatar(user.avatar_template, this.baseUrl);
    member.title ??= user.title;
    member.bio ??= user.bio_raw;
    member.createdAt ??= user.created_at;
    member.trustLevel ??= user.trust_level;
    member.suspendedUntil ??= user.suspended_till;
    member.admin ||= user.admin;
    member.moderator ||= user.moderator;
    member.system ||= user.id !== null && user.id < 0;
    this.members.set(sourceId, member);
    return member;
  }

  /** An address proves who may claim a member, so a bad or shared one is left off rather than guessed. */
  private giveEmail(member: ImportedMember, value: string, place: Pick<Refusal, 'file' | 'row' | 'list'>): void {
    const address = asEmail(value);
    if (!address) {
      this.refuse({
        ...place,
        code: 'email-invalid',
        reason: `the address of ${member.username} is not an e-mail address; kept without it`,
        count: 0,
      });
      return;
    }
    const owner = this.owners.get(address);
    if (owner !== undefined && owner !== member.sourceId) {
      this.refuse({
        ...place,
        code: 'email-duplicate',
        reason: `the address of ${member.username} belongs to another member; kept without it`,
        count: 0,
      });
      return;
    }
    this.owners.set(address, member.sourceId);
    member.email ??= address;
  }
}

export function memberId(username: string): string {
  return username.toLowerCase();
}

function blank(sourceId: string, username: string): ImportedMember {
  return {
    sourceId,
    username,
    sourceUserId: null,
    name: null,
    email: null,
    avatarUrl: null,
    title: null,
    bio: null,
    createdAt: null,
    firstPostAt: null,
    trustLevel: null,
    admin: false,
    moderator: false,
    system: false,
    suspendedUntil: null,
    placeholder: true,
  };
}

function avatar(template: string | null, baseUrl: string | undefined): string | null {
  if (!template) return null;
  const path = template.replace('{size}', AVATAR_SIZE);
  try {
    const url = path.startsWith('//') ? new URL(`https:${path}`) : new URL(path, baseUrl);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
