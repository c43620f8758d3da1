import type { Address } from '@/lib/orders/schema';

/** How an order of the first wave ended; those not named were delivered and are owned. */
export type Ending = 'PAID' | 'SHIPPED' | 'JUST_DELIVERED' | 'DELIVERED' | 'REFUNDED' | 'EXPIRED';

export const endings: Record<string, Ending> = {
  hana: 'JUST_DELIVERED',
  fan: 'SHIPPED',
  priya: 'PAID',
  wangyue: 'REFUNDED',
  suhe: 'EXPIRED',
};

const at = (
  country: Address['country'],
  name: string,
  line1: string,
  city: string,
  region: string,
  postcode: string,
  phone: string,
  line2 = '',
): Address => ({ name, line1, line2, city, region, postcode, country, phone });

/** Where the buyers live. The streets are made up. */
export const addresses: Record<string, Address> = {
  owner: at('FR', 'Ines Moreau', '14 rue des Lanterniers', 'Lyon', '', '69007', '+33 4 99 55 01 17'),
  xiaoman: at('CN', '林小满', '谷雨路 88 号', '杭州市', '浙江省', '310012', '+86 139 0000 0118', '3 幢 502 室'),
  lars: at('DE', 'Lars Nyberg', 'Weidenhofstraße 7', 'Leipzig', '', '04109', '+49 341 555 0119'),
  zhou: at('CN', '周航', '槐树街 16 号', '成都市', '四川省', '610031', '+86 138 0000 0120'),
  mateo: at('ES', 'Mateo Ruiz', 'Calle del Molino Viejo 22', 'Bilbao', '', '48005', '+34 944 550 121', '4º B'),
  okoro: at('GB', 'Amara Okoro', '9 Saltmarsh Close', 'Leeds', '', 'LS6 2TT', '+44 113 496 0122'),
  wangyue: at('CN', '王跃', '桂花巷 5 号', '苏州市', '江苏省', '215004', '+86 137 0000 0123'),
  hana: at('NL', 'Hana Kovač', 'Wevershof 31', 'Utrecht', '', '3512 TB', '+31 30 555 0124'),
  fan: at('US', 'Juno Park', '418 Harrow Mill Road', 'Portland', 'OR', '97214', '+1 503 555 0125', 'Apt 6'),
  suhe: at('CN', '苏荷', '荷塘路 21 号', '南京市', '江苏省', '210008', '+86 136 0000 0127'),
  yinuo: at('CN', '陈一诺', '听松路 60 号', '广州市', '广东省', '510045', '+86 135 0000 0128', '2 座 1804'),
  priya: at('SG', 'Priya Nair', '30 Kopsia Lane', 'Singapore', '', '548201', '+65 6555 0126', '#11-04'),
};

/** What owners answered when the product asked them. */
export const answers: Record<string, { rating: number; body: string }> = {
  xiaoman: { rating: 5, body: '戴着它跑完了半马，路口的车声听得清清楚楚。唯一想改的是充电盒：放进包里常常自己打开。' },
  lars: {
    rating: 4,
    body: 'Sound and fit are wonderful. The left hook creaks a little when I chew; a drop of silicone helped, but I would fix that first.',
  },
  mateo: {
    rating: 5,
    body: 'Eight hours at the bench and I forget them. The wind at the harbour is still too loud in calls, so please keep working on the microphones.',
  },
  okoro: {
    rating: 3,
    body: 'Good for walks. On the bus I need more volume than they give, and the case rattles in my pocket.',
  },
};

/** The unit that came back was claimed again: once in vain, once for good. */
export const secondChances = [
  { member: 'suhe', variant: 'Ink', hoursAfterOpening: 21 },
  { member: 'yinuo', variant: 'Ink', hoursAfterOpening: 23 },
] as const;
