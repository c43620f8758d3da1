import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { messages } from '@/messages';

import { at, toldActs } from '@/tests/support/told-acts';

import { actDetail, actReason, describedActs } from './act-detail';

const plain = (locale: 'en' | 'zh', act: string, detail: unknown) =>
  renderToStaticMarkup(<>{actDetail(locale, act, detail, 'USD')}</>).replaceAll(/<[^>]*>/g, '');

describe('what stands beside an act', () => {
  it.each(Object.entries(toldActs))('is said of %s in both languages', (act, [detail, en, zh]) => {
    expect(plain('en', act, detail)).toContain(en);
    expect(plain('zh', act, detail)).toContain(zh);
  });

  it.each(Object.keys(toldActs))('has no capital behind a comma or a dot between words: %s', (act) => {
    const said = plain('en', act, toldActs[act]![0]);
    expect(said).not.toMatch(/[a-z0-9](,| ·) [A-Z]/);
    expect(said).toMatch(/^[^a-z]/);
  });

  it('is said of every act that has a sentence, and of none with a fact missing', () => {
    const alike: Record<string, string> = {
      'question.answer': 'review.answer',
      'question.hide': 'review.hide',
      'review.export': 'order.export',
      'books.export': 'order.export',
      'discount.change': 'discount.add',
      'credit.issueCard': 'credit.issue',
      'credit.adjust': 'credit.issue',
      'credit.enable': 'credit.disable',
      'mailText.putBack': 'mailText.save',
      'startText.save': 'settings.save',
      'startText.putBack': 'settings.save',
      'noticeText.save': 'settings.save',
      'noticeText.putBack': 'settings.save',
      'redirect.delete': 'redirect.add',
      'brand.close': 'brand.open',
      'brand.closedLine': 'brand.open',
      'product.editPictures': 'product.make',
      'product.deletePicture': 'product.make',
      'product.publish': 'product.make',
      'order.findByEmail': 'order.search',
      'order.printSlips': 'order.search',
      'order.cancelLabel': 'order.label',
      'member.export': 'order.export',
      'news.export': 'order.export',
      'product.export': 'order.export',
      'idea.export': 'order.export',
      'post.restore': 'post.hide',
      'post.edit': 'post.hide',
      'role.delete': 'role.copy',
      'release.draft': 'release.edit',
      'drop.issueFCodes': 'drop.giveFCodes',
      'drop.unnameMember': 'drop.nameMembers',
      'wave.explainPause': 'wave.pause',
      'invitation.send': 'member.grantRole',
      'invitation.withdraw': 'member.grantRole',
      'invitation.accept': 'member.grantRole',
      'refund.elsewhere': 'refund.failed',
      'stock.changeLocation': 'stock.addLocation',
      'stock.closeLocation': 'stock.addLocation',
    };
    expect(describedActs.filter((act) => !toldActs[act] && !toldActs[alike[act] ?? ''])).toEqual([]);
    expect(describedActs.filter((act) => plain('en', act, {}) !== '')).toEqual([]);
    expect(plain('en', 'idea.stage', { from: 'NEW', to: 'UNHEARD_OF' })).toBe('');
    expect(plain('en', 'board.open', { anything: 1 })).toBe('');
    expect(plain('en', 'member.suspend', { until: at })).toContain('Until Mar 1, 2026');
  });
});

describe('a subject', () => {
  it('begins its cell with a capital, whatever it is', () => {
    for (const word of Object.values(messages.en.staff.subjects)) expect(word).toMatch(/^[A-Z]/);
    expect(messages.en.staff.audit.system).toMatch(/^[A-Z]/);
    expect(messages.en.staff.details.into).toMatch(/^[A-Z]/);
  });
});

describe('the reason of an act', () => {
  it('is the text of staff, or the reason of the program in the reader’s language', () => {
    expect(actReason('zh', 'drop-cancelled')).toBe('这场发售已取消。');
    expect(actReason('en', 'drop-cancelled')).toBe('The drop was canceled.');
    for (const own of ['Ordered the wrong colour', 'well-known', '请不要刷屏']) expect(actReason('zh', own)).toBe(own);
  });
});
