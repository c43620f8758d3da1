import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { messages } from '@/messages';

import { actDetail, actReason, describedActs } from './act-detail';

const at = '2026-03-01T10:00:00.000Z';

/** One act of each kind as the log keeps it, and what its reader is told. */
const kept: Record<string, [detail: object, en: string, zh: string]> = {
  'post.hide': [{ thread: 12, post: 3 }, 'Post 3 in thread 12', '话题 12 的第 3 楼'],
  'reports.settle': [
    { outcome: 'WARNED', reports: 2 },
    'Hidden, author warned, on 2 reports',
    '隐藏并警告作者，共 2 条举报',
  ],
  'member.grantRole': [{ role: 'SUPPORT', until: at }, 'Support, until Mar 1, 2026', '客服，至 '],
  'member.revokeRole': [{ role: 'key', name: 'Weekend desk' }, 'Weekend desk', 'Weekend desk'],
  'role.copy': [{ name: 'Weekend desk', from: 'SUPPORT' }, 'Weekend desk', 'Weekend desk'],
  'role.edit': [
    { name: 'Desk', given: ['orders.ship', 'orders.gone'], taken: [] },
    'Desk. Added: Ship orders, orders.gone. Removed: –.',
    'Desk。新增：发货、orders.gone。移除：–。',
  ],
  'member.correct': [{ parts: ['name', 'email'] }, 'Changed: name, email address', '修改内容：昵称、邮箱'],
  'member.setTrust': [
    { from: 1, to: 'auto' },
    'Was level 1; now based on participation again',
    '原为 1 级，重新由参与情况决定',
  ],
  'member.suspend': [{ until: null }, 'Until lifted', '直到解除'],
  'idea.stage': [{ from: 'NEW', to: 'DECLINED' }, 'New → Declined', '新提出 → 不采纳'],
  'release.edit': [{ version: '2.1', ideas: 1 }, 'Version 2.1, with 1 idea', '版本 2.1，含 1 条想法'],
  'release.publish': [{ ideas: 0 }, 'With no ideas', '不含想法'],
  'drop.schedule': [
    { slug: 'x', mode: 'DRAW', fairSeconds: 0, offers: [{ units: 40 }, { units: 20 }] },
    'Draw, when the wave closes: 60 units',
    '60 件，截止时抽签',
  ],
  'drop.addWave': [{ number: 2, offers: [{ units: 1 }] }, 'Wave 2, 1 unit', '第 2 批，1 件'],
  'drop.removeWave': [{ wave: 2 }, 'Wave 2', '第 2 批'],
  'drop.addUnits': [{ allotmentId: 'a', units: 5 }, '5 units more', '增加 5 件'],
  'drop.cancel': [{ freed: 0 }, 'No units were on hold', '当时没有保留中的'],
  'drop.giveFCodes': [{ count: 3, source: 'IDEA' }, '3 codes. Reason: An accepted idea', '3 个，发放原因：想法被采纳'],
  'drop.nameMembers': [{ channel: 'BETA', handles: 'ines zhou' }, 'Beta testers: ines zhou', '内测用户：ines zhou'],
  'wave.pause': [{ wave: 1 }, 'Wave 1', '第 1 批'],
  'wave.resume': [{ wave: 1, closesAt: at }, 'Wave 1, closes Mar 1, 2026', '第 1 批，2026年3月1日'],
  'wave.extend': [{ wave: 1, from: at, to: at }, 'instead of Mar 1, 2026', '截止时间由 2026年3月1日'],
  'order.ship': [{ number: 'A5', carrier: 'DHL', tracking: 'JD1' }, 'DHL: JD1', 'DHL：JD1'],
  'payment.mismatch': [
    { paymentId: 'p', amountMinor: 100, currency: 'USD', sessionId: 's', paymentRef: null },
    'The provider reported $1.00',
    '支付平台报来的金额是 US$1.00',
  ],
  'payment.dispute': [{ number: 'A5', state: 'OPEN' }, 'Order A5: open', 'A5'],
  'brand.save': [{ version: 3, parts: ['name', 'colour'] }, 'Version 3: name, colors', '第 3 版：名称、颜色'],
  'brand.putBack': [{ version: 4, from: 2, parts: [] }, 'Version 4, restored from version 2: –', '恢复自第 2 版：–'],
  'brand.open': [{ version: 2 }, 'Version 2', '第 2 版'],
  'redirect.add': [{ from: '/old', to: '/en/boards' }, '/old → /en/boards', '/old → /en/boards'],
  'redirect.change': [{ before: '/a', from: '/b', to: '/c' }, '/a, now /b → /c', '/a，改为 /b → /c'],
  'redirect.import': [
    { added: 2, changed: 1, refused: 0 },
    '2 added, 1 changed, 0 refused',
    '新增 2 条，修改 1 条，拒绝 0 条',
  ],
  'apiKey.make': [{ name: 'Books', scopes: ['orders.read'] }, 'Books: Read orders', 'Books：'],
  'apiKey.revoke': [{ name: 'Books' }, 'Books', 'Books'],
  'apiKey.readAddresses': [{ name: 'Books', count: 1 }, 'Books: one order', 'Books：这一小时内已读取 1 个订单'],
  'units.receive': [{ made: 4, refused: 1 }, '4 registered, 1 refused', '登记 4 台，拒绝 1 台'],
  'claim.decide': [{ serial: 'FX-1', outcome: 'REFUSED' }, 'FX-1: refused', 'FX-1：未通过'],
  'units.note': [{ serial: 'FA-1', kind: 'LOST' }, 'FA-1: Lost', 'FA-1：遗失'],
  'return.decide': [{ number: 'R1', outcome: 'APPROVED' }, 'R1: Approved', 'R1：已同意'],
  'return.count': [{ number: 'R1', pieces: 2 }, 'R1: 2 pieces', 'R1：2 件'],
  'return.close': [{ number: 'R1', refundMinor: 8600, currency: 'USD' }, 'R1: $86.00 refunded', 'R1：退款 US$86.00'],
  'recall.save': [{ title: 'Hot' }, 'Hot', 'Hot'],
  'recall.publish': [{ title: 'Hot', units: 12 }, 'Hot: 12', 'Hot：12'],
  'recall.close': [{ title: 'Hot', left: 3 }, 'Hot: 3 left', 'Hot：剩 3'],
  'recall.reopen': [{ title: 'Hot' }, 'Hot', 'Hot'],
  'recall.withdraw': [{ title: 'Hot', left: 3 }, 'Hot: 3 left', 'Hot：剩 3'],
  'recall.remind': [{ title: 'Hot', units: 2 }, 'Hot: 2', 'Hot：2'],
  'recall.unit': [{ title: 'Hot', state: 'REMEDIED' }, 'Hot: Put right', 'Hot：已处理'],
  'recall.export': [{ filters: 'recall=hot' }, 'recall=hot', 'recall=hot'],
  'collection.save': [{ title: 'Desk' }, 'Desk', 'Desk'],
  'collection.delete': [{ title: 'Desk' }, 'Desk', 'Desk'],
  'service.savePoint': [{ name: 'Depot' }, 'Depot', 'Depot'],
  'repair.open': [{ number: 'P1', serial: 'FA-1' }, 'P1: FA-1', 'P1：FA-1'],
  'repair.decide': [{ number: 'P1', state: 'APPROVED' }, 'P1: Approved', 'P1：已同意'],
  'repair.move': [{ number: 'P1', state: 'TESTING' }, 'P1: Being tested', 'P1：测试中'],
  'repair.quote': [
    { number: 'P1', version: 2, amountMinor: 4900, currency: 'USD' },
    'P1, version 2: $49.00',
    'P1，第 2 版：US$49.00',
  ],
  'repair.part': [{ number: 'P1', sku: 'BAT-1', quantity: 2 }, 'P1: 2 × BAT-1', 'P1：2 件 BAT-1'],
  'repair.handOver': [{ number: 'P1', how: 'SHIPPED' }, 'P1: Sent back', 'P1：寄回'],
  'review.hide': [{ rule: 'SPAM' }, 'Rule: Advertising or spam', '规则：广告或灌水'],
  'review.dismiss': [{ reports: 2 }, '2 reports', '2 条举报'],
  'review.answer': [{ text: 'Thank you' }, '“Thank you”', '“Thank you”'],
  'review.editAnswer': [{ text: 'Thanks', before: 'No' }, '“Thanks”, before: “No”', '“Thanks”，原为“No”'],
  'stock.receive': [{ units: 40, place: 'Depot' }, '40 units at Depot', 'Depot，40 件'],
  'stock.count': [{ before: 40, units: 1, place: 'Depot' }, 'One unit at Depot, before: 40', 'Depot，1 件，原为 40'],
  'stock.writeOff': [{ what: 'damaged', units: 2, place: 'Depot' }, 'Damaged: 2 units at Depot', '残损：Depot，2 件'],
  'stock.send': [{ units: 3, from: 'Depot', to: 'Shop' }, '3 units from Depot to Shop', 'Depot → Shop，3 件'],
  'stock.arrive': [{ units: 2, missing: 1 }, '2 arrived, 1 missing', '签收 2 件，短少 1 件'],
  'stock.setShop': [{ shop: 'yes' }, 'Sold in the shop', '商店在售'],
  'stock.addLocation': [{ name: 'Depot' }, 'Depot', 'Depot'],
  'backups.prepareRestore': [{ file: 'a.tar' }, 'File a.tar', '文件 a.tar'],
  'imports.rehearse': [{ source: 'shopify' }, 'From Shopify', '来自 Shopify 商店'],
  'imports.import': [{ source: 'discourse' }, 'From Discourse', '来自 Discourse 论坛'],
  'area.turnOff': [{ version: 4 }, 'Version 4', '第 4 版'],
  'area.turnOn': [{ version: 5 }, 'Version 5', '第 5 版'],
  'settings.save': [{ version: 3 }, 'Version 3', '第 3 版'],
  'mailText.save': [
    { kind: 'order.paid', language: 'en', version: 2 },
    'Version 2 of order.paid (en)',
    'order.paid，en，第 2 版',
  ],
  'discount.add': [
    { name: 'Spring', code: 'SPRING10', off: '10%' },
    'Spring: 10%; code SPRING10',
    'Spring：10%，优惠码',
  ],
  'credit.issue': [{ amountMinor: 2_500, currency: 'USD', account: '@fan' }, '$25.00; @fan', '@fan'],
  'credit.disable': [{ account: '7K2M' }, '7K2M', '7K2M'],
  'discount.end': [{ name: 'Spring', code: '–' }, 'Spring; code –', 'Spring，优惠码'],
  'market.putBack': [{ version: 3, from: 1, parts: ['zones'] }, 'Version 3 from version 1: ', '第 3 版，取自第 1 版：'],
  'market.save': [{ version: 3, parts: ['zones', 'taxes'] }, 'Version 3: ', '第 3 版：'],
  'product.make': [{ title: 'Lamp' }, 'Lamp', 'Lamp'],
  'product.edit': [{ title: 'Lamp', version: 2, parts: ['variants'] }, 'Lamp, version 2: ', 'Lamp，第 2 版：'],
  'product.price': [
    { title: 'Lamp', price: '129.00 USD', reason: 'REGULAR', from: at },
    'Lamp: 129.00 USD, Regular price, from Mar 1, 2026',
    'Lamp：129.00 USD，日常价，自 ',
  ],
  'product.planPrice': [
    { title: 'Lamp', price: '−20 %', reason: 'OFFER', from: at, until: at },
    'Lamp: −20 %, Offer, from Mar 1, 2026',
    'Lamp：−20 %，优惠价，',
  ],
  'product.withdrawPrice': [
    { title: 'Lamp', price: '99.00 USD', reason: 'LAUNCH' },
    'Lamp: 99.00 USD, Launch price',
    'Lamp：99.00 USD，首发价',
  ],
  'product.addPictures': [{ title: 'Lamp', count: 2 }, 'Lamp, 2 pictures', 'Lamp，2 张图片'],
  'product.askOwners': [{ text: 'Does it hum?', days: 7 }, 'Does it hum? (7 days after delivery)', '（送达后 7 天）'],
  'board.delete': [{ slug: 'talk' }, 'Address /boards/talk', '网址 /boards/talk'],
  'drop.edit': [{ parts: ['title', 'units'] }, 'title', '标题'],
  'drop.editWave': [{ wave: 2, parts: ['times'] }, 'Wave 2: times', '第 2 批：时间'],
  'drop.delete': [{ title: 'First lamps' }, 'First lamps', 'First lamps'],
  'wave.postpone': [{ wave: 1, from: at, to: at }, 'instead of Mar 1, 2026', '由 2026年3月1日'],
  'board.merge': [{ from: 'Talk', into: 'Desk', threads: 3 }, 'Talk into Desk: 3 threads', 'Desk'],
  'bulk.start': [{ act: 'orders.ship', rows: 12 }, 'Mark as shipped: 12 rows', '12'],
  'order.correctTracking': [{ carrier: 'DHL', tracking: 'JD2', before: 'JD1' }, 'JD1', 'JD2'],
  'page.make': [{ title: 'About', version: 1 }, 'About', 'About'],
  'page.draftLaw': [{ title: 'Imprint', version: 1 }, 'Imprint', 'Imprint'],
  'page.save': [{ title: 'About', version: 2, parts: ['title'] }, 'About', 'About'],
  'page.publish': [{ title: 'About', version: 2 }, 'About', 'About'],
  'page.withdraw': [{ title: 'About', version: 2 }, 'About', 'About'],
  'page.delete': [{ title: 'About' }, 'About', 'About'],
  'page.move': [{ title: 'About' }, 'About', 'About'],
  'bar.save': [{ version: 2, text: 'Back on Monday' }, 'Back on Monday', 'Back on Monday'],
  'menu.save': [{ version: 2, parts: ['order', 'links'] }, 'Version 2: order, links', '第 2 版：顺序、链接'],
  'menu.putBack': [
    { version: 4, from: 2, parts: ['words'] },
    'Version 4, restored from version 2: names',
    '第 4 版，恢复自第 2 版：名称',
  ],
  'order.label': [{ carrier: 'DHL', tracking: 'JD1' }, 'DHL: JD1', 'DHL：JD1'],
  'order.printLabels': [{ labels: 2 }, '2 labels', '2 张面单'],
  'order.search': [{ orders: 2 }, '2 orders found', '找到 2 个订单'],
  'order.export': [{ filters: 'state=PAID' }, 'state=PAID', 'state=PAID'],
  'refund.failed': [{ number: 'A5', amountMinor: 100, currency: 'USD' }, '$1.00 for order A5', 'A5'],
};

const plain = (locale: 'en' | 'zh', act: string, detail: unknown) =>
  renderToStaticMarkup(<>{actDetail(locale, act, detail, 'USD')}</>).replaceAll(/<[^>]*>/g, '');

describe('what stands beside an act', () => {
  it.each(Object.entries(kept))('is said of %s in both languages', (act, [detail, en, zh]) => {
    expect(plain('en', act, detail)).toContain(en);
    expect(plain('zh', act, detail)).toContain(zh);
  });

  it.each(Object.keys(kept))('has no capital behind a comma or a dot between words: %s', (act) => {
    const said = plain('en', act, kept[act]![0]);
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
    expect(describedActs.filter((act) => !kept[act] && !kept[alike[act] ?? ''])).toEqual([]);
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
