/** The sentences of a new domain, in both languages: what its form says, what its pages say, what only staff read. */
import type { Names } from './names';

type Sentences = {
  title: string;
  lead: string;
  empty: string;
  emptyBody: string;
  pages: string;
  newest: string;
  older: string;
  received: string;
  form: object;
  staffLead: string;
  mayRead: string;
  mayDecide: string;
  decided: string;
  decidedAlready: string;
  outcomes: object;
  decision: object;
  act: string;
  subject: string;
};

export function messageFiles(names: Names): Record<string, string> {
  return { ...files('en', names, english(names)), ...files('zh-CN', names, chinese(names)) };
}

const english = ({ title }: Names): Sentences => ({
  title,
  lead: 'Write to us here. Our team reads everything.',
  empty: 'Nothing here yet',
  emptyBody: 'New entries will show up here.',
  pages: 'Pages of the list',
  newest: 'Newest',
  older: 'Older',
  received: `${title}: we’ve received “{body}”`,
  form: { body: 'What is it about?', send: 'Send', done: 'Sent. Thank you!' },
  staffLead: 'From all members, newest first.',
  mayRead: `See what members have sent under “${title}”`,
  mayDecide: `Decide on what members have sent under “${title}”`,
  decided: `${title}: “{body}” was {outcome, select, ACCEPTED {accepted} other {declined}}. {reason}`,
  decidedAlready: 'A colleague was quicker: this has already been decided.',
  outcomes: { ACCEPTED: 'Accepted.', DECLINED: 'Declined.' },
  decision: { reason: 'Reason (the member will read it)', decide: { ACCEPTED: 'Accept', DECLINED: 'Decline' } },
  act: `Decided on an entry in “${title}”`,
  subject: `entry in “${title}”`,
});

const chinese = ({ titleZh }: Names): Sentences => ({
  title: titleZh,
  lead: '写在这里的内容，我们的团队都会看。',
  empty: '这里还没有内容',
  emptyBody: '提交的内容会出现在这里。',
  pages: '列表分页',
  newest: '最新',
  older: '更早',
  received: `${titleZh}：已收到“{body}”`,
  form: { body: '想说什么？', send: '提交', done: '已提交，谢谢！' },
  staffLead: '全部用户提交的内容，最新的在前。',
  mayRead: `查看用户在“${titleZh}”提交的内容`,
  mayDecide: `审批用户在“${titleZh}”提交的内容`,
  decided: `${titleZh}：“{body}”{outcome, select, ACCEPTED {已通过} other {未通过}}。{reason}`,
  decidedAlready: '有同事先处理了：这条已有结论。',
  outcomes: { ACCEPTED: '已通过。', DECLINED: '未通过。' },
  decision: { reason: '理由（用户会看到）', decide: { ACCEPTED: '通过', DECLINED: '不通过' } },
  act: `审批了“${titleZh}”的一条内容`,
  subject: `“${titleZh}”的一条内容`,
});

function files(language: string, { domain, file, one, many }: Names, said: Sentences): Record<string, string> {
  const { title, lead, empty, emptyBody, pages, newest, older, received, form, staffLead, outcomes } = said;
  return {
    [`messages/${language}/${domain}.menu.json`]: json({ viewer: { lines: { [many]: title } } }),
    [`messages/${language}/${domain}.ui.json`]: json({ [many]: { form } }),
    [`messages/${language}/${domain}.page.json`]: json({
      [many]: { title, lead, empty, emptyBody, pages, newest, older, outcomes },
      notifications: { kinds: { [one]: { added: received, decided: said.decided } } },
    }),
    [`messages/${language}/${domain}.staff.json`]: json({
      errors: { [`${file}-decided`]: said.decidedAlready },
      [many]: { staff: { title, lead: staffLead, ...said.decision } },
      staff: {
        rooms: { [domain]: title },
        about: { [domain]: staffLead },
        permissionGroups: { [domain]: title },
        permissions: { [domain]: { read: said.mayRead, decide: said.mayDecide } },
        acts: { [one]: { decide: said.act } },
        subjects: { [one]: said.subject },
        details: { [`${one}Decision`]: '{outcome}' },
      },
    }),
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
