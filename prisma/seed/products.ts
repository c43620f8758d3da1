import type { ProductInput } from '@/lib/catalog/schema';

type SeedProduct = ProductInput & { question: { text: string; textZh: string } };

const colour = (title: string, titleZh: string, sku: string, priceMinor: number, grams: number) => ({
  title,
  titleZh,
  options: [title],
  sku,
  priceMinor,
  currency: 'USD',
  grams,
});

const picture = (file: string, alt: string, altZh: string, variant: number | null = null) => ({
  path: `/products/${file}.webp`,
  alt,
  altZh,
  variant,
});

const air: SeedProduct = {
  handle: 'foxtail-air',
  title: 'Foxtail Air',
  titleZh: '狐尾 Air',
  tagline: 'Open earphones that rest on the ear and leave the street where it is.',
  taglineZh: '轻轻搭在耳上，音乐在耳边，街道也在。',
  vendor: 'Foxtail Audio',
  type: 'Open earphones',
  tags: ['earphones', 'open-ear', 'bluetooth'],
  tagsZh: ['耳机', '开放式', '蓝牙'],
  metafields: {
    'custom.driver': '16 mm, paper-and-silk cone',
    'custom.battery': '9 hours; 30 hours with the case',
    'custom.microphones': '2',
    'custom.protection': 'IP54, sweat and drizzle',
    'custom.connection': 'Bluetooth, two devices at once',
  },
  metafieldsZh: {
    'custom.发声单元': '16 毫米，纸与丝复合振膜',
    'custom.续航': '单次 9 小时，连充电盒 30 小时',
    'custom.麦克风': '2 颗',
    'custom.防护': 'IP54，防汗、防小雨',
    'custom.连接': '蓝牙，可同时连两台设备',
  },
  status: 'ACTIVE',
  optionNames: ['Colour'],
  html: '<p>A soft hook, a 16 mm driver that points at the ear and nothing inside it. You hear the podcast, and the bicycle behind you.</p><h3>What is in it</h3><ul><li>16 mm driver with a paper-and-silk cone</li><li>Nine hours on a charge, thirty with the case</li><li>Two microphones that know wind from words</li><li>IP54: sweat and drizzle are fine</li></ul><h3>What we left out</h3><p>No noise cancelling, because there is nothing to seal. No touch strip: one real button on each side, since you told us that rain presses touch strips too.</p>',
  htmlZh:
    '<p>柔软的耳挂，16 毫米单元朝着耳朵发声，耳道里什么也不塞。播客听得见，身后的自行车也听得见。</p><h3>里面有什么</h3><ul><li>16 毫米单元，纸与丝复合振膜</li><li>单次九小时，连充电盒三十小时</li><li>两颗麦克风，分得清风声和人声</li><li>IP54 防护，出汗、小雨都不怕</li></ul><h3>我们没放什么</h3><p>没有降噪，因为本来就不堵耳朵。没有触控条：左右各一颗实体键，因为你们说过，雨点也会误触。</p>',
  variants: [
    colour('Ink', '墨黑', 'FX-AIR-INK', 12900, 62),
    colour('Oat', '燕麦白', 'FX-AIR-OAT', 12900, 62),
    colour('Copper', '赤铜', 'FX-AIR-COP', 13900, 62),
  ],
  images: [
    picture('foxtail-air-ink', 'Foxtail Air in ink', '墨黑色的狐尾 Air', 0),
    picture('foxtail-air-oat', 'Foxtail Air in oat', '燕麦白的狐尾 Air', 1),
    picture('foxtail-air-copper', 'Foxtail Air in copper', '赤铜色的狐尾 Air', 2),
    picture('foxtail-air-case-ink', 'The charging case, open', '打开的充电盒'),
    picture('foxtail-air-exploded', 'Every part of one earphone, laid out', '一只耳机的全部零件'),
    picture('scene-walk', 'Worn on a walk through town', '戴着它走过街口'),
  ],
  question: {
    text: 'After a week with your Foxtail Air: what would you change first?',
    textZh: '狐尾 Air 用了一周，你最想先改哪一点？',
  },
};

