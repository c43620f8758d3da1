import { makeMember } from './factories';

export const reason = 'Because it must be.';

export const makeStaff = async () => ({
  fan: await makeMember(),
  mod: await makeMember({ roles: ['MODERATOR'] }),
  ops: await makeMember({ roles: ['OPERATIONS'] }),
  pm: await makeMember({ roles: ['PRODUCT_OWNER'] }),
  support: await makeMember({ roles: ['SUPPORT'] }),
  admin: await makeMember({ roles: ['ADMIN'] }),
});
