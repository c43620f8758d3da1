import { z } from 'zod';

import { declareSettings } from '@/lib/core/shop-settings';

import { mostReasons, reportReason, type ReportReason } from './choices';

const first = (id: string, en: [label: string, hint: string], zh: [label: string, hint: string]): ReportReason => ({
  ...{ id, label: en[0], labelZh: zh[0], hint: en[1], hintZh: zh[1] },
  retired: false,
});

/** The reasons of a brand that has set none. */
export const firstReasons: ReportReason[] = [
  first(
    'SPAM',
    ['Advertising or spam', 'It sells something, or was posted again and again.'],
    ['广告或灌水', '推销东西，或者反复发同样的内容。'],
  ),
  first(
    'ABUSE',
    ['Insulting or hurtful', 'It attacks someone rather than what they said.'],
    ['辱骂或伤人', '攻击的是人，而不是对方说的话。'],
  ),
  first(
    'OFF_TOPIC',
    ['In the wrong place', 'Fine in itself, but not on this board or in this thread.'],
    ['发错了地方', '内容没问题，但不属于这个版块或这个话题。'],
  ),
  first(
    'PRIVACY',
    ['Someone’s private data', 'A name, address, number or picture that isn’t theirs to share.'],
    ['泄露他人隐私', '公开了别人的姓名、地址、号码或照片。'],
  ),
  first('OTHER', ['Something else', 'Tell us in a few words below.'], ['其他', '请在下面简单说明。']),
];

/** Why posts are reported, in the order in which a reporter reads it. */
export const reasonSettings = declareSettings({
  name: 'reportReasons',
  schema: z.object({ reasons: z.array(reportReason).min(1).max(mostReasons) }),
  initial: { reasons: firstReasons },
  permission: 'moderation.setReasons',
});