const clip: SeedProduct = {
  handle: 'foxtail-clip',
  title: 'Foxtail Clip',
  titleZh: '狐尾 Clip',
  tagline: 'A clip the weight of a coin, for people who take their earphones off twenty times a day.',
  taglineZh: '一枚硬币的重量，给一天要摘戴二十次的人。',
  vendor: 'Foxtail Audio',
  type: 'Open earphones',
  tags: ['earphones', 'open-ear', 'clip'],
  tagsZh: ['耳机', '开放式', '耳夹式'],
  metafields: {
    'custom.driver': '10.8 mm',
    'custom.battery': '7 hours; 28 hours with the case',
    'custom.weight': '5 g each',
    'custom.spring': 'Steel, tested to 40,000 bends',
  },
  metafieldsZh: {
    'custom.发声单元': '10.8 毫米',
    'custom.续航': '单次 7 小时，连充电盒 28 小时',
    'custom.重量': '单只 5 克',
    'custom.弹片': '钢制，弯折测试 4 万次',
  },
  status: 'ACTIVE',
  optionNames: ['Colour'],
  html: '<p>Five grams on the edge of the ear. It goes on with one hand, it stays on while you laugh, and it does not know left from right: either one plays the side it sits on.</p><ul><li>10.8 mm driver</li><li>Seven hours, twenty-eight with the case</li><li>A spring of the same steel as our first prototype, tested to 40,000 bends</li></ul>',
  htmlZh:
    '<p>夹在耳廓边上，只有五克。单手就能戴，笑起来也不掉，而且不分左右：戴在哪边就放哪边的声音。</p><ul><li>10.8 毫米单元</li><li>单次七小时，连充电盒二十八小时</li><li>弹片用的还是第一台样机的钢，弯折测试四万次</li></ul>',
  variants: [colour('Ink', '墨黑', 'FX-CLP-INK', 8900, 38), colour('Moss', '苔绿', 'FX-CLP-MOS', 8900, 38)],
  images: [
    picture('foxtail-clip-ink', 'Foxtail Clip in ink', '墨黑色的狐尾 Clip', 0),
    picture('foxtail-clip-moss', 'Foxtail Clip in moss', '苔绿色的狐尾 Clip', 1),
    picture('scene-workbench', 'The Clip on the bench where it was made', '工作台上的 Clip'),
  ],
  question: {
    text: 'One week in: where did your Foxtail Clip surprise you, for better or worse?',
    textZh: '用了一周，狐尾 Clip 哪里让你意外？好的坏的都想听。',
  },
};

const hearth: SeedProduct = {
  handle: 'foxtail-hearth',
  title: 'Foxtail Hearth',
  titleZh: '狐尾 Hearth',
  tagline: 'A desk speaker that sounds like a small room with good company in it.',
  taglineZh: '桌上的一只小音箱，听着像屋里坐着几个好朋友。',
  vendor: 'Foxtail Audio',
  type: 'Desk speaker',
  tags: ['speaker', 'desk', 'usb-c'],
  tagsZh: ['音箱', '桌面', 'USB-C'],
  metafields: {
    'custom.driver': '3-inch full range',
    'custom.power': '18 W',
    'custom.inputs': '["USB-C", "Bluetooth", "Analogue line in"]',
    'custom.repairs': 'Eight screws, no glue',
  },
  metafieldsZh: {
    'custom.发声单元': '3 英寸全频',
    'custom.功率': '18 瓦',
    'custom.输入': '["USB-C", "蓝牙", "模拟线路输入"]',
    'custom.维修': '八颗螺丝，不用胶',
  },
  status: 'ACTIVE',
  optionNames: ['Finish'],
  html: '<p>One full-range driver, a sealed box and a grille of woven paper yarn. It is tuned for the distance between you and your screen, not for the far end of a party.</p><ul><li>3-inch full-range driver, 18 W</li><li>USB-C, Bluetooth and a line input that stays analogue</li><li>Eight screws, no glue: the driver, the amplifier and the battery can each be replaced</li></ul>',
  htmlZh:
    '<p>一只全频单元，一个密闭箱体，一张纸纱编织的网罩。调音的距离是你到屏幕，不是派对的另一头。</p><ul><li>3 英寸全频单元，18 瓦</li><li>USB-C、蓝牙，还有一路保持模拟的线路输入</li><li>八颗螺丝，不用一滴胶：单元、功放、电池都能单独更换</li></ul>',
  variants: [colour('Ink', '墨黑', 'FX-HRT-INK', 19900, 1240), colour('Oat', '燕麦白', 'FX-HRT-OAT', 19900, 1240)],
  images: [
    picture('foxtail-hearth-ink', 'Foxtail Hearth in ink', '墨黑色的狐尾 Hearth', 0),
    picture('foxtail-hearth-oat', 'Foxtail Hearth in oat', '燕麦白的狐尾 Hearth', 1),
    picture('scene-desk', 'The Hearth beside a screen', '屏幕旁边的 Hearth'),
  ],
  question: {
    text: 'A week on your desk: what does your Foxtail Hearth play most, and what does it play badly?',
    textZh: '在桌上放了一周，狐尾 Hearth 放得最多的是什么？哪样放得不好？',
  },
};

/** The three products of the demo brand, as its own people would tell them. */
export const products: readonly SeedProduct[] = [air, clip, hearth];
