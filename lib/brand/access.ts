import type { Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    saveBrandAction: ['brand.manage'],
    setBrandPictureAction: ['brand.manage'],
    readOldSiteAction: ['brand.manage'],
    takeOldPictureAction: ['brand.manage'],
    putBackBrandAction: ['brand.manage'],
    setOpeningAction: ['brand.open'],
    setAreaAction: ['brand.setAreas'],
  },
  commands: {
    saveBrand: ['brand.manage'],
    putBackBrand: ['brand.manage'],
    setOpening: ['brand.open'],
    setArea: ['brand.setAreas'],
  },
  flows: {
    setBrandPicture: ['brand.manage'],
    readOldSite: ['brand.manage'],
    takeOldPicture: ['brand.manage'],
    setArea: ['brand.setAreas'],
  },
  sample: {
    part: 'mark',
    address: 'old.example',
    file: null,
    version: 1,
    shown: 0,
    locale: 'en',
    data: {},
    area: 'roadmap',
    on: false,
    open: true,
    line: '',
    lineZh: '',
    reason: 'Ready',
  },
  pages: {
    'staff/settings': 'leads to the page of the brand and asks the database nothing',
    'staff/settings/brand': [{}, { search: { before: '5' } }],
    'staff/settings/areas': [{}],
    'staff/settings/opening': [{}],
  },
};
